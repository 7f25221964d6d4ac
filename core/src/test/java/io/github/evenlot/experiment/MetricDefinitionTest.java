package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.MetricDefinition.Aggregation;
import io.github.evenlot.experiment.MetricDefinition.Direction;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricDefinitionTest {

  private static final MetricDefinition PURCHASE = MetricDefinition.conversion("purchase");

  @ParameterizedTest
  @EnumSource(Kind.class)
  void isPrimaryOverTwoWeeksUnlessToldOtherwise(Kind kind) {
    MetricDefinition metric = MetricDefinition.of("m", kind);
    assertThat(metric.kind()).isEqualTo(kind);
    assertThat(metric.window()).isEqualTo(Duration.ofDays(14));
    assertThat(metric.lookback()).isZero();
    assertThat(metric.role()).isEqualTo(Role.PRIMARY);
    assertThat(metric.direction())
        .isEqualTo(kind == Kind.LATENCY ? Direction.DECREASE : Direction.INCREASE);
  }

  @Test
  void onlyConversionsAreProportions() {
    assertThat(Kind.values())
        .filteredOn(kind -> kind.aggregation() == Aggregation.PROPORTION)
        .containsExactly(Kind.CONVERSION);
  }

  @Test
  void withersChangeOneThing() {
    MetricDefinition changed =
        PURCHASE
            .withWindow(Duration.ofHours(1))
            .withLookback(Duration.ofDays(7))
            .with(Direction.DECREASE)
            .with(Role.GUARDRAIL);
    assertThat(changed)
        .isEqualTo(
            new MetricDefinition(
                "purchase",
                Kind.CONVERSION,
                Duration.ofHours(1),
                Duration.ofDays(7),
                Direction.DECREASE,
                Role.GUARDRAIL));
  }

  @Test
  void aWindowIsPositiveAndALookbackNotNegative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PURCHASE.withWindow(Duration.ZERO))
        .withMessage("window PT0S of metric \"purchase\" is not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PURCHASE.withWindow(Duration.ofDays(-1)))
        .withMessage("window PT-24H of metric \"purchase\" is not positive");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PURCHASE.withLookback(Duration.ofNanos(-1)))
        .withMessage("lookback PT-0.000000001S of metric \"purchase\" is negative");
  }

  @Test
  void neitherIsLongerThanTenYears() {
    Duration longer = MetricDefinition.LONGEST.plusNanos(1);
    assertThat(PURCHASE.withWindow(MetricDefinition.LONGEST).window()).hasDays(3650);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PURCHASE.withWindow(longer))
        .withMessage("window PT87600H0.000000001S of metric \"purchase\" is above 3650 days");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PURCHASE.withLookback(Duration.ofSeconds(Long.MAX_VALUE)))
        .withMessageEndingWith("of metric \"purchase\" is above 3650 days");
  }
}
