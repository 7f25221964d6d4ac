package io.github.evenlot.jdbc;

import io.github.evenlot.contract.LookJournalContract;
import io.github.evenlot.port.LookJournal;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcLookJournalTest extends LookJournalContract {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  @Override
  protected LookJournal emptyJournal() {
    return EvenlotJdbc.on(POSTGRES.migratedDatabase()).lookJournal();
  }
}
