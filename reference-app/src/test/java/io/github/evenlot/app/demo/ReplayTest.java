package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final List<ReplayedTest> TESTS = DemoTests.replayed(Samples.ARCHIVE, 20_000);
  private static final List<Fact> FACTS = facts(TESTS, 1);

  @Test
  void theSeedDecidesEverything() {
    List<ReplayedTest> few = DemoTests.replayed(Samples.ARCHIVE, 1_000);
    assertThat(facts(few, 7)).isEqualTo(facts(few, 7)).isNotEqualTo(facts(few, 8));
  }

  @Test
  void everyViewerIsExposedAndEveryClickOfTheArchiveHappens() {
    Set<Fact> distinct = new HashSet<>(FACTS);
    long clicks =
        TESTS.stream()
            .flatMap(test -> test.archived().arms().stream())
            .mapToLong(ArchivedTest.Arm::clicks)
            .sum();
    assertThat(distinct.stream().filter(Exposure.class::isInstance)).hasSize(20_000);
    assertThat(distinct.stream().filter(MetricEvent.class::isInstance)).hasSize((int) clicks);
  }

  @Test
  void aTenthArrivesTwiceAndNothingThrice() {
    Map<Fact, Integer> times = new HashMap<>();
    FACTS.forEach(fact -> times.merge(fact, 1, Integer::sum));
    double repeated = times.values().stream().filter(often -> often == 2).count();
    assertThat(times.values()).containsOnly(1, 2);
    // Five standard deviations of a share of 0.1 among 20,000 are 0.011.
    assertThat(repeated / times.size()).isCloseTo(0.1, within(0.011));
  }

  @Test
  void factsArriveOutOfOrderByUpToFiveMinutes() {
    Instant latest = Instant.MIN;
    Duration most = Duration.ZERO;
    for (Fact fact : FACTS) {
      latest = fact.time().isAfter(latest) ? fact.time() : latest;
      Duration late = Duration.between(fact.time(), latest);
      most = late.compareTo(most) > 0 ? late : most;
    }
    assertThat(most).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(5));
  }

  @Test
  void clicksFollowTheExposureOfTheirViewerWithinTenMinutes() {
    Map<UnitId, Instant> shown = new HashMap<>();
    FACTS.stream()
        .filter(Exposure.class::isInstance)
        .forEach(fact -> shown.put(fact.unit(), fact.time()));
    assertThat(FACTS.stream().filter(MetricEvent.class::isInstance))
        .allSatisfy(
            click ->
                assertThat(Duration.between(shown.get(click.unit()), click.time()))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(10)));
  }

  @Test
  void viewersComeOnTheDaysOfTheirTest() {
    for (ReplayedTest test : TESTS) {
      assertThat(FACTS.stream().filter(fact -> isExposureOf(test, fact)))
          .extracting(Fact::time)
          .allMatch(time -> !time.isBefore(test.start()))
          .allMatch(time -> time.isBefore(test.start().plus(Duration.ofDays(ReplayedTest.DAYS))));
    }
  }

  @Test
  void foldedPerViewerTheFactsGiveTheArchiveExactly() {
    InMemoryMetricRowStore store = new InMemoryMetricRowStore();
    List<MetricRow> rows = Samples.folded(TESTS, FACTS);
    store.upsert(RowOrigin.STREAM, new Fence(1, 1), rows);
    store.upsert(RowOrigin.BATCH, new Fence(1, 1), rows);
    Reconciliation reconciliation = Reconciliation.of(TESTS, store);
    assertThat(reconciliation.differences()).isEmpty();
    assertThat(reconciliation.arms()).isEqualTo(49);
    assertThat(rows).extracting(row -> row.key().metric()).containsOnly("$exposures", "click");
  }

  private static boolean isExposureOf(ReplayedTest test, Fact fact) {
    return fact instanceof Exposure exposure
        && exposure.experiment().equals(test.experiment().key());
  }

  private static List<Fact> facts(List<ReplayedTest> tests, long seed) {
    List<Fact> facts = new ArrayList<>();
    new Replay(tests, seed).run(facts::add);
    return facts;
  }
}
