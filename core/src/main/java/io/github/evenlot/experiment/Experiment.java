package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Decimals;
import io.github.evenlot.internal.Keys;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An experiment: who may be in it, which variants there are, what is measured, how it is judged. An
 * immutable value that can't be inconsistent. A flag is an experiment with one variant and a weight
 * below 100.
 *
 * @param key the name under which code, events and rows refer to it
 * @param status only {@link ExperimentStatus#RUNNING} assigns
 * @param bucketing the pinned algorithm; never changes while the experiment lives
 * @param salt what keeps its buckets independent of other experiments'; never changes either
 * @param variants the arms, the control first; at least one
 * @param epochs the allocations it has had, oldest first; the last one is in force
 * @param audience who may be in it
 * @param start it assigns from here on, if given
 * @param end it assigns up to here, exclusively, if given
 * @param metrics what is measured, at most one of them primary
 * @param plan how it is judged, if it is to be judged
 */
public record Experiment(
    String key,
    ExperimentStatus status,
    Bucketing bucketing,
    String salt,
    List<Variant> variants,
    List<Epoch> epochs,
    Audience audience,
    @Nullable Instant start,
    @Nullable Instant end,
    List<MetricDefinition> metrics,
    @Nullable AnalysisPlan plan) {

  public Experiment {
    Keys.check("experiment", key);
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(bucketing, "bucketing");
    Objects.requireNonNull(salt, "salt");
    variants = List.copyOf(variants);
    epochs = List.copyOf(epochs);
    metrics = List.copyOf(metrics);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("experiment \"%s\" has no variant".formatted(key));
    }
    requireDistinct(key, "variants", variants, Variant::id);
    requireDistinct(key, "metrics", metrics, MetricDefinition::key);
    checkEpochs(key, bucketing, variants, epochs);
    checkAudience(key, variants, Objects.requireNonNull(audience, "audience"));
    Draws.check(key, bucketing, salt, audience);
    if (start != null && end != null && !start.isBefore(end)) {
      throw new IllegalArgumentException(
          "experiment \"%s\" ends at %s, not after its start at %s".formatted(key, end, start));
    }
    if (plan != null) {
      plan.checkMetrics(metrics);
    }
    long primary = metrics.stream().filter(m -> m.role() == MetricDefinition.Role.PRIMARY).count();
    if (primary > 1) {
      throw new IllegalArgumentException(
          "experiment \"%s\" has %d primary metrics, above 1".formatted(key, primary));
    }
  }

  /** Begins an experiment that runs under {@code evenlot-1} with its key as salt. */
  public static Builder builder(String key) {
    return new Builder(key);
  }

  /** The epoch in force. */
  public Epoch epoch() {
    return epochs.get(epochs.size() - 1);
  }

  /** The epoch with this number, if the experiment has had it. */
  public Optional<Epoch> epoch(int number) {
    return number >= 1 && number <= epochs.size()
        ? Optional.of(epochs.get(number - 1))
        : Optional.empty();
  }

  /** The epoch in force at a time; the first one holds from the beginning of time on. */
  public Epoch epochAt(Instant time) {
    int last = epochs.size() - 1;
    while (last > 0 && epochs.get(last).start().isAfter(time)) {
      last--;
    }
    return epochs.get(last);
  }

  /** The allocation in force. */
  public Allocation allocation() {
    return epoch().allocation();
  }

  /** The variant that the others are compared with: the first. */
  public Variant control() {
    return variants.get(0);
  }

  /** The metric that decides, if there is one. */
  public Optional<MetricDefinition> primaryMetric() {
    return metrics.stream().filter(m -> m.role() == MetricDefinition.Role.PRIMARY).findFirst();
  }

  /** The same experiment in another status; moves nobody. */
  public Experiment withStatus(ExperimentStatus newStatus) {
    return new Experiment(
        key, newStatus, bucketing, salt, variants, epochs, audience, start, end, metrics, plan);
  }

  /**
   * The same experiment with a new epoch, in which {@code allocation} holds from {@code at} on, for
   * whom the present targeting lets in.
   */
  public Experiment withAllocation(Allocation allocation, Instant at) {
    return withEpoch(new Epoch(epochs.size() + 1, at, allocation, epoch().targeting()));
  }

  /**
   * The same experiment with a new epoch, in which {@code targeting} holds from {@code at} on. It
   * moves nobody: who is let in by both has the same variant as before.
   */
  public Experiment withTargeting(Condition targeting, Instant at) {
    return withEpoch(new Epoch(epochs.size() + 1, at, allocation(), targeting));
  }

  private Experiment withEpoch(Epoch epoch) {
    List<Epoch> more = new ArrayList<>(epochs);
    more.add(epoch);
    return new Experiment(
        key, status, bucketing, salt, variants, more, audience, start, end, metrics, plan);
  }

  /**
   * The same experiment with other dates; moves nobody.
   *
   * @param newStart it assigns from here on; null for always
   * @param newEnd it assigns up to here, exclusively; null for ever
   * @throws IllegalArgumentException if it would end before it starts
   */
  public Experiment withDates(@Nullable Instant newStart, @Nullable Instant newEnd) {
    return new Experiment(
        key, status, bucketing, salt, variants, epochs, audience, newStart, newEnd, metrics, plan);
  }

  /** The same experiment for another audience. */
  public Experiment withAudience(Audience newAudience) {
    return new Experiment(
        key, status, bucketing, salt, variants, epochs, newAudience, start, end, metrics, plan);
  }

  /**
   * The same experiment with other variants: other names, another order, one more. Allocations
   * refer to ids, so this moves nobody.
   *
   * @throws IllegalArgumentException if a variant is missing that an epoch allocates buckets to
   */
  public Experiment withVariants(List<Variant> newVariants) {
    return new Experiment(
        key, status, bucketing, salt, newVariants, epochs, audience, start, end, metrics, plan);
  }

  /** The same experiment with other metrics; moves nobody. */
  public Experiment withMetrics(List<MetricDefinition> newMetrics) {
    return new Experiment(
        key, status, bucketing, salt, variants, epochs, audience, start, end, newMetrics, plan);
  }

  /**
   * The same experiment with new weights from {@code at} on, in a new epoch: as few units as
   * possible move. A variant without a weight gets no bucket; a new one needs {@link #withVariants}
   * first.
   *
   * @throws IllegalArgumentException as {@link Reallocation#of}; if a weight names none of the
   *     variants; if {@code at} is not after the epoch in force began
   */
  public Experiment reallocated(List<Weight> weights, Instant at) {
    return withAllocation(Reallocation.of(allocation(), weights).after(), at);
  }

  /**
   * The same experiment, concluded at a time. From then on its mutex slot is free; how long it has
   * been so is what {@link SlotPlanner} goes by.
   *
   * @param at where it was planned to end earlier, that stays its end; where it was planned to
   *     start later, it has no start any more
   */
  public Experiment concluded(Instant at) {
    Instant ended = end != null && end.isBefore(at) ? end : at;
    Instant started = start != null && start.isBefore(ended) ? start : null;
    return new Experiment(
        key,
        ExperimentStatus.CONCLUDED,
        bucketing,
        salt,
        variants,
        epochs,
        audience,
        started,
        ended,
        metrics,
        plan);
  }

  /**
   * The same experiment with another plan.
   *
   * @throws IllegalArgumentException if the plan speaks of a metric that the experiment has not
   */
  public Experiment withPlan(AnalysisPlan newPlan) {
    return new Experiment(
        key, status, bucketing, salt, variants, epochs, audience, start, end, metrics, newPlan);
  }

  private static <T> void requireDistinct(
      String key, String what, List<T> values, Function<T, String> id) {
    Set<String> seen = new HashSet<>();
    for (T value : values) {
      if (!seen.add(id.apply(value))) {
        throw new IllegalArgumentException(
            "experiment \"%s\" has two %s \"%s\"".formatted(key, what, id.apply(value)));
      }
    }
  }

  private static void checkEpochs(
      String key, Bucketing bucketing, List<Variant> variants, List<Epoch> epochs) {
    if (epochs.isEmpty()) {
      throw new IllegalArgumentException("experiment \"%s\" has no epoch".formatted(key));
    }
    Set<String> known = new LinkedHashSet<>();
    variants.forEach(variant -> known.add(variant.id()));
    Instant before = null;
    for (int i = 0; i < epochs.size(); i++) {
      Epoch epoch = epochs.get(i);
      if (epoch.number() != i + 1) {
        throw new IllegalArgumentException(
            "experiment \"%s\" has epoch %d in place %d".formatted(key, epoch.number(), i + 1));
      }
      if (before != null && !before.isBefore(epoch.start())) {
        throw new IllegalArgumentException(
            "experiment \"%s\": epoch %d starts at %s, not after the one before it at %s"
                .formatted(key, epoch.number(), epoch.start(), before));
      }
      before = epoch.start();
      checkAllocation(key, bucketing, known, epoch.allocation());
    }
  }

  private static void checkAudience(String key, List<Variant> variants, Audience audience) {
    for (Map.Entry<String, String> forced : audience.forced().entrySet()) {
      if (variants.stream().noneMatch(variant -> variant.id().equals(forced.getValue()))) {
        throw new IllegalArgumentException(
            "experiment \"%s\" forces unit \"%s\" into \"%s\", which is none of its variants %s"
                .formatted(
                    key,
                    forced.getKey(),
                    forced.getValue(),
                    variants.stream().map(Variant::id).toList()));
      }
    }
    for (Prerequisite prerequisite : audience.prerequisites()) {
      if (prerequisite.experiment().equals(key)) {
        throw new IllegalArgumentException(
            "experiment \"%s\" is a prerequisite of itself".formatted(key));
      }
    }
  }

  private static void checkAllocation(
      String key, Bucketing bucketing, Set<String> known, Allocation allocation) {
    if (allocation.buckets() != bucketing.buckets()) {
      throw new IllegalArgumentException(
          "experiment \"%s\" allocates %d buckets, but %s has %d"
              .formatted(key, allocation.buckets(), bucketing.id(), bucketing.buckets()));
    }
    for (Allocation.Range range : allocation.ranges()) {
      if (!known.contains(range.variant())) {
        throw new IllegalArgumentException(
            "experiment \"%s\" allocates to \"%s\", which is none of its variants %s"
                .formatted(key, range.variant(), known));
      }
    }
  }

  /** Collects an experiment; {@link #build()} checks it as a whole. */
  public static final class Builder {

    private final String key;
    private final List<Variant> variants = new ArrayList<>();
    private final List<Weight> weights = new ArrayList<>();
    private final List<MetricDefinition> metrics = new ArrayList<>();
    private ExperimentStatus status = ExperimentStatus.RUNNING;
    private Bucketing bucketing = Bucketings.EVENLOT_1;
    private @Nullable String salt;
    private @Nullable Allocation allocation;
    private Audience audience = Audience.EVERYONE;
    private @Nullable Traffic traffic;
    private Condition targeting = Condition.EVERYONE;
    private @Nullable Instant start;
    private @Nullable Instant end;
    private @Nullable AnalysisPlan plan;

    private Builder(String key) {
      this.key = key;
    }

    /**
     * Adds a variant; the first one added is the control.
     *
     * @param percent its share, 0 to 100, with at most two decimals
     * @throws IllegalArgumentException if {@code percent} is out of range or too fine
     */
    public Builder variant(String id, double percent) {
      return variant(Variant.of(id), Weight.ofPercent(id, percent));
    }

    /** Adds a variant with its weight; the first one added is the control. */
    public Builder variant(Variant variant, Weight weight) {
      variants.add(variant);
      weights.add(weight);
      return this;
    }

    /** Adds a variant for an {@link #allocation}; the first one added is the control. */
    public Builder variant(Variant variant) {
      variants.add(variant);
      return this;
    }

    /**
     * The table of buckets, in place of weights: for an experiment that comes from elsewhere, with
     * ranges that have gaps or another order.
     */
    public Builder allocation(Allocation newAllocation) {
      this.allocation = newAllocation;
      return this;
    }

    /** Its status, if it is not to be {@link ExperimentStatus#RUNNING}. */
    public Builder status(ExperimentStatus newStatus) {
      this.status = newStatus;
      return this;
    }

    /** The algorithm to pin, if it is not to be {@code evenlot-1}. */
    public Builder bucketing(Bucketing newBucketing) {
      this.bucketing = newBucketing;
      return this;
    }

    /** The salt, if it is not to be the key. */
    public Builder salt(String newSalt) {
      this.salt = newSalt;
      return this;
    }

    /** What the attributes of a unit have to meet, if anything. */
    public Builder targeting(Condition newTargeting) {
      this.targeting = newTargeting;
      return this;
    }

    /** Who may be in it, if not every user. */
    public Builder audience(Audience newAudience) {
      this.audience = newAudience;
      return this;
    }

    /**
     * How much of the eligible traffic it takes, drawn by {@code evenlot-1} independently of the
     * split. Unless given, as the audience says, which is all of it if that says nothing.
     *
     * @param percent 0 to 100, with at most two decimals
     */
    public Builder traffic(double percent) {
      this.traffic = Traffic.of("$traffic:" + key, percent);
      return this;
    }

    /** When it begins to assign, if not at once. */
    public Builder start(Instant newStart) {
      this.start = newStart;
      return this;
    }

    /** From when on it assigns no more, if it is to end by itself; after its start. */
    public Builder end(Instant newEnd) {
      this.end = newEnd;
      return this;
    }

    /** Adds a metric to measure; at most one may be primary. */
    public Builder metric(MetricDefinition metric) {
      metrics.add(metric);
      return this;
    }

    /** How it will be judged, if it is to be judged. */
    public Builder plan(AnalysisPlan newPlan) {
      this.plan = newPlan;
      return this;
    }

    /**
     * @throws IllegalArgumentException if anything about the experiment is inconsistent; the
     *     message names the value and the bound
     */
    public Experiment build() {
      return new Experiment(
          key,
          status,
          bucketing,
          salt == null ? key : salt,
          variants,
          List.of(new Epoch(1, Instant.MIN, firstAllocation(), targeting)),
          traffic == null ? audience : audience.withTraffic(traffic),
          start,
          end,
          metrics,
          plan);
    }

    private Allocation firstAllocation() {
      if (allocation == null) {
        return Allocation.ofWeights(bucketing.buckets(), weights);
      }
      if (!weights.isEmpty()) {
        throw new IllegalArgumentException(
            "experiment \"%s\" has an allocation, and the weight %s of variant \"%s\" beside it"
                .formatted(
                    key, Decimals.shown(weights.get(0).percent()), weights.get(0).variant()));
      }
      return allocation;
    }
  }
}
