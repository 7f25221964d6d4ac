package io.github.evenlot.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.internal.NormalTail;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Error rates under peeking, by simulation with a fixed seed. */
class PeekingSimulationTest {

  /** Standard errors of the simulation that a rate may be off. */
  private static final double TOLERANCE = 4;

  private final Random random = new Random(20261122);

  @Test
  @DisplayName(
      "looks at any times keep the type I error at alpha, and peeking without them doesn't")
  void typeOneError() {
    double[] times = {0.1, 0.15, 0.4, 0.41, 0.7, 1};
    for (SpendingFunction spending :
        List.of(
            SpendingFunction.obrienFleming(),
            SpendingFunction.pocock(),
            SpendingFunction.kimDeMets(2),
            SpendingFunction.hwangShihDeCani(1))) {
      List<LookBoundary> looks =
          GroupSequentialDesign.withDefaults().withSpending(spending).boundaries(times);
      double rate = rate(200_000, () -> rejects(looks));
      assertWithin(rate, 0.05, 200_000, spending.id());
    }
    double fixed = NormalTail.quantile(0.025);
    List<LookBoundary> naive =
        IntStream.range(0, times.length)
            .mapToObj(i -> new LookBoundary(times[i], fixed, Double.NEGATIVE_INFINITY, 0.05, 0.05))
            .toList();
    assertThat(rate(20_000, () -> rejects(naive))).isGreaterThan(0.13);
  }

  @Test
  @DisplayName("the interval of the stagewise ordering covers the drift as often as it says")
  void coverage() {
    double drift = 2;
    GroupSequentialDesign design =
        GroupSequentialDesign.withDefaults().withSpending(SpendingFunction.pocock());
    List<LookHistory> histories =
        List.of(
            design.history(1 / 3.0),
            design.history(1 / 3.0, 2 / 3.0),
            design.history(1 / 3.0, 2 / 3.0, 1));
    double covered = rate(2_000, () -> intervalCovers(histories, drift));
    assertWithin(covered, 0.9, 2_000, "coverage");
  }

  @Test
  @DisplayName("t statistics of small samples, mapped to z, keep the type I error")
  void smallSamples() {
    List<LookBoundary> looks =
        GroupSequentialDesign.withDefaults()
            .withSpending(SpendingFunction.pocock())
            .boundaries(1 / 3.0, 2 / 3.0, 1);
    assertThat(rate(100_000, () -> rejectsByT(looks, true))).isBetween(0.046, 0.054);
    assertThat(rate(100_000, () -> rejectsByT(looks, false))).isGreaterThan(0.065);
  }

  @Test
  @DisplayName("with several arms against one control the family-wise error stays at alpha")
  void familyWiseError() {
    double[] times = {0.5, 1};
    GroupSequentialDesign design = GroupSequentialDesign.withDefaults();
    List<GroupSequentialHolm> holm =
        List.of(GroupSequentialHolm.at(design, 3, 0.5), GroupSequentialHolm.at(design, 3, times));
    double allNull = rate(40_000, () -> falseRejection(holm, times, 0));
    double oneEffect = rate(40_000, () -> falseRejection(holm, times, 5));
    double error = TOLERANCE * Math.sqrt(0.05 * 0.95 / 40_000);
    assertThat(allNull).isBetween(0.035, 0.05 + error);
    assertThat(oneEffect).isBetween(0.035, 0.05 + error);
  }

  private boolean rejects(List<LookBoundary> looks) {
    double score = 0;
    double before = 0;
    for (LookBoundary look : looks) {
      score += Math.sqrt(look.information() - before) * random.nextGaussian();
      before = look.information();
      if (Math.abs(score) >= look.boundary() * Math.sqrt(before)) {
        return true;
      }
    }
    return false;
  }

  private boolean intervalCovers(List<LookHistory> histories, double drift) {
    double score = 0;
    for (LookHistory history : histories) {
      LookBoundary look = history.boundaries().get(history.boundaries().size() - 1);
      score += drift / histories.size() + random.nextGaussian() / Math.sqrt(histories.size());
      double z = score / Math.sqrt(look.information());
      if (Math.abs(z) >= look.boundary() || look.information() == 1) {
        return history.estimate(z, 0.9).interval().contains(drift);
      }
    }
    throw new IllegalStateException("no look ended the test");
  }

  /** A one-sample t test after 8, 16 and 24 values. */
  private boolean rejectsByT(List<LookBoundary> looks, boolean mapped) {
    double sum = 0;
    double squares = 0;
    int n = 0;
    for (LookBoundary look : looks) {
      for (int i = 0; i < 8; i++) {
        double value = random.nextGaussian();
        sum += value;
        squares += value * value;
        n++;
      }
      double t = sum / Math.sqrt(n * (squares - sum * sum / n) / (n - 1));
      double z = mapped ? ZScores.ofT(t, n - 1) : t;
      if (Math.abs(z) >= look.boundary()) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param drift of the first of three arms; the other two are as the control
   */
  private boolean falseRejection(List<GroupSequentialHolm> holm, double[] times, double drift) {
    double[] score = new double[4];
    Set<String> rejected = new HashSet<>();
    for (int look = 0; look < times.length; look++) {
      Map<String, Double> z = new HashMap<>();
      for (int arm = 0; arm < 4; arm++) {
        score[arm] +=
            Math.sqrt(0.5 * (times[look] - (look == 0 ? 0 : times[look - 1])))
                * random.nextGaussian();
      }
      for (int arm = 1; arm < 4; arm++) {
        double effect = arm == 1 ? drift * times[look] : 0;
        z.put("" + arm, (score[arm] - score[0] + effect) / Math.sqrt(times[look]));
      }
      holm.get(look)
          .decide(z, rejected)
          .forEach(
              (arm, decision) -> {
                if (decision.rejected()) {
                  rejected.add(arm);
                }
              });
    }
    return rejected.stream().anyMatch(arm -> drift == 0 || !arm.equals("1"));
  }

  private static double rate(int runs, BooleanSupplier run) {
    int count = 0;
    for (int i = 0; i < runs; i++) {
      count += run.getAsBoolean() ? 1 : 0;
    }
    return count / (double) runs;
  }

  private static void assertWithin(double rate, double expected, int runs, String what) {
    double error = Math.sqrt(expected * (1 - expected) / runs);
    assertThat(Math.abs(rate - expected) / error).as("%s: %s", what, rate).isLessThan(TOLERANCE);
  }
}
