package io.github.evenlot.kafka;

/**
 * What bytes turned out to be. Decoding into this never throws, so that a stream job can send what
 * is bad to the {@link DeadLetters} and go on.
 */
public sealed interface Decoded<T> {

  /** The bytes are a fact. */
  record Accepted<T>(T fact) implements Decoded<T> {}

  /**
   * The bytes are no fact.
   *
   * @param bytes as they came, empty if the record had no value
   * @param reason what is wrong with them, in at most 500 characters
   */
  @SuppressWarnings("ArrayRecordComponent") // Handed on, never compared.
  record Rejected<T>(byte[] bytes, String reason) implements Decoded<T> {

    private static final int MAX_REASON = 500;

    /** Shortens a reason that quotes too much of what it complains about. */
    public Rejected {
      reason = reason.length() > MAX_REASON ? reason.substring(0, MAX_REASON - 1) + "…" : reason;
    }
  }
}
