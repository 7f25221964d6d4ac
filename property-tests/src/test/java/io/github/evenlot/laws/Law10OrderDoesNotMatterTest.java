package io.github.evenlot.laws;

import static io.github.evenlot.laws.Histories.batched;
import static io.github.evenlot.laws.Histories.streamed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.metric.UnitLedger;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 10: any permutation, duplication or partition of the facts gives the same moments. */
class Law10OrderDoesNotMatterTest {

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Histories.anyFacts();
  }

  @Property(seed = "1001", tries = 2000)
  void anyOrder(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
    List<Fact> shuffled = new ArrayList<>(facts);
    Collections.shuffle(shuffled, random);
    assertThat(streamed(shuffled)).isEqualTo(streamed(facts));
  }

  @Property(seed = "1002", tries = 2000)
  void anyRepetition(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
    List<Fact> repeated = new ArrayList<>(facts);
    facts.stream().filter(fact -> random.nextBoolean()).forEach(repeated::add);
    Collections.shuffle(repeated, random);
    assertThat(streamed(repeated)).isEqualTo(streamed(facts));
  }

  @Property(seed = "1003")
  void anyPartitionOfTheUnits(@ForAll("facts") List<Fact> facts) {
    Map<RowKey, ExactMoments> rows = streamed(Histories.ofUnits(facts, true));
    MetricRows.addTo(rows, streamed(Histories.ofUnits(facts, false)));
    assertThat(rows).isEqualTo(streamed(facts));
  }

  @Property(seed = "1004", tries = 2000)
  void allAtOnce(@ForAll("facts") List<Fact> facts) {
    assertThat(batched(facts)).isEqualTo(streamed(facts));
  }

  /** A busy unit is counted in another way; the facts are all of one unit, and a robot's. */
  @Property(seed = "1005", tries = 300)
  void aBusyUnit(@ForAll("facts") List<Fact> facts, @ForAll Random random) {
    UnitId unit = UnitId.of("alice");
    List<Fact> busy = new ArrayList<>(facts);
    busy.removeIf(fact -> !fact.unit().equals(unit));
    for (int i = 0; i < 100; i++) {
      busy.add(
          new MetricEvent(
              "robot-" + i,
              unit,
              "spend",
              i,
              Histories.START.plus(Duration.ofHours(random.nextInt(200)))));
    }
    Collections.shuffle(busy, random);
    assertThat(streamed(busy)).isEqualTo(batched(busy));
  }

  /** What is kept between facts may be written down and read again at any time. */
  @Property(seed = "1006")
  void anyRestart(@ForAll("facts") List<Fact> facts) {
    Map<UnitId, UnitLedger> ledgers = new HashMap<>();
    Map<RowKey, ExactMoments> rows = new HashMap<>();
    for (Fact fact : facts) {
      UnitLedger restored = new UnitLedger();
      ledgers.getOrDefault(fact.unit(), new UnitLedger()).facts().forEach(restored::put);
      MetricRows.addTo(rows, restored.add(fact, Histories.EXPERIMENTS));
      ledgers.put(fact.unit(), restored);
    }
    assertThat(rows).isEqualTo(streamed(facts));
  }
}
