package io.github.evenlot.memory;

import io.github.evenlot.contract.LookJournalContract;
import io.github.evenlot.port.LookJournal;

class InMemoryLookJournalTest extends LookJournalContract {

  @Override
  protected LookJournal emptyJournal() {
    return new InMemoryLookJournal();
  }
}
