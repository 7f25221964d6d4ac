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
import java.util.function.Predicate;
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

  /** The same audience of another kind of unit. */
  public Audience withUnitKind(String newKind) {
    return new Audience(newKind, holdouts, forced, prerequisites, slot, traffic);
  }

  /** The same audience without the units of one more holdout. */
  public Audience withHoldout(Holdout holdout) {
    return withHoldouts(more(holdouts, holdout));
  }

  /**
   * The same audience with the units of a holdout of its own.
   *
   * @throws IllegalArgumentException if it has no such holdout
   */
  public Audience withoutHoldout(String key) {
    return withHoldouts(fewer(holdouts, holdout -> holdout.key().equals(key), "holdout", key));
  }

  private Audience withHoldouts(List<Holdout> newHoldouts) {
    return new Audience(unitKind, newHoldouts, forced, prerequisites, slot, traffic);
  }

  /** The same audience with a unit in a variant of our choice; a later choice replaces. */
  public Audience withForced(String unit, String variant) {
    return withForced(Map.of(unit, variant));
  }

  /** The same audience with several units in variants of our choice. */
  public Audience withForced(Map<String, String> variantByUnit) {
    Map<String, String> more = new LinkedHashMap<>(forced);
    more.putAll(variantByUnit);
    return new Audience(unitKind, holdouts, more, prerequisites, slot, traffic);
  }

  /**
   * The same audience with a unit that is no longer forced.
   *
   * @throws IllegalArgumentException if it was not
   */
  public Audience withoutForced(String unit) {
    Map<String, String> fewer = new LinkedHashMap<>(forced);
    if (fewer.remove(unit) == null) {
      throw hasNo("forced unit", unit);
    }
    return new Audience(unitKind, holdouts, fewer, prerequisites, slot, traffic);
  }

  /** The same audience with one more thing that another experiment must have decided. */
  public Audience withPrerequisite(Prerequisite prerequisite) {
    return withPrerequisites(more(prerequisites, prerequisite));
  }

  /**
   * The same audience, whatever an experiment decides.
   *
   * @throws IllegalArgumentException if that is no prerequisite
   */
  public Audience withoutPrerequisite(String experiment) {
    return withPrerequisites(
        fewer(
            prerequisites,
            required -> required.experiment().equals(experiment),
            "prerequisite",
            experiment));
  }

  private Audience withPrerequisites(List<Prerequisite> newPrerequisites) {
    return new Audience(unitKind, holdouts, forced, newPrerequisites, slot, traffic);
  }

  /** The same audience within a slot of a mutex group. */
  public Audience withSlot(Slot newSlot) {
    return new Audience(unitKind, holdouts, forced, prerequisites, newSlot, traffic);
  }

  /** The same audience in no mutex group. */
  public Audience withoutSlot() {
    return new Audience(unitKind, holdouts, forced, prerequisites, null, traffic);
  }

  /** The same audience, of which another share is taken. */
  public Audience withTraffic(Traffic newTraffic) {
    return new Audience(unitKind, holdouts, forced, prerequisites, slot, newTraffic);
  }

  private static <T> List<T> more(List<T> values, T value) {
    List<T> more = new ArrayList<>(values);
    more.add(value);
    return more;
  }

  private static <T> List<T> fewer(List<T> values, Predicate<T> dropped, String what, String key) {
    List<T> fewer = new ArrayList<>(values);
    if (!fewer.removeIf(dropped)) {
      throw hasNo(what, key);
    }
    return fewer;
  }

  private static IllegalArgumentException hasNo(String what, String key) {
    return new IllegalArgumentException("the audience has no %s \"%s\"".formatted(what, key));
  }
}
