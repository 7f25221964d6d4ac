package io.github.evenlot.kafka;

import io.github.evenlot.event.FactDocuments;
import io.github.evenlot.event.MetricEvent;
import org.jspecify.annotations.Nullable;

/**
 * Metric events as JSON, in the version of {@link FactDocuments}: for Kafka's clients a serde, a
 * serializer and a deserializer; for stream jobs {@link #encode} and {@link #decode}. Safe under
 * any number of threads.
 */
public final class MetricEventSerde extends FactSerde<MetricEvent> {

  private static final String WHAT = "event";

  /**
   * Encodes in the newest version.
   *
   * @throws IllegalArgumentException if a text in it has no UTF-8 form
   */
  public static byte[] encode(MetricEvent event) {
    return Json.write(WHAT, FactDocuments.toDocument(event));
  }

  /** Decodes any bytes without throwing. */
  public static Decoded<MetricEvent> decode(byte @Nullable [] bytes) {
    return decode(WHAT, bytes, FactDocuments::metricEvent);
  }

  @Override
  byte[] encoded(MetricEvent event) {
    return encode(event);
  }

  @Override
  Decoded<MetricEvent> decoded(byte @Nullable [] bytes) {
    return decode(bytes);
  }
}
