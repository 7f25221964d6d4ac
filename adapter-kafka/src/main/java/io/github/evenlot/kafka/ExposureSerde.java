package io.github.evenlot.kafka;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.FactDocuments;
import org.jspecify.annotations.Nullable;

/**
 * Exposures as JSON, in the version of {@link FactDocuments}: for Kafka's clients a serde, a
 * serializer and a deserializer; for stream jobs {@link #encode} and {@link #decode}. Safe under
 * any number of threads.
 */
public final class ExposureSerde extends FactSerde<Exposure> {

  private static final String WHAT = "exposure";

  /**
   * Encodes in the newest version.
   *
   * @throws IllegalArgumentException if a text in it has no UTF-8 form
   */
  public static byte[] encode(Exposure exposure) {
    return Json.write(WHAT, FactDocuments.toDocument(exposure));
  }

  /** Decodes any bytes without throwing. */
  public static Decoded<Exposure> decode(byte @Nullable [] bytes) {
    return decode(WHAT, bytes, FactDocuments::exposure);
  }

  @Override
  byte[] encoded(Exposure exposure) {
    return encode(exposure);
  }

  @Override
  Decoded<Exposure> decoded(byte @Nullable [] bytes) {
    return decode(bytes);
  }
}
