package io.github.evenlot.memory;

import io.github.evenlot.port.LookJournal;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.sequential.LookOrder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Looks in memory. Safe under any number of threads. */
public final class InMemoryLookJournal implements LookJournal {

  private final List<Look> looks = new ArrayList<>();

  @Override
  public synchronized void append(Collection<Look> newLooks) {
    looks.addAll(LookOrder.continuing(looks, newLooks));
  }

  @Override
  public synchronized List<Look> find(String experiment) {
    return looks.stream()
        .filter(look -> look.experiment().equals(experiment))
        .sorted(LookOrder.COMPARATOR)
        .toList();
  }
}
