package io.github.evenlot.app.demo;

import static io.github.evenlot.app.demo.Samples.arm;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.port.RowOrigin;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconciliationTest {

  private static final ReplayedTest TRUTH =
      Samples.test(arm("a", 100, 10), arm("b", 90, 12), arm("c", 95, 0));

  private final InMemoryMetricRowStore store = new InMemoryMetricRowStore();

  @Test
  void whereAllAgreeThereIsNoDifference() {
    Samples.store(store, RowOrigin.STREAM, TRUTH);
    Samples.store(store, RowOrigin.BATCH, TRUTH);
    assertThat(reconciled()).isEqualTo(new Reconciliation(3, 6, List.of()));
    assertThat(reconciled().agrees()).isTrue();
  }

  @Test
  void oneLostClickOfTheStreamIsNamedByArmAndByRow() {
    Samples.store(
        store,
        RowOrigin.STREAM,
        Samples.test(arm("a", 100, 10), arm("b", 90, 11), arm("c", 95, 0)));
    Samples.store(store, RowOrigin.BATCH, TRUTH);
    Reconciliation reconciled = reconciled();
    assertThat(reconciled.agrees()).isFalse();
    assertThat(reconciled.differences()).hasSize(2);
    assertThat(reconciled.differences().get(0))
        .isEqualTo(
            "upworthy-sample arm-2: archive ArmCount[viewers=90, clicks=12], stream"
                + " ArmCount[viewers=90, clicks=11], batch ArmCount[viewers=90, clicks=12]");
    assertThat(reconciled.differences().get(1))
        .contains("variant=arm-2, metric=click", ": batch less stream is ExactMoments[n=0, Σy=1.0");
  }

  @Test
  void whatBothCountTwiceIsFoundByTheArchive() {
    ReplayedTest doubled = Samples.test(arm("a", 101, 10), arm("b", 90, 12), arm("c", 95, 0));
    Samples.store(store, RowOrigin.STREAM, doubled);
    Samples.store(store, RowOrigin.BATCH, doubled);
    assertThat(reconciled().differences())
        .containsExactly(
            "upworthy-sample arm-1: archive ArmCount[viewers=100, clicks=10], stream"
                + " ArmCount[viewers=101, clicks=10], batch ArmCount[viewers=101, clicks=10]");
  }

  @Test
  void aJobThatWroteNothingDiffersEverywhere() {
    Samples.store(store, RowOrigin.STREAM, TRUTH);
    assertThat(reconciled().rows()).isZero();
    // Three arms and six rows.
    assertThat(reconciled().differences()).hasSize(9);
  }

  private Reconciliation reconciled() {
    return Reconciliation.of(List.of(TRUTH), store);
  }
}
