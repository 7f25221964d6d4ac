package io.github.evenlot.analysis;

import io.github.evenlot.port.LookJournal;
import io.github.evenlot.sequential.Look;
import java.util.Collection;
import java.util.List;

/** A journal in which somebody else is always a moment faster. */
record LateJournal(LookJournal journal) implements LookJournal {

  @Override
  public void append(Collection<Look> looks) {
    journal.append(looks);
    journal.append(looks);
  }

  @Override
  public List<Look> find(String experiment) {
    return journal.find(experiment);
  }
}
