package io.github.evenlot.memory;

import io.github.evenlot.event.Fact;
import io.github.evenlot.port.FactPublisher;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps what was published, in order. Safe under any number of threads. */
public final class InMemoryFactPublisher implements FactPublisher {

  private final List<Fact> facts = new ArrayList<>();

  @Override
  public synchronized CompletionStage<Void> publish(Fact fact) {
    facts.add(fact);
    return CompletableFuture.completedStage(null);
  }

  /** What was published so far. */
  public synchronized List<Fact> facts() {
    return List.copyOf(facts);
  }

  @Override
  public void flush() {
    // A fact is safe, as far as memory is, when publish returns.
  }

  @Override
  public void close() {
    flush();
  }
}
