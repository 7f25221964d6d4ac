package io.github.evenlot.experiment;

import io.github.evenlot.experiment.SlotPlan.FormerTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Plans slots of a mutex group: which one a new experiment gets, and when the group may be salted
 * anew. Pure: a plan reserves nothing; a repository refuses to save two experiments that hold the
 * same buckets.
 *
 * <p>A slot is free if no experiment holds it that is not concluded. Of the free ones, one that was
 * never used comes first, then the one that has been free for longest, so that what its units carry
 * over had most time to fade. A concluded experiment without an end counts as if it had just ended:
 * conclude with {@link Experiment#concluded}.
 */
public final class SlotPlanner {

  private final MutexGroup group;

  /** Of this salt, bucketing and kind of unit. */
  private final List<Tenancy> tenancies;

  /** Of other ones, before the group was salted anew. */
  private final List<Tenancy> earlier;

  private SlotPlanner(MutexGroup group, List<Tenancy> tenancies, List<Tenancy> earlier) {
    this.group = group;
    this.tenancies = tenancies;
    this.earlier = earlier;
  }

  /**
   * @param experiments all there are, the concluded ones too: they say whose units a slot brings
   *     along
   * @throws IllegalArgumentException if one that is not concluded means something else by the group
   */
  public static SlotPlanner of(MutexGroup group, Collection<Experiment> experiments) {
    List<Tenancy> same = new ArrayList<>();
    List<Tenancy> earlier = new ArrayList<>();
    for (Tenancy tenancy : Tenancy.of(group.key(), experiments)) {
      if (tenancy.live() && !tenancy.slot().group().equals(group)) {
        throw new IllegalArgumentException(
            "mutex group \"%s\" is not the same for experiment \"%s\": %s"
                .formatted(
                    group.key(),
                    tenancy.experiment(),
                    Differences.between(tenancy.slot().group(), group)));
      }
      (group.partitionsLike(tenancy.slot().group()) ? same : earlier).add(tenancy);
    }
    return new SlotPlanner(group, List.copyOf(same), List.copyOf(earlier));
  }

  /** The free ranges, as long as they are, from the first bucket on. */
  public List<Slot> free() {
    List<Slot> free = new ArrayList<>();
    int from = 0;
    for (Slot held : liveSlots()) {
      if (from < held.from()) {
        free.add(group.slot(from, held.from()));
      }
      from = Math.max(from, held.to());
    }
    if (from < group.bucketing().buckets()) {
      free.add(group.slot(from, group.bucketing().buckets()));
    }
    return free;
  }

  /** Sorted; one slot several times if it is that of a nested group. */
  private List<Slot> liveSlots() {
    return tenancies.stream()
        .filter(Tenancy::live)
        .map(Tenancy::slot)
        .sorted(Comparator.comparing(Slot::from))
        .toList();
  }

  /**
   * A slot for a new experiment.
   *
   * @param percent 0 to 100 of the group's units, with at most two decimals, a whole number of
   *     buckets
   * @throws IllegalArgumentException as {@link #take}; if the share is out of range or needs a
   *     fraction of a bucket
   */
  public SlotPlan takePercent(double percent) {
    int hundredths = Shares.ofPercent(percent, this::shown);
    return take(Shares.wholeBuckets(group.bucketing().buckets(), hundredths, this::shown));
  }

  private String shown(String share) {
    return "slot of %s percent of mutex group \"%s\"".formatted(share, group.key());
  }

  /**
   * A slot for a new experiment.
   *
   * @param buckets how many in a row, at least 1
   * @throws IllegalArgumentException if so many in a row are not free; the message has the longest
   *     range that is
   */
  public SlotPlan take(int buckets) {
    if (buckets < 1) {
      throw new IllegalArgumentException(
          "slot of %d buckets of mutex group \"%s\" is empty".formatted(buckets, group.key()));
    }
    return borders().stream()
        .filter(from -> buckets <= group.bucketing().buckets() - from)
        .filter(from -> isFree(from, from + buckets))
        .min(Comparator.comparing((Integer from) -> lastEnd(from, from + buckets)))
        .map(from -> plan(group.slot(from, from + buckets)))
        .orElseThrow(() -> tooLong(buckets));
  }

  /**
   * The group under its next salt, so that everybody is dealt to the slots anew: {@code s}, {@code
   * s#2}, {@code s#3}.
   *
   * @throws IllegalArgumentException if an experiment lives in the group, whose units would move
   */
  public FreshSalt freshSalt() {
    for (Tenancy tenancy : tenancies) {
      if (tenancy.live()) {
        throw new IllegalArgumentException(
            "mutex group \"%s\" can't be salted anew while experiment \"%s\" holds [%d, %d) of it"
                .formatted(
                    group.key(), tenancy.experiment(), tenancy.slot().from(), tenancy.slot().to()));
      }
    }
    return FreshSalt.of(
        group, Stream.concat(earlier.stream(), tenancies.stream()).map(Tenancy::slot).toList());
  }

  /** Where a slot may begin or end, sorted: the ends of the group and of all its slots ever. */
  private TreeSet<Integer> borders() {
    TreeSet<Integer> borders = new TreeSet<>(List.of(0, group.bucketing().buckets()));
    for (Tenancy tenancy : tenancies) {
      borders.add(tenancy.slot().from());
      borders.add(tenancy.slot().to());
    }
    return borders;
  }

  private boolean isFree(int from, int to) {
    return tenancies.stream().noneMatch(held -> held.live() && held.overlaps(from, to));
  }

  /** Until when the last of the buckets was held; {@link Instant#MIN} if they never were. */
  private Instant lastEnd(int from, int to) {
    return tenancies.stream()
        .filter(tenancy -> tenancy.overlaps(from, to))
        .map(Tenancy::latestEnd)
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }

  private SlotPlan plan(Slot slot) {
    return SlotPlan.of(
        slot,
        !earlier.isEmpty(),
        tenancies.stream()
            .filter(tenancy -> tenancy.overlaps(slot.from(), slot.to()))
            .sorted(Comparator.comparing(Tenancy::latestEnd))
            .map(tenancy -> former(tenancy, slot))
            .toList());
  }

  private static FormerTenant former(Tenancy tenancy, Slot slot) {
    int overlap =
        Math.min(tenancy.slot().to(), slot.to()) - Math.max(tenancy.slot().from(), slot.from());
    return new FormerTenant(tenancy.experiment(), overlap, tenancy.end());
  }

  private IllegalArgumentException tooLong(int buckets) {
    Optional<Slot> longest =
        free().stream().max(Comparator.comparing(Slot::length).thenComparing(Slot::from));
    return new IllegalArgumentException(
        "mutex group \"%s\" has no %d free buckets in a row; %s"
            .formatted(
                group.key(),
                buckets,
                longest
                    .map(
                        slot ->
                            "the longest free range is [%d, %d)".formatted(slot.from(), slot.to()))
                    .orElse("none is free")));
  }
}
