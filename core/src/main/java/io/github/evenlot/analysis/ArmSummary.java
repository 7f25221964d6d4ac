package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Variant;
import io.github.evenlot.statistics.ExactMoments;
import io.github.evenlot.statistics.Moments;
import java.util.Objects;

/**
 * What was counted in one arm.
 *
 * @param variant the arm
 * @param units the exposed units that are analysed
 * @param expectedShare the share of the units it should have, from the buckets it really has in
 *     each epoch
 * @param sums the exact sums of the primary metric over the units of all epochs
 */
public record ArmSummary(Variant variant, long units, double expectedShare, ExactMoments sums) {

  public ArmSummary {
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(sums, "sums");
  }

  public Moments moments() {
    return Moments.of(sums);
  }
}
