package io.github.evenlot.kafka;

import io.github.evenlot.event.Fact;
import io.github.evenlot.kafka.Decoded.Accepted;
import io.github.evenlot.kafka.Decoded.Rejected;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Facts of one type as bytes and back, in the three forms that Kafka's clients ask for. */
abstract class FactSerde<T extends Fact> implements Serde<T>, Serializer<T>, Deserializer<T> {

  abstract byte[] encoded(T fact);

  abstract Decoded<T> decoded(byte @Nullable [] bytes);

  /**
   * @throws SerializationException if a text in it has no UTF-8 form
   */
  @Override
  public byte @Nullable [] serialize(String topic, @Nullable T fact) {
    try {
      return fact == null ? null : encoded(fact);
    } catch (IllegalArgumentException e) {
      throw new SerializationException("topic %s: %s".formatted(topic, e.getMessage()), e);
    }
  }

  /**
   * @throws SerializationException if the bytes are no fact of this type; the message says why
   */
  @Override
  public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    Decoded<T> decoded = decoded(bytes);
    if (decoded instanceof Rejected<T> rejected) {
      throw new SerializationException("topic %s: %s".formatted(topic, rejected.reason()));
    }
    return ((Accepted<T>) decoded).fact();
  }

  @Override
  public Serializer<T> serializer() {
    return this;
  }

  @Override
  public Deserializer<T> deserializer() {
    return this;
  }

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    // There is one form only.
  }

  @Override
  public void close() {
    // Holds nothing.
  }

  /** Never throws: whatever is wrong with the bytes becomes the reason. */
  static <T> Decoded<T> decode(
      String what, byte @Nullable [] bytes, Function<Map<String, ?>, T> mapping) {
    if (bytes == null) {
      return new Rejected<>(new byte[0], what + " has no value");
    }
    try {
      return new Accepted<>(mapping.apply(Json.read(what, bytes)));
    } catch (RuntimeException e) {
      return new Rejected<>(bytes, String.valueOf(e.getMessage()));
    }
  }
}
