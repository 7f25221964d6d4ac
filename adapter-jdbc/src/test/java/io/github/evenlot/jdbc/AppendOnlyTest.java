package io.github.evenlot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses, whoever asks. */
class AppendOnlyTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private final DataSource database = POSTGRES.migratedDatabase();
  private final DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);

  @BeforeEach
  void recordALook() {
    EvenlotJdbc.on(database).lookJournal().append(List.of(Samples.look(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE evenlot.look SET z = 5",
        "DELETE FROM evenlot.look",
        "TRUNCATE evenlot.look CASCADE"
      })
  void aRecordedLookStaysAsItIs(String statement) {
    assertThatThrownBy(() -> sql.execute(statement))
        .hasMessageContainingAll("of evenlot.look is refused", statement.substring(0, 6));
    assertThat(EvenlotJdbc.on(database).lookJournal().find("checkout"))
        .containsExactly(Samples.look(1));
  }

  @Test
  void aGapIsRefusedByTheTableItself() {
    assertThatThrownBy(
            () ->
                sql.execute(
                    """
                    INSERT INTO evenlot.look (experiment, metric, variant, number, taken_at,
                      as_of, information, z, boundary, alpha_spent, rejected)
                    SELECT experiment, metric, variant, 3, taken_at,
                      as_of, information, z, boundary, alpha_spent, rejected
                    FROM evenlot.look
                    """))
        .hasMessageContaining("look_without_gap");
  }
}
