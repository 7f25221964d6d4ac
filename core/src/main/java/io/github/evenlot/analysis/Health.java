package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.inference.SampleRatioTest;
import io.github.evenlot.inference.TestResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the numbers can be trusted.
 *
 * @param sampleRatio of all epochs together
 * @param units analysed
 * @param switchers units seen in more than one variant
 * @param mismatches units shown what they were not assigned
 */
record Health(TestResult sampleRatio, long units, long switchers, long mismatches) {

  /** Of 1000 units one may have switched or mismatched; more is a fault and not chance. */
  private static final int TOLERATED_PER_UNIT = 1000;

  private static final SampleRatioTest SAMPLE_RATIO = SampleRatioTest.withDefaults();

  static Health of(Experiment experiment, RowIndex rows) {
    List<List<Long>> units = rows.units();
    List<TestResult> ofEpochs = new ArrayList<>();
    for (int epoch = 0; epoch < units.size(); epoch++) {
      Allocation allocation = experiment.epochs().get(epoch).allocation();
      ofEpochs.add(SAMPLE_RATIO.test(units.get(epoch), buckets(experiment, allocation)));
    }
    return new Health(
        SAMPLE_RATIO.combined(ofEpochs),
        units.stream().flatMap(List::stream).mapToLong(Long::longValue).sum(),
        rows.switchers(),
        rows.mismatches());
  }

  private static List<BigDecimal> buckets(Experiment experiment, Allocation allocation) {
    return experiment.variants().stream()
        .map(Variant::id)
        .map(allocation::bucketsOf)
        .map(BigDecimal::valueOf)
        .toList();
  }

  /** Why they can't; empty if they can. */
  Optional<String> broken() {
    if (SAMPLE_RATIO.isMismatch(sampleRatio)) {
      return Optional.of("the arms do not have the shares of units that they were allocated");
    }
    if (mismatches * TOLERATED_PER_UNIT > units) {
      return Optional.of(
          "%d of %d units were shown a variant that they were not assigned"
              .formatted(mismatches, units));
    }
    if (switchers * TOLERATED_PER_UNIT > units) {
      return Optional.of(
          "%d units were seen in more than one variant, beside %d in one"
              .formatted(switchers, units));
    }
    return Optional.empty();
  }
}
