package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.Allocation.Range;
import io.github.evenlot.experiment.Reallocation.Move;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Expected tables and shares are worked out by hand. */
class ReallocationTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Allocation HALVES = table(new Range(0, 50, "a"), new Range(50, 100, "b"));

  private static Allocation table(Range... ranges) {
    return Allocation.of(100, List.of(ranges));
  }

  private static Weight weight(String variant, double percent) {
    return Weight.ofPercent(variant, percent);
  }

  @Test
  @DisplayName("Between neighbours the border is shifted, either way.")
  void shiftsTheBorder() {
    Reallocation change = Reallocation.of(HALVES, List.of(weight("a", 40), weight("b", 60)));
    assertThat(change.before()).isEqualTo(HALVES);
    assertThat(change.after()).isEqualTo(table(new Range(0, 40, "a"), new Range(40, 100, "b")));
    assertThat(change.moves()).containsExactly(new Move("a", "b", 10, 100));
    assertThat(change.moves().get(0).share()).isEqualTo(0.1);
    assertThat(Reallocation.of(change.after(), List.of(weight("a", 50), weight("b", 50))).after())
        .isEqualTo(HALVES);
  }

  @Test
  @DisplayName("What moves is the total variation distance, here 0.1 of all and of the enrolled.")
  void shares() {
    Reallocation change = Reallocation.of(HALVES, List.of(weight("a", 40), weight("b", 60)));
    assertThat(change.movedBuckets()).isEqualTo(10);
    assertThat(change.leastMovedBuckets()).isEqualTo(10);
    assertThat(change.flippedBuckets()).isEqualTo(10);
    assertThat(change.movedShare()).isEqualTo(0.1);
    assertThat(change.flippedShare()).isEqualTo(0.1);
  }

  @Test
  @DisplayName("A growing share takes from those who were in no variant, and flips nobody.")
  void grows() {
    Allocation small = table(new Range(0, 5, "a"), new Range(5, 10, "b"));
    Reallocation change = Reallocation.of(small, List.of(weight("a", 20), weight("b", 20)));
    assertThat(change.after())
        .isEqualTo(table(new Range(0, 5, "a"), new Range(5, 25, "b"), new Range(25, 40, "a")));
    assertThat(change.moves())
        .containsExactly(new Move(null, "a", 15, 100), new Move(null, "b", 15, 100));
    assertThat(change.moves()).noneMatch(Move::isFlip);
    assertThat(change.movedBuckets()).isEqualTo(30);
    assertThat(change.flippedShare()).isZero();
  }

  @Test
  @DisplayName("A shrinking share lets units go, and flips nobody.")
  void shrinks() {
    Reallocation change = Reallocation.of(HALVES, List.of(weight("a", 50), weight("b", 20)));
    assertThat(change.after()).isEqualTo(table(new Range(0, 50, "a"), new Range(80, 100, "b")));
    assertThat(change.moves()).containsExactly(new Move("b", null, 30, 100));
    assertThat(change.movedShare()).isEqualTo(0.3);
    assertThat(change.flippedBuckets()).isZero();
  }

  @Test
  @DisplayName("A third arm takes from both, and one that is left out is dropped.")
  void addsAndDrops() {
    Reallocation added =
        Reallocation.of(HALVES, List.of(weight("a", 40), weight("b", 40), weight("c", 20)));
    assertThat(added.after())
        .isEqualTo(table(new Range(0, 40, "a"), new Range(40, 60, "c"), new Range(60, 100, "b")));
    assertThat(added.moves())
        .containsExactly(new Move("a", "c", 10, 100), new Move("b", "c", 10, 100));
    Reallocation dropped = Reallocation.of(HALVES, List.of(weight("a", 100)));
    assertThat(dropped.after()).isEqualTo(table(new Range(0, 100, "a")));
    assertThat(dropped.moves()).containsExactly(new Move("b", "a", 50, 100));
  }

  @Test
  @DisplayName("Of those enrolled, the share that flips is of them and not of all.")
  void flippedOfTheEnrolled() {
    Allocation small = table(new Range(0, 10, "a"), new Range(10, 20, "b"));
    Reallocation change = Reallocation.of(small, List.of(weight("a", 5), weight("b", 15)));
    assertThat(change.movedShare()).isEqualTo(0.05);
    assertThat(change.flippedShare()).isEqualTo(0.25);
    assertThat(Reallocation.of(table(), List.of(weight("a", 5))).flippedShare()).isZero();
  }

  @Test
  @DisplayName("The same weights in another order, or a weight of 0 more, move nobody.")
  void orderDoesNotMatter() {
    List<Weight> weights = new ArrayList<>(List.of(weight("b", 50), weight("a", 50)));
    weights.add(weight("c", 0));
    assertThat(Reallocation.of(HALVES, weights).after()).isEqualTo(HALVES);
    assertThat(Reallocation.of(HALVES, weights).moves()).isEmpty();
    List<Weight> others = new ArrayList<>(List.of(weight("a", 1), weight("c", 2), weight("b", 3)));
    Allocation after = Reallocation.of(HALVES, others).after();
    Collections.reverse(others);
    assertThat(Reallocation.of(HALVES, others).after()).isEqualTo(after);
  }

  @Test
  @DisplayName("Pieces of one variant that meet become one range.")
  void merges() {
    Allocation pieces =
        table(new Range(0, 20, "a"), new Range(20, 40, "b"), new Range(40, 60, "a"));
    assertThat(Reallocation.of(pieces, List.of(weight("a", 60))).after())
        .isEqualTo(table(new Range(0, 60, "a")));
  }

  @Test
  @DisplayName("Tables of billions of buckets do not overflow.")
  void huge() {
    Allocation huge =
        Allocation.ofWeights(2_000_000_000, List.of(weight("a", 50), weight("b", 50)));
    Reallocation change = Reallocation.of(huge, List.of(weight("a", 0), weight("c", 100)));
    assertThat(change.movedBuckets()).isEqualTo(2_000_000_000);
    assertThat(change.leastMovedBuckets()).isEqualTo(2_000_000_000);
    assertThat(change.movedShare()).isEqualTo(1);
  }

  @Test
  @DisplayName("Weights that are no table are refused.")
  void refuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reallocation.of(HALVES, List.of(weight("a", 33.33))))
        .withMessage("weight 33.33 of variant \"a\" is not a whole number of the 100 buckets");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reallocation.of(HALVES, List.of(weight("a", 60), weight("b", 50))))
        .withMessage("weights sum to 110 percent, above 100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Reallocation.of(HALVES, List.of(weight("a", 60), weight("a", 20))))
        .withMessage("variant \"a\" has two weights");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reallocation(HALVES, Allocation.of(10, List.of())))
        .withMessage("a reallocation of 100 buckets can't become one of 10");
  }

  @Test
  @DisplayName("An experiment with new weights has a new epoch and its old ones.")
  void ofAnExperiment() {
    Experiment before = Experiment.builder("exp").variant("a", 50).variant("b", 50).build();
    Experiment after = before.reallocated(List.of(weight("a", 40), weight("b", 60)), NOON);
    assertThat(after.epochs()).startsWith(before.epoch()).hasSize(2);
    assertThat(after.epoch().start()).isEqualTo(NOON);
    assertThat(after.allocation().ranges())
        .containsExactly(new Range(0, 4000, "a"), new Range(4000, 10_000, "b"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> before.reallocated(List.of(weight("c", 10)), NOON))
        .withMessage("experiment \"exp\" allocates to \"c\", which is none of its variants [a, b]");
  }
}
