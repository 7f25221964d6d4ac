package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.bucketing.Bucketings;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MutexGroupTest {

  private static final MutexGroup SHOP = MutexGroup.of("shop");

  private static Experiment holding(String key, Slot slot) {
    return Experiment.builder(key)
        .variant("on", 100)
        .audience(Audience.EVERYONE.withSlot(slot))
        .build();
  }

  @Test
  @DisplayName("A group partitions users by evenlot-1 with its own salt, unless told otherwise.")
  void defaults() {
    assertThat(SHOP)
        .isEqualTo(
            new MutexGroup("shop", "user", Bucketings.EVENLOT_1, "$group:shop", List.of(), null));
    assertThat(SHOP.withBucketing(Bucketings.MD5_100).slot(0, 100).length()).isEqualTo(100);
  }

  @Test
  @DisplayName("A slot is a half-open range of the group's buckets.")
  void slots() {
    assertThat(SHOP.slot(2000, 10_000)).hasToString("slot [2000, 10000) of mutex group \"shop\"");
    for (int[] wrong : new int[][] {{5, 5}, {-1, 5}, {0, 10_001}, {6, 5}}) {
      refused(
          "slot [%d, %d) of mutex group \"shop\" is empty or outside [0, 10000)"
              .formatted(wrong[0], wrong[1]),
          () -> SHOP.slot(wrong[0], wrong[1]));
    }
  }

  @Test
  @DisplayName("Slots that touch do not overlap, and those of two groups never do.")
  void overlap() {
    Slot slot = SHOP.slot(10, 20);
    assertThat(slot.overlaps(SHOP.slot(20, 30))).isFalse();
    assertThat(slot.overlaps(SHOP.slot(0, 10))).isFalse();
    assertThat(slot.overlaps(SHOP.slot(19, 30))).isTrue();
    assertThat(slot.overlaps(SHOP.slot(0, 11))).isTrue();
    assertThat(slot.overlaps(SHOP.slot(12, 13))).isTrue();
    assertThat(slot.overlaps(MutexGroup.of("other").slot(10, 20))).isFalse();
  }

  @Test
  @DisplayName("Groups are nested at most 8 deep, and never in themselves.")
  void nesting() {
    MutexGroup group = MutexGroup.of("level 1");
    for (int level = 2; level <= 8; level++) {
      group = MutexGroup.of("level " + level).within(group.slot(0, 100));
    }
    Slot deepest = group.slot(0, 100);
    refused(
        "mutex group \"level 9\" is nested deeper than 8",
        () -> MutexGroup.of("level 9").within(deepest));
    refused(
        "mutex group \"level 1\" is within itself", () -> MutexGroup.of("level 1").within(deepest));
  }

  @Test
  @DisplayName("Two live experiments do not hold one bucket, whether draft, running or paused.")
  void liveSlots() {
    Experiment one = holding("one", SHOP.slot(0, 100));
    Experiment two = holding("two", SHOP.slot(99, 200));
    for (ExperimentStatus status :
        List.of(ExperimentStatus.DRAFT, ExperimentStatus.RUNNING, ExperimentStatus.PAUSED)) {
      refused(
          "slot [99, 200) of mutex group \"shop\" of experiment \"two\" overlaps slot [0, 100) of"
              + " mutex group \"shop\" of experiment \"one\"",
          () -> Experiments.of(one.withStatus(status), two));
    }
    Experiment concluded = one.withStatus(ExperimentStatus.CONCLUDED);
    assertThat(Experiments.of(concluded, two).all()).containsExactly(concluded, two);
    Experiment beside = holding("beside", SHOP.slot(200, 300));
    assertThat(Experiments.of(two, beside).all()).hasSize(2);
  }

  @Test
  @DisplayName("Live experiments mean the same by a group; a concluded one may have meant more.")
  void oneMeaning() {
    Experiment one = holding("one", SHOP.slot(0, 100));
    Experiment two = holding("two", SHOP.withSalt("other").slot(200, 300));
    refused(
        "mutex group \"shop\" is not the same for experiment \"one\" and for experiment \"two\":"
            + " salt $group:shop and other",
        () -> Experiments.of(one, two));
    assertThat(Experiments.of(one.withStatus(ExperimentStatus.CONCLUDED), two).all()).hasSize(2);
  }

  @Test
  @DisplayName("Where a group has two meanings, the message names each field that differs.")
  void differences() {
    assertThat(Differences.between(SHOP, SHOP)).isEmpty();
    MutexGroup unlike =
        SHOP.withUnitKind("device")
            .withBucketing(Bucketings.SHA256_10000)
            .withHoldouts(List.of(Holdout.of("h", 5)));
    assertThat(Differences.between(SHOP, unlike))
        .isEqualTo(
            "unit kind user and device, bucketing evenlot-1 and sha256-10000, holdouts [] and"
                + " [Holdout[key=h, unitKind=user, bucketing=evenlot-1, salt=$holdout:h,"
                + " hundredths=500]]");
    MutexGroup inner = MutexGroup.of("inner");
    assertThat(Differences.between(inner, inner.within(SHOP.slot(0, 5))))
        .isEqualTo("within null and slot [0, 5) of mutex group \"shop\"");
    assertThat(Differences.between(inner.within(SHOP.slot(0, 5)), inner.within(unlike.slot(0, 5))))
        .startsWith("within slot [0, 5) of mutex group \"shop\": unit kind user and device, ");
  }

  @Test
  @DisplayName("Live experiments mean the same by a holdout, whether their own or their group's.")
  void oneHoldout() {
    Experiment five = exempting("five", Audience.EVERYONE.withHoldout(Holdout.of("h", 5)));
    Experiment fifty = exempting("fifty", Audience.EVERYONE.withHoldout(Holdout.of("h", 50)));
    MutexGroup group = SHOP.withHoldouts(List.of(Holdout.of("h", 50)));
    refused(
        "holdout \"h\" is not the same for experiment \"five\" and for experiment \"fifty\":"
            + " percent 5 and 50",
        () -> Experiments.of(five, fifty));
    refused(
        "holdout \"h\" is not the same for experiment \"five\" and for experiment \"shopping\":"
            + " percent 5 and 50",
        () -> Experiments.of(five, holding("shopping", group.slot(0, 1))));
    assertThat(Experiments.of(five.withStatus(ExperimentStatus.CONCLUDED), fifty).all()).hasSize(2);
    assertThat(Experiments.of(fifty, holding("shopping", group.slot(0, 1))).all()).hasSize(2);
  }

  private static Experiment exempting(String key, Audience audience) {
    return Experiment.builder(key).variant("on", 100).audience(audience).build();
  }

  @Test
  @DisplayName("A nested group holds its slot of the outer one as long as somebody lives in it.")
  void nestedHolds() {
    MutexGroup inner = MutexGroup.of("inner").within(SHOP.slot(0, 5000));
    Experiment first = holding("first", inner.slot(0, 100));
    Experiment second = holding("second", inner.slot(100, 200));
    Experiment outside = holding("outside", SHOP.slot(4999, 5001));
    assertThat(Experiments.of(first, second).all()).hasSize(2);
    refused(
        "slot [4999, 5001) of mutex group \"shop\" of experiment \"outside\" overlaps slot [0,"
            + " 5000) of mutex group \"shop\" of mutex group \"inner\"",
        () -> Experiments.of(first, second, outside));
    refused(
        "slot [0, 5000) of mutex group \"shop\" of mutex group \"inner\" overlaps slot [4999, 5001)"
            + " of mutex group \"shop\" of experiment \"outside\"",
        () -> Experiments.of(outside, first));
    assertThat(
            Experiments.of(
                    first.withStatus(ExperimentStatus.CONCLUDED),
                    second.withStatus(ExperimentStatus.CONCLUDED),
                    outside)
                .all())
        .hasSize(3);
  }

  @Test
  @DisplayName("Two groups do not share out one slot.")
  void twoNested() {
    Experiment first = holding("first", MutexGroup.of("a").within(SHOP.slot(0, 50)).slot(0, 1));
    Experiment second = holding("second", MutexGroup.of("b").within(SHOP.slot(0, 50)).slot(1, 2));
    refused(
        "slot [0, 50) of mutex group \"shop\" of mutex group \"b\" overlaps slot [0, 50) of mutex"
            + " group \"shop\" of mutex group \"a\"",
        () -> Experiments.of(first, second));
  }

  private static void refused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
