package io.github.evenlot.experiment;

import static io.github.evenlot.Fixtures.compact;
import static io.github.evenlot.Fixtures.json;
import static io.github.evenlot.Fixtures.parse;
import static io.github.evenlot.Fixtures.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.MAP;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.MetricDefinition.Direction;
import io.github.evenlot.experiment.MetricDefinition.Kind;
import io.github.evenlot.experiment.MetricDefinition.Role;
import io.github.evenlot.targeting.Condition;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExperimentDocumentsTest {

  private static final String VERSION_1 = text("documents/experiment-1.json");
  private static final String VERSION_2 = text("documents/experiment-2.json");

  private static Experiment checkoutButton() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("colour", "#00ff00");
    config.put("banner", null);
    config.put("sizes", List.of(1, new BigDecimal("2.50"), true, Map.of("unit", "px")));
    return Experiment.builder("checkout-button")
        .salt("checkout-button-2026")
        .start(Instant.parse("2026-03-01T00:00:00Z"))
        .end(Instant.parse("2026-04-01T00:00:00Z"))
        .variant(Variant.of("control").withName("As it is"), new Weight("control", 1000))
        .variant(new Variant("green", "Grün 😀", config), new Weight("green", 1000))
        .metric(MetricDefinition.conversion("purchase"))
        .metric(
            new MetricDefinition(
                "response-time",
                Kind.LATENCY,
                Duration.ofMillis(90_500),
                Duration.ofDays(7),
                Direction.DECREASE,
                Role.GUARDRAIL))
        .plan(AnalysisPlan.ofUnits(300_000).withAlpha(0.01))
        .build()
        .withAllocation(
            Allocation.of(
                10_000,
                List.of(
                    new Allocation.Range(0, 1000, "control"),
                    new Allocation.Range(1000, 2000, "green"),
                    new Allocation.Range(2000, 6000, "control"),
                    new Allocation.Range(6000, 10_000, "green"))),
            Instant.parse("2026-03-08T09:30:00.123456789Z"));
  }

  private static Experiment elaborate() {
    Map<String, Object> targeting = new LinkedHashMap<>();
    targeting.put("country", "US");
    targeting.put("age", new TreeMap<>(Map.of("$gte", 18, "$lt", new BigDecimal("99.5"))));
    return checkoutButton()
        .withAudience(audience())
        .withTargeting(Condition.parse(targeting), Instant.parse("2026-03-20T00:00:00Z"));
  }

  private static Audience audience() {
    MutexGroup shop = MutexGroup.of("shop");
    MutexGroup payment =
        new MutexGroup(
            "payment",
            "user",
            Bucketings.MD5_100,
            "$group:payment#2",
            List.of(
                new Holdout(
                    "payment-2026", "user", Bucketings.MD5_100, "$holdout:payment-2026", 100)),
            shop.slot(2500, 10_000));
    return Audience.EVERYONE
        .withUnitKind("device")
        .withHoldout(Holdout.of("2026", 5))
        .withForced("tester 😀", "green")
        .withForced("", "control")
        .withPrerequisite(Prerequisite.of("new-checkout", "slow", "fast"))
        .withSlot(payment.slot(0, 40))
        .withTraffic(
            Traffic.of("$traffic:checkout-button", 0.01)
                .then(Instant.parse("2026-03-02T00:00:00Z"), 12.5)
                .then(Instant.parse("2026-03-04T00:00:00.000000001Z"), 100));
  }

  @Test
  void readsVersion1() {
    assertThat(ExperimentDocuments.experiment(parse(VERSION_1))).isEqualTo(checkoutButton());
  }

  @Test
  void readsVersion2() {
    assertThat(ExperimentDocuments.experiment(parse(VERSION_2))).isEqualTo(elaborate());
  }

  @Test
  void writesVersion2ToTheByte() {
    assertThat(json(ExperimentDocuments.toDocument(elaborate()))).isEqualTo(compact(VERSION_2));
  }

  @Test
  void whoeverReadsVersion2HasToBeToldWhoMayBeIn() {
    Map<String, Object> document = parse(VERSION_1.replace("\"v\" : 1", "\"v\" : 2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExperimentDocuments.experiment(document))
        .withMessage("experiment.audience is missing");
  }

  @Test
  void aPlanWithChoicesComesBackAsItWas() {
    AnalysisPlan plan =
        AnalysisPlan.ofUnits(1000)
            .withSides(1)
            .withSpending(NamedChoice.of("kim-demets", "rho", new BigDecimal("1.5")))
            .withMethod("purchase", NamedChoice.of("two-proportion-z", "bounds", "wald"))
            .withMethod("response-time", NamedChoice.of("ratio"))
            .withMargin("response-time", 2.5)
            .withAdjustment("bh");
    Experiment experiment = checkoutButton().withPlan(plan);
    Map<String, Object> document = ExperimentDocuments.toDocument(experiment);
    assertThat(ExperimentDocuments.experiment(parse(json(document)))).isEqualTo(experiment);
    assertThat(document.get("plan"))
        .hasToString(
            "{alpha=0.05, plannedUnits=1000, sides=1,"
                + " spending={id=kim-demets, parameters={rho=1.5}},"
                + " methods={purchase={id=two-proportion-z, parameters={bounds=wald}},"
                + " response-time={id=ratio}}, margins={response-time=2.5}, adjustment=bh}");
  }

  @Test
  void aPlanThatSpeaksOfOtherMetricsIsRefused() {
    AnalysisPlan plan = AnalysisPlan.ofUnits(1000);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> checkoutButton().withPlan(plan.withMethod("sales", NamedChoice.of("welch"))))
        .withMessage("the plan has a method for \"sales\", which is no metric of the experiment");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> checkoutButton().withPlan(plan.withMargin("purchase", 0.1)))
        .withMessage(
            "the plan has a margin for \"purchase\", which is no guardrail of the experiment");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withMargin("response-time", 0))
        .withMessage("margin 0.0 of metric \"response-time\" is not positive and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> plan.withSides(3))
        .withMessage("sides 3 is neither 1 nor 2");
  }

  @Test
  void whatIsAbsentStaysAbsent() {
    Experiment bare =
        Experiment.builder("bare")
            .bucketing(Bucketings.MD5_100)
            .status(ExperimentStatus.DRAFT)
            .variant("on", 0)
            .build();
    Map<String, Object> document = ExperimentDocuments.toDocument(bare);
    assertThat(document).doesNotContainKeys("start", "end", "plan");
    assertThat(document.get("audience")).asInstanceOf(MAP).doesNotContainKey("slot");
    assertThat(ExperimentDocuments.experiment(parse(json(document)))).isEqualTo(bare);
  }

  @Test
  void anAlphaComesBackToTheBit() {
    Experiment experiment =
        Experiment.builder("exp")
            .variant("a", 100)
            .plan(AnalysisPlan.ofUnits(Long.MAX_VALUE).withAlpha(0.1 + 0.2 - 0.1))
            .build();
    String document = json(ExperimentDocuments.toDocument(experiment));
    assertThat(ExperimentDocuments.experiment(parse(document))).isEqualTo(experiment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "v" : 1 | "v" : 3 | experiment.v is 3; this reader knows versions 1 to 2
          "v" : 1 | "v" : 0 | experiment.v is 0; this reader knows versions 1 to 2
          "key" : "checkout-button" | "key" : "" | experiment "" has 0 characters, not 1 to 200
          "status" : "RUNNING" | "status" : "running" | experiment.status is "running", none of [DRAFT, RUNNING, PAUSED, CONCLUDED]
          "evenlot-1" | "unleash-0-0" | bucketing unleash-0-0 has 0 buckets, not 1 to 1000000
          "evenlot-1" | "md5-100" | Range[from=0, to=1000, variant=control] goes beyond the 100 buckets
          "salt" : | "sald" : | experiment.salt is missing
          [ 0, 1000, "control" ], [ 1000, 2000, "green" ] ] | [ 0.9, 1000, "control" ] ] | experiment.epochs[0].ranges[0].from is 0.9, not a whole number of 64 bits
          [ 0, 1000, "control" ], [ 1000, 2000, "green" ] ] | [ 0, 4294967297, "control" ] ] | experiment.epochs[0].ranges[0].to is 4294967297, not a whole number of 32 bits
          [ 0, 1000, "control" ], [ 1000, 2000, "green" ] ] | [ 0, 1000, 7 ] ] | experiment.epochs[0].ranges[0].variant is 7, not text
          [ 0, 1000, "control" ], [ 1000, 2000, "green" ] ] | [ 0, 1000 ] ] | experiment.epochs[0].ranges[0] is [0, 1000], not [from, to, variant]
          [ 1000, 2000, "green" ], [ 2000 | [ 1000, 2001, "green" ], [ 2000 | Range[from=2000, to=6000, variant=control] overlaps the range before it, which ends at 2001
          [ 1000, 2000, "green" ], [ 2000 | [ 1000, 2000, "blue" ], [ 2000 | experiment "checkout-button" allocates to "blue", which is none of its variants [control, green]
          "number" : 2 | "number" : 3 | experiment "checkout-button" has epoch 3 in place 2
          "CONVERSION" | "CLICKS" | experiment.metrics[0].kind is "CLICKS", none of [CONVERSION, REVENUE, LATENCY, COUNT]
          "PT336H" | "two weeks" | experiment.metrics[0].window is "two weeks", not an ISO-8601 duration
          0.01 | 0.5 | alpha 0.5 is outside (0, 0.5)
          0.01 | "1e-1000000000" | alpha 0.0 is outside (0, 0.5)
          300000 | 1e1000000000 | experiment.plan.plannedUnits is 1E+1000000000, not a whole number of 64 bits
          """)
  void namesWhatIsWrong(String written, String instead, String message) {
    assertThat(VERSION_1).contains(written);
    Map<String, Object> document = parse(VERSION_1.replace(written, instead));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExperimentDocuments.experiment(document))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "unitKind" : "device" | "unitKind" : "" | unit kind "" has 0 characters, not 1 to 200
          "percent" : 5.00 | "percent" : 5.001 | holdout "2026" of 5.001 percent has more than two decimals
          "percent" : 5.00 | "percent" : 105 | holdout "2026" of 105 percent is above 100
          "percent" : 1.00 | "percent" : 1.5 | holdout "payment-2026" of 1.5 percent is not a whole number of the 100 buckets
          "key" : "payment-2026" | "kex" : "payment-2026" | experiment.audience.slot.group.holdouts[0].key is missing
          "" : "control" | "" : 7 | experiment.audience.forced. is 7, not text
          "" : "control" | "" : "blue" | experiment "checkout-button" forces unit "" into "blue", which is none of its variants [control, green]
          [ "fast", "slow" ] | [ "fast", 1 ] | experiment.audience.prerequisites[0].variants is 1, not text
          [ "fast", "slow" ] | [ ] | prerequisite "new-checkout" names no variant, so nobody could meet it
          "experiment" : "new-checkout" | "experiment" : "checkout-button" | experiment "checkout-button" is a prerequisite of itself
          "to" : 40 | "to" : 101 | slot [0, 101) of mutex group "payment" is empty or outside [0, 100)
          "from" : 2500 | "from" : 10000 | slot [10000, 10000) of mutex group "shop" is empty or outside [0, 10000)
          "key" : "shop" | "key" : "payment" | mutex group "payment" is within itself
          "percent" : 12.50 | "percent" : 0 | traffic of 0 percent at 2026-03-02T00:00:00Z is below the 0.01 percent before it; units would leave
          "percent" : 12.50 | "percent" : "12,5" | experiment.audience.traffic.steps[1].percent is "12,5", not a number
          "$traffic:checkout-button" | "checkout-button-2026" | experiment "checkout-button": the split and the traffic both draw by evenlot-1 with the salt "checkout-button-2026" over units of kind "device"; each draw needs a salt of its own
          """)
  void namesWhatIsWrongWithAnAudience(String written, String instead, String message) {
    assertThat(VERSION_2).contains(written);
    Map<String, Object> document = parse(VERSION_2.replace(written, instead));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExperimentDocuments.experiment(document))
        .withMessage(message);
  }

  @Test
  void nobodyChangesAConfigAfterwards() {
    List<Object> sizes = Arrays.asList(1, 2);
    Map<String, Object> config = new LinkedHashMap<>(Map.of("sizes", sizes));
    Variant variant = new Variant("green", "green", config);
    sizes.set(0, 99);
    config.put("more", 1);
    assertThat(variant.config()).isEqualTo(Map.of("sizes", List.of(1, 2)));
  }
}
