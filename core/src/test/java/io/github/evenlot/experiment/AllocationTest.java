package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.Allocation.Range;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AllocationTest {

  private static final Allocation WITH_GAPS =
      Allocation.of(
          100, List.of(new Range(60, 80, "b"), new Range(10, 20, "a"), new Range(80, 90, "a")));

  @Test
  void weightsBecomeRangesFromZeroInTheOrderGiven() {
    assertThat(Allocation.ofWeights(10_000, List.of(new Weight("b", 1), new Weight("a", 3333))))
        .isEqualTo(Allocation.of(10_000, List.of(new Range(0, 1, "b"), new Range(1, 3334, "a"))));
  }

  @Test
  void aVariantWithoutWeightHasNoBucket() {
    Allocation allocation =
        Allocation.ofWeights(100, List.of(new Weight("a", 0), new Weight("b", 10_000)));
    assertThat(allocation.ranges()).containsExactly(new Range(0, 100, "b"));
    assertThat(allocation.bucketsOf("a")).isZero();
    assertThat(Allocation.ofWeights(100, List.of()).ranges()).isEmpty();
  }

  @Test
  void rangesAreHalfOpen() {
    assertThat(WITH_GAPS.variantOf(9)).isEmpty();
    assertThat(WITH_GAPS.variantOf(10)).contains("a");
    assertThat(WITH_GAPS.variantOf(19)).contains("a");
    assertThat(WITH_GAPS.variantOf(20)).isEmpty();
    assertThat(WITH_GAPS.variantOf(79)).contains("b");
    assertThat(WITH_GAPS.variantOf(80)).contains("a");
    assertThat(WITH_GAPS.variantOf(90)).isEmpty();
  }

  @Test
  void bucketsThatThereAreNotBelongToNobody() {
    Allocation full = Allocation.ofWeights(100, List.of(new Weight("a", 10_000)));
    assertThat(full.variantOf(-1)).isEmpty();
    assertThat(full.variantOf(100)).isEmpty();
    assertThat(full.variantOf(Integer.MIN_VALUE)).isEmpty();
    assertThat(full.variantOf(Integer.MAX_VALUE)).isEmpty();
  }

  @Test
  void knowsTheShareThatAVariantReallyHas() {
    assertThat(WITH_GAPS.bucketsOf("a")).isEqualTo(20);
    assertThat(WITH_GAPS.bucketsOf("b")).isEqualTo(20);
    assertThat(WITH_GAPS.bucketsOf("c")).isZero();
    assertThat(WITH_GAPS.buckets()).isEqualTo(100);
  }

  @Test
  void theOrderOfRangesDoesNotMatter() {
    Allocation sorted =
        Allocation.of(
            100, List.of(new Range(10, 20, "a"), new Range(60, 80, "b"), new Range(80, 90, "a")));
    assertThat(WITH_GAPS)
        .isEqualTo(sorted)
        .hasSameHashCodeAs(sorted)
        .hasToString(sorted.toString());
    assertThat(WITH_GAPS).isNotEqualTo(Allocation.of(101, sorted.ranges()));
  }

  @Test
  void refusesWhatIsNoTable() {
    assertRefused("an allocation needs a bucket, not 0", () -> Allocation.of(0, List.of()));
    assertRefused(
        "Range[from=90, to=101, variant=a] goes beyond the 100 buckets",
        () -> Allocation.of(100, List.of(new Range(90, 101, "a"))));
    assertRefused(
        "Range[from=5, to=15, variant=b] overlaps the range before it, which ends at 10",
        () -> Allocation.of(100, List.of(new Range(5, 15, "b"), new Range(0, 10, "a"))));
    assertRefused(
        "range [5, 5) of variant \"a\" is empty or begins below 0", () -> new Range(5, 5, "a"));
    assertRefused(
        "range [-1, 5) of variant \"a\" is empty or begins below 0", () -> new Range(-1, 5, "a"));
    assertRefused("variant \"\" has 0 characters, not 1 to 200", () -> new Range(0, 5, ""));
  }

  @Test
  void refusesFractionsOfABucket() {
    assertRefused(
        "weight 33.33 of variant \"a\" is not a whole number of the 100 buckets",
        () -> Allocation.ofWeights(100, List.of(new Weight("a", 3333))));
  }

  @Test
  void hugeTablesDoNotOverflow() {
    Allocation huge =
        Allocation.ofWeights(2_000_000_000, List.of(new Weight("a", 5000), new Weight("b", 5000)));
    assertThat(huge.bucketsOf("b")).isEqualTo(1_000_000_000);
    assertThat(huge.variantOf(1_999_999_999)).contains("b");
  }

  private static void assertRefused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
