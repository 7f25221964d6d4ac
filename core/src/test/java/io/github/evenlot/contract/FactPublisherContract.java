package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.port.FactPublisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What every {@link FactPublisher} does. Facts may be there more than once, for a repetition does
 * no harm, and in any order.
 */
public abstract class FactPublisherContract {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456789Z");

  private FactPublisher publisher;

  /** A publisher to a place where nothing has been published. Called once before each test. */
  protected abstract FactPublisher publisher();

  /** All that is safe in the place that the publisher of the running test publishes to. */
  protected abstract Collection<? extends Fact> published();

  @BeforeEach
  void open() {
    publisher = publisher();
  }

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  @DisplayName("A fact is safe once its stage has completed, without a flush.")
  void stageCompletes() throws Exception {
    Fact fact = exposure("ann");
    publisher.publish(fact).toCompletableFuture().get(60, TimeUnit.SECONDS);
    assertThat(facts()).containsOnly(fact);
  }

  @Test
  @DisplayName("An exposure comes back equal, to the nanosecond.")
  void exposureRoundTrip() {
    Fact fact = new Exposure("checkout", UnitId.of("ann"), "green", 7, TIME);
    publisher.publish(fact);
    publisher.flush();
    assertThat(facts()).containsOnly(fact);
  }

  @Test
  @DisplayName("A metric event comes back equal, to the millionth, the largest values too.")
  void eventRoundTrip() {
    List<Fact> events =
        List.of(
            event("smallest", "0.000001"),
            event("largest", "9000000000000"),
            event("lowest", "-9000000000000"),
            event("zero", "0"),
            event("price", "19.990000"));
    events.forEach(publisher::publish);
    publisher.flush();
    assertThat(facts()).containsOnlyOnceElementsOf(events).hasSameSizeAs(events);
  }

  @Test
  @DisplayName("Any text is an id: empty, quoted, with line ends, beyond the basic plane.")
  void anyText() {
    List<Fact> facts = new ArrayList<>();
    for (String id :
        List.of("", " ", "\"a\\b\"", "line\nend\r", "\u0000", "日本語", "😀", "null", "{}")) {
      facts.add(exposure(id));
    }
    facts.forEach(publisher::publish);
    publisher.flush();
    assertThat(facts()).containsExactlyInAnyOrderElementsOf(facts);
  }

  @Test
  @DisplayName("Every fact handed over before a flush is safe after it.")
  void flush() {
    List<Fact> facts = exposures("unit", 2_000);
    facts.forEach(publisher::publish);
    publisher.flush();
    assertThat(facts()).containsExactlyInAnyOrderElementsOf(facts);
  }

  @Test
  @DisplayName("Closing flushes, and closing again does no harm.")
  void closeFlushes() {
    List<Fact> facts = exposures("unit", 100);
    facts.forEach(publisher::publish);
    publisher.close();
    publisher.close();
    assertThat(facts()).containsExactlyInAnyOrderElementsOf(facts);
  }

  @Test
  @DisplayName("Facts of several threads are all safe.")
  void concurrent() throws Exception {
    Race.run(
        4,
        thread ->
            () -> {
              exposures("thread " + thread, 250).forEach(publisher::publish);
              publisher.flush();
              return thread;
            });
    assertThat(facts()).hasSize(1_000);
  }

  @Test
  @DisplayName("A flush with nothing to flush returns.")
  void emptyFlush() {
    publisher.flush();
    assertThat(facts()).isEmpty();
  }

  private List<Fact> facts() {
    return published().stream().<Fact>map(fact -> fact).distinct().toList();
  }

  private static List<Fact> exposures(String prefix, int count) {
    return IntStream.range(0, count).<Fact>mapToObj(i -> exposure(prefix + i)).toList();
  }

  private static Fact exposure(String unit) {
    return new Exposure("checkout", UnitId.of(unit), "green", 1, TIME);
  }

  private static Fact event(String id, String value) {
    return MetricEvent.of(id, UnitId.of("ann"), "revenue", new BigDecimal(value), TIME);
  }
}
