package io.github.evenlot.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.memory.InMemoryFactPublisher;
import io.github.evenlot.port.FactPublisher;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ExposureDeduplicatorTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final InMemoryFactPublisher published = new InMemoryFactPublisher();

  private static Exposure exposure(int unit, String variant, int epoch, Instant time) {
    return new Exposure("checkout", UnitId.of(unit), variant, epoch, time);
  }

  private static Exposure exposure(int unit) {
    return exposure(unit, "green", 1, NOON);
  }

  @Test
  @DisplayName("A repetition is held back; another unit, variant or epoch is not.")
  void repetitions() {
    ExposureDeduplicator deduplicator = new ExposureDeduplicator(published, 1000);
    List<Exposure> different =
        List.of(
            exposure(1),
            exposure(2),
            exposure(1, "control", 1, NOON),
            exposure(1, "green", 2, NOON));
    for (Exposure exposure : different) {
      deduplicator.publish(exposure);
      CompletionStage<Void> again = deduplicator.publish(exposure);
      assertThat(again.toCompletableFuture()).isCompleted();
      deduplicator.publish(
          exposure(
              Integer.parseInt(exposure.unit().value()),
              exposure.variant(),
              exposure.epoch(),
              NOON.plusSeconds(1)));
    }
    assertThat(published.facts()).containsExactlyElementsOf(different);
  }

  @Test
  @DisplayName("An exposure earlier than all before is passed on: the earliest counts.")
  void earlier() {
    ExposureDeduplicator deduplicator = new ExposureDeduplicator(published, 1000);
    Exposure earlier = exposure(1, "green", 1, NOON.minusNanos(1));
    deduplicator.publish(exposure(1));
    deduplicator.publish(earlier);
    deduplicator.publish(exposure(1));
    assertThat(published.facts()).containsExactly(exposure(1), earlier);
  }

  @Test
  @DisplayName("Metric events pass, each time.")
  void events() {
    ExposureDeduplicator deduplicator = new ExposureDeduplicator(published, 1000);
    MetricEvent event = MetricEvent.of("event-1", UnitId.of(1), "purchase", BigDecimal.ONE, NOON);
    deduplicator.publish(event);
    deduplicator.publish(event);
    assertThat(published.facts()).hasSize(2);
  }

  @Test
  @DisplayName("What could not be delivered is forgotten, so that it is tried again.")
  void failures() {
    CompletableFuture<Void> first = new CompletableFuture<>();
    List<Fact> tried = new ArrayList<>();
    FactPublisher failing =
        new FactPublisher() {
          @Override
          public CompletionStage<Void> publish(Fact fact) {
            tried.add(fact);
            if (tried.size() == 2) {
              throw new IllegalStateException("closed");
            }
            return tried.size() == 1 ? first : CompletableFuture.completedStage(null);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    ExposureDeduplicator deduplicator = new ExposureDeduplicator(failing, 1000);
    deduplicator.publish(exposure(1));
    deduplicator.publish(exposure(1));
    assertThat(tried).hasSize(1);
    first.completeExceptionally(new IllegalStateException("no broker"));
    assertThatIllegalStateException()
        .isThrownBy(() -> deduplicator.publish(exposure(1)))
        .withMessage("closed");
    deduplicator.publish(exposure(1));
    deduplicator.publish(exposure(1));
    assertThat(tried).hasSize(3);
  }

  @Test
  @DisplayName("It remembers no more than its capacity, and the latest half of it for sure.")
  void bounded() {
    RecentTimes<Integer> times = new RecentTimes<>(100);
    for (int key = 0; key < 10_000; key++) {
      assertThat(times.isEarliest(key, NOON)).isTrue();
      assertThat(times.size()).isLessThanOrEqualTo(100);
      for (int recent = Math.max(0, key - 49); recent <= key; recent++) {
        assertThat(times.isEarliest(recent, NOON)).isFalse();
      }
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExposureDeduplicator(published, 1))
        .withMessage("capacity 1 is below 2");
  }

  @Test
  @DisplayName("Of the same exposure from many threads, one is passed on.")
  void concurrent() throws Exception {
    ExposureDeduplicator deduplicator = new ExposureDeduplicator(published, 10_000);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        all.add(
            threads.submit(
                () -> {
                  for (int unit = 0; unit < 1000; unit++) {
                    deduplicator.publish(exposure(unit));
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(published.facts()).hasSize(1000).doesNotHaveDuplicates();
  }
}
