package io.github.evenlot.bucketing;

import java.util.List;
import java.util.stream.Collectors;

/**
 * LaunchDarkly's choice among arms of given weights, to the last bit: it cumulates the weights in
 * single precision, so that the end of an arm need not be the number nearest to the sum of the
 * weights up to there. The bucket is that of {@code launchdarkly}, moved into the range of the arm
 * that LaunchDarkly chooses where it is not there already.
 */
final class LaunchDarklyWeights implements Bucketing {

  private static final String PREFIX = "launchdarkly-";

  /** What LaunchDarkly's weights sum to: thousandths of a percent. */
  private static final int WHOLE = 100_000;

  private static final Scale SCALE = Scale.LAUNCHDARKLY;
  private static final Wording TEXT = Wording.of("{salt}.{unit}");

  private final String id;

  /** Where each arm ends: in buckets, and as LaunchDarkly has it. */
  private final int[] ends;

  private final float[] sums;

  LaunchDarklyWeights(List<Integer> weights) {
    this.id = weights.stream().map(String::valueOf).collect(Collectors.joining("-", PREFIX, ""));
    this.ends = new int[weights.size()];
    this.sums = new float[weights.size()];
    int end = 0;
    float sum = 0;
    for (int arm = 0; arm < ends.length; arm++) {
      int weight = checked(weights.get(arm), weights);
      end += weight;
      sum += (float) weight / (float) WHOLE;
      ends[arm] = end;
      sums[arm] = sum;
    }
    if (end != WHOLE) {
      throw new IllegalArgumentException(
          "weights %s sum to %d, not to %d".formatted(weights, end, WHOLE));
    }
  }

  private static int checked(int weight, List<Integer> weights) {
    if (weight < 0 || weight > WHOLE) {
      throw new IllegalArgumentException(
          "weight %d of weights %s is outside 0 to %d".formatted(weight, weights, WHOLE));
    }
    return weight;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public int buckets() {
    return WHOLE;
  }

  @Override
  public int bucket(String salt, String unit) {
    return salted(salt).bucket(new EncodedUnit().set(unit));
  }

  @Override
  public SaltedBucketing salted(String salt) {
    Wording.Salted text = TEXT.salted(salt);
    return unit -> bucket(SCALE.fraction(text.of(unit)));
  }

  /** The bucket of a fraction in [0, 1]: in single precision a hash may become 1. */
  int bucket(double fraction) {
    int arm = 0;
    while (arm < sums.length - 1 && fraction >= sums[arm]) {
      arm++;
    }
    // The last arm may have no weight and so no bucket of its own.
    int from = arm == 0 ? 0 : Math.min(ends[arm - 1], WHOLE - 1);
    return Math.max(from, Math.min(SCALE.part(fraction, WHOLE), ends[arm] - 1));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LaunchDarklyWeights that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
