package io.github.evenlot.experiment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A slot that is free, and whose units it brings along.
 *
 * @param slot the slot, for {@link Audience#withSlot}
 * @param formerTenants the concluded experiments that have held parts of it, the longest free first
 * @param explanation for people: whose units these were, and what that means
 */
public record SlotPlan(Slot slot, List<FormerTenant> formerTenants, String explanation) {

  /**
   * An experiment that has held buckets of the slot.
   *
   * @param experiment its key
   * @param buckets how many of the slot's buckets it has held
   * @param freed when it let go of them; null if it was concluded without an end
   */
  public record FormerTenant(String experiment, int buckets, @Nullable Instant freed) {

    @Override
    public String toString() {
      String until = freed == null ? "an unknown time" : freed.toString();
      return "%d by experiment \"%s\" until %s".formatted(buckets, experiment, until);
    }
  }

  public SlotPlan {
    Objects.requireNonNull(slot, "slot");
    formerTenants = List.copyOf(formerTenants);
    Objects.requireNonNull(explanation, "explanation");
  }

  /**
   * @param saltedAnew whether there were experiments in the group under another salt
   */
  static SlotPlan of(Slot slot, boolean saltedAnew, List<FormerTenant> formerTenants) {
    String explanation =
        formerTenants.isEmpty() ? neverHeld(slot, saltedAnew) : held(slot, formerTenants);
    return new SlotPlan(slot, formerTenants, explanation);
  }

  private static String neverHeld(Slot slot, boolean saltedAnew) {
    return saltedAnew
        ? slot
            + " has never been held since the group was salted anew: it brings former experiments'"
            + " units along, but no more of them than any other slot."
        : slot + " has never been held: it brings no former experiment's units along.";
  }

  private static String held(Slot slot, List<FormerTenant> formerTenants) {
    String held =
        formerTenants.stream().map(FormerTenant::toString).collect(Collectors.joining(", "));
    return ("%s has been held before: of its %d buckets %s. What its units carry over is alike in"
            + " all arms, for the split is drawn independently; but they are in this slot alone.")
        .formatted(slot, slot.length(), held);
  }
}
