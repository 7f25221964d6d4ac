package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MetricDefinition;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.experiment.Weight;
import io.github.evenlot.port.ExperimentRepository;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link ExperimentRepository} does. */
public abstract class ExperimentRepositoryContract {

  private ExperimentRepository repository;

  /** A repository without experiments. Called once before each test. */
  protected abstract ExperimentRepository emptyRepository();

  @BeforeEach
  void open() {
    repository = emptyRepository();
  }

  @Test
  @DisplayName("An empty repository finds nothing.")
  void empty() {
    assertThat(repository.find("checkout")).isEmpty();
    assertThat(repository.snapshot().all()).isEmpty();
  }

  @Test
  @DisplayName("A saved experiment is found under its key, and only there.")
  void saved() {
    Experiment experiment = simple("checkout");
    repository.save(experiment);
    assertThat(repository.find("checkout")).contains(experiment);
    assertThat(repository.find("Checkout")).isEmpty();
  }

  @Test
  @DisplayName("Nothing is lost: audience, epochs, nanoseconds, decimals, configs, plan.")
  void roundTrip() {
    Experiment experiment = elaborate();
    repository.save(experiment);
    assertThat(repository.find(experiment.key())).contains(experiment);
    assertThat(repository.snapshot().all()).containsExactly(experiment);
  }

  @Test
  @DisplayName("Any text is a key: quotes, backslashes, SQL, characters beyond the basic plane.")
  void anyKey() {
    for (String key : List.of("'", "\"", "\\", "a'; drop table b; --", "%_", "日本語", "😀", "NULL")) {
      repository.save(simple(key));
      assertThat(repository.find(key)).contains(simple(key));
    }
    assertThat(repository.snapshot().all()).hasSize(8);
  }

  @Test
  @DisplayName("Saving under a known key replaces what was there.")
  void replaced() {
    repository.save(simple("checkout"));
    Experiment paused = simple("checkout").withStatus(ExperimentStatus.PAUSED);
    repository.save(paused);
    assertThat(repository.snapshot().all()).containsExactly(paused);
  }

  @Test
  @DisplayName("A snapshot has all experiments, sorted by key, and does not change later.")
  void snapshot() {
    List.of("b", "a", "B", "10", "9", "\uFFFD", "😀").forEach(key -> repository.save(simple(key)));
    Experiments snapshot = repository.snapshot();
    repository.save(simple("later"));
    assertThat(snapshot.all())
        .extracting(Experiment::key)
        .containsExactly("10", "9", "B", "a", "b", "😀", "\uFFFD");
  }

  @Test
  @DisplayName("Experiments saved by several threads are all there.")
  void concurrent() throws Exception {
    Race.run(
        4,
        thread ->
            () -> {
              for (int i = 0; i < 10; i++) {
                repository.save(simple("thread %d experiment %d".formatted(thread, i)));
                repository.save(simple("shared " + i));
              }
              return thread;
            });
    assertThat(repository.snapshot().all()).hasSize(4 * 10 + 10);
  }

  private static Experiment simple(String key) {
    return Experiment.builder(key).variant("control", 50).variant("green", 50).build();
  }

  private static Experiment elaborate() {
    Map<String, Object> config =
        Map.of(
            "price",
            new BigDecimal("19.90"),
            "exact",
            new BigDecimal("0.1234567890123456789012345678901234567890"),
            "large",
            12345678901234567L,
            "steps",
            List.of(1, 2, Map.of("deep", true)),
            "text",
            "\"quoted\" \\ 日本語 😀\n");
    return Experiment.builder("checkout \"button\"")
        .audience(audience())
        .bucketing(Bucketings.MD5_100)
        .salt("another salt")
        .variant("control", 50)
        .variant(new Variant("green", "Grün", config), Weight.ofPercent("green", 20))
        .start(Instant.parse("2026-01-01T00:00:00.000000001Z"))
        .end(Instant.parse("2026-02-28T23:59:59.999999999Z"))
        .metric(MetricDefinition.conversion("order").withWindow(Duration.ofNanos(1)))
        .metric(
            MetricDefinition.of("latency", MetricDefinition.Kind.LATENCY)
                .with(MetricDefinition.Role.GUARDRAIL)
                .withLookback(Duration.ofDays(7)))
        .plan(AnalysisPlan.ofUnits(1L << 60).withAlpha(0.1 * 0.3))
        .build()
        .withAllocation(
            Allocation.of(
                100,
                List.of(
                    new Allocation.Range(0, 40, "control"),
                    new Allocation.Range(50, 70, "green"),
                    new Allocation.Range(99, 100, "control"))),
            Instant.parse("2026-01-15T08:30:00.5Z"));
  }

  private static Audience audience() {
    MutexGroup shop = MutexGroup.of("shop").withHoldouts(List.of(Holdout.of("shop '26", 2.5)));
    MutexGroup payment = MutexGroup.of("payment").withUnitKind("device").within(shop.slot(1, 9999));
    return Audience.EVERYONE
        .withUnitKind("organisation")
        .withHoldout(Holdout.of("2026", 0.01))
        .withForced("tester \"😀\"", "green")
        .withForced("", "control")
        .withPrerequisite(Prerequisite.of("new \"checkout\"", "z", "a", "m"))
        .withSlot(payment.slot(9, 90))
        .withTraffic(
            Traffic.of("traffic", 0)
                .then(Instant.parse("2026-01-01T00:00:00.000000001Z"), 12.34)
                .then(Instant.parse("2026-01-02T00:00:00Z"), 100));
  }
}
