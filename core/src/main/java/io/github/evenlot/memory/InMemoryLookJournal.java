package io.github.evenlot.memory;

import io.github.evenlot.port.LookJournal;
import io.github.evenlot.sequential.Look;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Looks in memory. Safe under any number of threads. */
public final class InMemoryLookJournal implements LookJournal {

  private static final Comparator<Look> ORDER =
      Comparator.comparing(Look::metric)
          .thenComparing(Look::variant)
          .thenComparingInt(Look::number);

  private final List<Look> looks = new ArrayList<>();

  @Override
  public synchronized void append(Collection<Look> newLooks) {
    List<Look> all = new ArrayList<>(looks);
    for (Look look : newLooks.stream().sorted(ORDER).toList()) {
      int next = 1 + (int) all.stream().filter(known -> sameComparison(known, look)).count();
      if (look.number() != next) {
        throw new IllegalStateException(
            "look %d of experiment \"%s\", metric \"%s\", variant \"%s\" can't be recorded: the next is look %d"
                .formatted(look.number(), look.experiment(), look.metric(), look.variant(), next));
      }
      all.add(look);
    }
    looks.clear();
    looks.addAll(all);
  }

  @Override
  public synchronized List<Look> find(String experiment) {
    return looks.stream().filter(l -> l.experiment().equals(experiment)).sorted(ORDER).toList();
  }

  private static boolean sameComparison(Look a, Look b) {
    return a.experiment().equals(b.experiment())
        && a.metric().equals(b.metric())
        && a.variant().equals(b.variant());
  }
}
