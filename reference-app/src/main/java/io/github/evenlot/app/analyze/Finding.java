package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.TestResult;
import java.util.List;
import java.util.Optional;

/**
 * What a study says.
 *
 * @param study the data
 * @param sampleRatio whether the arms have the units they should have
 * @param overall the test that all arms are alike, of conversions
 * @param arms every arm but the control
 * @param looks the interim looks, where there were any
 * @param verdict what it says
 * @param winner the arm above the control, with {@link Verdict#WINNER}
 * @param explanation a sentence for people
 */
record Finding(
    Study study,
    TestResult sampleRatio,
    Optional<TestResult> overall,
    List<ArmFinding> arms,
    Optional<Looks> looks,
    Verdict verdict,
    Optional<Arm> winner,
    String explanation)
    implements Outcome {

  @Override
  public String experiment() {
    return study.experiment();
  }
}
