package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.GrowthBookRange;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Example;

/** Where other products sum shares that we count: how far apart both are, as the page says. */
class VendorExactnessTest {

  private static final int WEIGHTINGS = 20_000;

  private final SplittableRandom random = new SplittableRandom(7);

  /** Where the arms but for the last one end, in parts of {@code whole}: drawn at random. */
  private int[] ends(int arms, int whole) {
    return random.ints(arms - 1, 0, whole + 1).sorted().toArray();
  }

  /** Sums in single precision, against the single nearest to the sum. */
  private double[] launchDarkly(int arms) {
    int differ = 0;
    double moved = 0;
    for (int i = 0; i < WEIGHTINGS; i++) {
      float sum = 0;
      int before = 0;
      double apart = 0;
      for (int end : ends(arms, 100_000)) {
        sum += (end - before) / 100_000f;
        before = end;
        apart += Math.abs(sum - end / 100_000f);
      }
      differ += apart > 0 ? 1 : 0;
      moved += apart;
    }
    return new double[] {(double) differ / WEIGHTINGS, moved / WEIGHTINGS};
  }

  @Example
  void launchDarklysSumsAreOffByTheirLastBit() {
    double[] threeArms = launchDarkly(3);
    assertThat(threeArms[0]).isCloseTo(0.25, within(0.01));
    assertThat(threeArms[1]).isCloseTo(1.3e-8, within(1e-9));
    double[] tenArms = launchDarkly(10);
    assertThat(tenArms[0]).isCloseTo(0.87, within(0.01));
    assertThat(tenArms[1]).isCloseTo(1.3e-7, within(1e-8));
    assertThat(launchDarkly(2)).containsExactly(0, 0);
  }

  @Example
  void launchDarklysBucketsAreOfUnequalSize() {
    double unequal = 0;
    double farthest = 0;
    for (int bucket = 0; bucket < 100_000; bucket++) {
      double from = bucket / 100_000f;
      double to = (bucket + 1) / 100_000f;
      unequal = Math.max(unequal, Math.abs((to - from) * 100_000 - 1));
      farthest = Math.max(farthest, Math.abs(from - bucket / 100_000.0));
    }
    assertThat(unequal).isCloseTo(0.0046, within(0.0001));
    assertThat(farthest).isCloseTo(3e-8, within(1e-9));
  }

  /** How far apart at most: shares in hundredths of a percent that are summed, and their sum. */
  private double farthest(IntToDoubleFunction share) {
    return IntStream.range(0, WEIGHTINGS)
        .mapToDouble(i -> farthest(ends(10, 10_000), share))
        .max()
        .getAsDouble();
  }

  private static double farthest(int[] ends, IntToDoubleFunction share) {
    double sum = 0;
    int before = 0;
    double farthest = 0;
    for (int end : ends) {
      sum += share.applyAsDouble(end - before);
      before = end;
      farthest = Math.max(farthest, Math.abs(sum - share.applyAsDouble(end)));
    }
    return farthest;
  }

  @Example
  void sumsInDoublePrecisionAreOffByTheirLastBits() {
    assertThat(farthest(part -> part / 10_000.0)).isBetween(1e-16, 1e-15);
    assertThat(farthest(part -> part / 100.0 / 100.0)).isBetween(1e-16, 1e-15);
  }

  @Example
  void proctorsCutoffsAreOffByOneOfItsNumbers() {
    long farthest = 0;
    for (int i = 0; i < WEIGHTINGS; i++) {
      double sum = 0;
      int before = 0;
      for (int end : ends(10, 10_000)) {
        sum += (end - before) / 10_000.0;
        before = end;
        farthest = Math.max(farthest, Math.abs((long) cutoff(sum) - cutoff(end / 10_000.0)));
      }
    }
    assertThat(farthest).isEqualTo(1);
  }

  private static int cutoff(double share) {
    return (int) (Integer.MIN_VALUE + share * (0x1p32 - 1));
  }

  /** All weightings of three arms in whole percents. */
  @Example
  void growthBooksSumsShiftBuckets() {
    int shifted = 0;
    int all = 0;
    for (int first = 1; first < 99; first++) {
      for (int second = 1; first + second < 100; second++) {
        all++;
        shifted += growthBookEnds(first, second).equals(List.of(first, first + second)) ? 0 : 1;
      }
    }
    assertThat(all).isEqualTo(4851);
    assertThat(shifted).isEqualTo(706);
  }

  /** Where the first two of three arms end, in whole percents; 0 where that is between two. */
  private static List<Integer> growthBookEnds(int first, int second) {
    List<Double> weights = List.of(first / 100.0, second / 100.0, (100 - first - second) / 100.0);
    return GrowthBookRange.of(1, weights).stream()
        .limit(2)
        .map(range -> range.endBucket(10_000))
        .map(end -> end % 100 == 0 ? end / 100 : 0)
        .toList();
  }

  /** As JavaScript does: by the UTF-16 units of the text, of which each is one step. */
  private static int growthBookInJavaScript(String seed, String unit) {
    int hash = 0x811c9dc5;
    for (char c : (unit + seed).toCharArray()) {
      hash = (hash ^ c) * 0x01000193;
    }
    return (int) ((hash & 0xFFFFFFFFL) % 1_000);
  }

  @Example
  void growthBooksJavaScriptAgreesOnAsciiOnly() {
    int differ = 0;
    for (int i = 0; i < 1_000; i++) {
      assertThat(Bucketings.GROWTHBOOK_1.bucket("exp", "user" + i))
          .isEqualTo(growthBookInJavaScript("exp", "user" + i));
      int ours = Bucketings.GROWTHBOOK_1.bucket("exp", "josé" + i);
      differ += ours == growthBookInJavaScript("exp", "josé" + i) ? 0 : 1;
    }
    assertThat(differ).isGreaterThan(990);
  }
}
