package io.github.evenlot.laws;

import static io.github.evenlot.laws.Histories.streamed;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 11: adding and then removing is nothing, so a correction or an erasure is exact. */
class Law11AddThenRemoveTest {

  @Provide
  Arbitrary<List<ExactMoments>> units() {
    Arbitrary<Long> values =
        Arbitraries.longs().between(-1_000_000_000_000_000_000L, 1_000_000_000_000_000_000L);
    return Combinators.combine(values, values, values)
        .as(ExactMoments::ofUnit)
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Fact>> facts() {
    return Histories.anyFacts();
  }

  private static ExactMoments sum(List<ExactMoments> units) {
    return units.stream().reduce(ExactMoments.ZERO, ExactMoments::plus);
  }

  @Property(seed = "1101")
  void momentsComeBack(
      @ForAll("units") List<ExactMoments> some, @ForAll("units") List<ExactMoments> others) {
    assertThat(sum(some).plus(sum(others)).minus(sum(others))).isEqualTo(sum(some));
    assertThat(sum(some).minus(sum(some)).isZero()).isTrue();
    assertThat(sum(some).plus(sum(others))).isEqualTo(sum(others).plus(sum(some)));
  }

  @Property(seed = "1102")
  void groupingDoesNotMatter(
      @ForAll("units") List<ExactMoments> a,
      @ForAll("units") List<ExactMoments> b,
      @ForAll("units") List<ExactMoments> c) {
    assertThat(sum(a).plus(sum(b)).plus(sum(c))).isEqualTo(sum(a).plus(sum(b).plus(sum(c))));
  }

  @Property(seed = "1103")
  void decimalsComeBack(@ForAll("units") List<ExactMoments> units) {
    ExactMoments sum = sum(units);
    assertThat(
            ExactMoments.of(
                sum.n(),
                sum.sumY(),
                sum.sumYy(),
                sum.sumX(),
                sum.sumXx(),
                sum.sumXy(),
                sum.sumC(),
                sum.sumCc(),
                sum.sumYc()))
        .isEqualTo(sum);
  }

  @Property(seed = "1104")
  void erasingUnitsLeavesTheRowsOfTheOthers(@ForAll("facts") List<Fact> facts) {
    Map<RowKey, ExactMoments> erased = streamed(Histories.ofUnits(facts, true));
    assertThat(MetricRows.difference(streamed(facts), erased))
        .isEqualTo(streamed(Histories.ofUnits(facts, false)));
  }
}
