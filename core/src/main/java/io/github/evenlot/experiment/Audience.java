package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may be in an experiment, beside those whom the targeting of its epochs lets in.
 *
 * @param unitKind the kind of unit that is randomised, as {@code user}, {@code device}
 * @param holdouts units that are kept out
 * @param forced the variant of single units by their id, for tests by hand; they are kept out of
 *     the analysis
 * @param prerequisites what other experiments must have decided, all of them
 * @param slot the part of a mutex group's units that it owns; null for all units
 * @param traffic how much of what is left it takes
 */
public record Audience(
    String unitKind,
    List<Holdout> holdouts,
    Map<String, String> forced,
    List<Prerequisite> prerequisites,
    @Nullable Slot slot,
    Traffic traffic) {

  /** The kind of unit, unless another one is given. */
  public static final String USER = "user";

  /** All users. */
  public static final Audience EVERYONE =
      new Audience(USER, List.of(), Map.of(), List.of(), null, Traffic.ALL);

  private static final int MOST_FORCED = 10_000;

  public Audience {
    Keys.check("unit kind", unitKind);
    Objects.requireNonNull(traffic, "traffic");
    holdouts = Holdout.check(holdouts);
    prerequisites = List.copyOf(prerequisites);
    // In the order given: documents are compared and read by people.
    forced = Collections.unmodifiableMap(new LinkedHashMap<>(forced));
    if (forced.size() > MOST_FORCED) {
      throw new IllegalArgumentException(
          "%d units are forced into variants, above %d".formatted(forced.size(), MOST_FORCED));
    }
    // Thousands of units have few variants.
    new HashSet<>(forced.values()).forEach(variant -> Keys.check("variant", variant));
  }

  /** Its own holdouts, and those of the mutex group and of the groups around that. */
  public List<Holdout> allHoldouts() {
    Set<Holdout> all = new LinkedHashSet<>(holdouts);
    for (Slot around = slot; around != null; around = around.group().within()) {
      all.addAll(around.group().holdouts());
    }
    return List.copyOf(all);
  }

  public Audience withUnitKind(String newKind) {
    return new Audience(newKind, holdouts, forced, prerequisites, slot, traffic);
  }

  public Audience withHoldout(Holdout holdout) {
    List<Holdout> more = new ArrayList<>(holdouts);
    more.add(holdout);
    return new Audience(unitKind, more, forced, prerequisites, slot, traffic);
  }

  /** The same audience with a unit in a variant of our choice; a later choice replaces. */
  public Audience withForced(String unit, String variant) {
    Map<String, String> more = new LinkedHashMap<>(forced);
    more.put(unit, variant);
    return new Audience(unitKind, holdouts, more, prerequisites, slot, traffic);
  }

  public Audience withPrerequisite(Prerequisite prerequisite) {
    List<Prerequisite> more = new ArrayList<>(prerequisites);
    more.add(prerequisite);
    return new Audience(unitKind, holdouts, forced, more, slot, traffic);
  }

  public Audience withSlot(Slot newSlot) {
    return new Audience(unitKind, holdouts, forced, prerequisites, newSlot, traffic);
  }

  public Audience withTraffic(Traffic newTraffic) {
    return new Audience(unitKind, holdouts, forced, prerequisites, slot, newTraffic);
  }
}
