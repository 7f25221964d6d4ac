package io.github.evenlot.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AssignmentBufferTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static Experiment experiment(String key) {
    return Experiment.builder(key).variant("control", 50).variant("green", 50).build();
  }

  @Test
  @DisplayName("A buffer says the same as the value, for one experiment and for all of them.")
  void sameAnswers() {
    Assigner assigner = Assigner.of(experiment("a"), experiment("b"), experiment("c"));
    AssignmentBuffer one = new AssignmentBuffer();
    AssignmentBuffer all = new AssignmentBuffer();
    for (int i = 0; i < 1000; i++) {
      String user = "user-" + i;
      assigner.assignAll(user, Attributes.NONE, NOON, all);
      for (int e = 0; e < assigner.size(); e++) {
        Assignment value = assigner.assign(assigner.keyOf(e), UnitId.of(user), NOON);
        assigner.assign(e, user, Attributes.NONE, NOON, one);
        assertThat(one.get(e)).isEqualTo(value);
        assertThat(all.get(e)).isEqualTo(value);
        assertThat(all.variant(e)).isEqualTo(value.variantOr("none"));
        assertThat(all.reason(e)).isEqualTo(value.reason());
        assertThat(all.epoch(e)).isEqualTo(1);
      }
    }
  }

  @Test
  @DisplayName("A number is its decimal text, whichever way it is asked.")
  void numbers() {
    Assigner assigner = Assigner.of(experiment("a"));
    AssignmentBuffer buffer = new AssignmentBuffer();
    for (long user : new long[] {0, 1, -1, 42, Long.MAX_VALUE, Long.MIN_VALUE}) {
      Assignment text = assigner.assign("a", UnitId.of(Long.toString(user)), NOON);
      assigner.assign(0, user, Attributes.NONE, NOON, buffer);
      assertThat(buffer.get(0)).isEqualTo(text);
      assigner.assignAll(user, Attributes.NONE, NOON, buffer);
      assertThat(buffer.get(0)).isEqualTo(text);
    }
  }

  @Test
  @DisplayName("A buffer answers for the last question alone.")
  void lastQuestion() {
    Assigner assigner = Assigner.of(experiment("a"), experiment("b"));
    AssignmentBuffer buffer = new AssignmentBuffer();
    assertThatIllegalStateException()
        .isThrownBy(() -> buffer.get(0))
        .withMessage("the last question was not about the experiment of index 0");
    assigner.assignAll("alice", Attributes.NONE, NOON, buffer);
    assigner.assign(1, "bob", Attributes.NONE, NOON, buffer);
    assertThat(buffer.isAssigned(1)).isTrue();
    assertThatIllegalStateException().isThrownBy(() -> buffer.isAssigned(0));
    assertThatIllegalStateException().isThrownBy(() -> buffer.isAssigned(2));
    assertThatIllegalStateException().isThrownBy(() -> buffer.get(-1));
  }

  @Test
  @DisplayName("Asked by key, an assigner of other experiments answers for the same experiment.")
  void byKey() {
    AssignmentBuffer buffer = new AssignmentBuffer();
    for (Assigner assigner :
        List.of(
            Assigner.of(experiment("a"), experiment("b")),
            Assigner.of(experiment("b"), experiment("a")))) {
      Assignment expected = assigner.assign("a", UnitId.of("42"), NOON);
      int text = assigner.assign("a", "42", Attributes.NONE, NOON, buffer);
      assertThat(buffer.get(text)).isEqualTo(expected);
      int number = assigner.assign("a", 42, Attributes.NONE, NOON, buffer);
      assertThat(buffer.get(number)).isEqualTo(expected);
      int units = assigner.assign("a", Units.ofUser("42"), Attributes.NONE, NOON, buffer);
      assertThat(buffer.get(units)).isEqualTo(expected);
    }
  }

  @Test
  @DisplayName("By a key that no experiment has nobody is assigned, whatever was asked before.")
  void unknownKey() {
    Assigner assigner = Assigner.of(experiment("a"));
    AssignmentBuffer buffer = new AssignmentBuffer();
    assigner.assignAll("alice", Attributes.NONE, NOON, buffer);
    int unknown = assigner.assign("b", "alice", Attributes.NONE, NOON, buffer);
    assertThat(unknown).isEqualTo(-1);
    assertThat(buffer.isAssigned(unknown)).isFalse();
    assertThat(assigner.assign("b", 42, Attributes.NONE, NOON, buffer)).isEqualTo(-1);
    assertThat(assigner.assign("b", Units.ofUser("x"), Attributes.NONE, NOON, buffer))
        .isEqualTo(-1);
  }

  @Test
  @DisplayName("An index that no experiment has is refused.")
  void wrongIndex() {
    Assigner assigner = Assigner.of(experiment("a"));
    assertThat(assigner.indexOf("b")).isEqualTo(-1);
    assertThatThrownBy(
            () -> assigner.assign(-1, "alice", Attributes.NONE, NOON, new AssignmentBuffer()))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> assigner.keyOf(1)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  @DisplayName("One buffer serves assigners of different experiments in turn.")
  void severalAssigners() {
    Assigner few = Assigner.of(experiment("a"));
    Assigner more = Assigner.of(experiment("b"), experiment("a"));
    AssignmentBuffer buffer = new AssignmentBuffer();
    few.assignAll("alice", Attributes.NONE, NOON, buffer);
    Assignment expected = buffer.get(0);
    more.assignAll("alice", Attributes.NONE, NOON, buffer);
    assertThat(buffer.get(1)).isEqualTo(expected);
  }

  @Test
  @DisplayName("A call from within a call does not disturb it.")
  void reentrant() {
    Assigner assigner =
        Assigner.of(
            Experiment.builder("a")
                .variant("control", 100)
                .targeting(Condition.parse(Map.of("in-b", true)))
                .build(),
            experiment("b"));
    Attributes asking =
        name -> assigner.assign("b", UnitId.of("alice"), NOON).reason() == Reason.ALLOCATED;
    assertThat(assigner.assign("a", UnitId.of("bob"), asking, NOON).variantOr("none"))
        .isEqualTo("control");
  }
}
