package io.github.evenlot.port;

import io.github.evenlot.event.Fact;
import java.util.concurrent.CompletionStage;

/** Where a service hands over what happened. */
public interface FactPublisher extends AutoCloseable {

  /**
   * Hands over a fact without waiting.
   *
   * @return completes when the fact is safe, and exceptionally when it could not be made so;
   *     publish it again then, a repetition does no harm
   */
  CompletionStage<Void> publish(Fact fact);

  /**
   * Waits until every fact handed over is safe.
   *
   * @throws IllegalStateException if one could not be made so since the last call
   */
  void flush();

  /** Flushes, and frees what is held. */
  @Override
  void close();
}
