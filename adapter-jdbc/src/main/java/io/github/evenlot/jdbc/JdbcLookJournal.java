package io.github.evenlot.jdbc;

import static io.github.evenlot.jdbc.jooq.Tables.LOOK;

import io.github.evenlot.port.LookJournal;
import io.github.evenlot.sequential.Look;
import io.github.evenlot.sequential.LookOrder;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.exception.IntegrityConstraintViolationException;

/**
 * The table {@code look}. Its primary key and its foreign key to the look before hold the order of
 * looks whoever writes; what is checked here gives the clear message.
 */
final class JdbcLookJournal implements LookJournal {

  private final Database database;

  JdbcLookJournal(Database database) {
    this.database = database;
  }

  @Override
  public void append(Collection<Look> looks) {
    Set<String> experiments = looks.stream().map(Look::experiment).collect(Collectors.toSet());
    database.run(
        "recording %d looks of %s".formatted(looks.size(), experiments),
        sql -> {
          List<Look> known = read(sql, experiments);
          LookOrder.continuing(known, looks).forEach(look -> insert(sql, look));
          return looks.size();
        });
  }

  @Override
  public List<Look> find(String experiment) {
    List<Look> looks =
        database.run(
            "reading the looks of experiment \"%s\"".formatted(experiment),
            sql -> read(sql, Set.of(experiment)));
    looks.sort(LookOrder.COMPARATOR);
    return looks;
  }

  private static List<Look> read(DSLContext sql, Set<String> experiments) {
    return sql.selectFrom(LOOK).where(LOOK.EXPERIMENT.in(experiments)).fetch(JdbcLookJournal::look);
  }

  private static void insert(DSLContext sql, Look look) {
    try {
      sql.insertInto(LOOK)
          .set(LOOK.EXPERIMENT, look.experiment())
          .set(LOOK.METRIC, look.metric())
          .set(LOOK.VARIANT, look.variant())
          .set(LOOK.NUMBER, look.number())
          .set(LOOK.TAKEN_AT, look.takenAt().atOffset(ZoneOffset.UTC))
          .set(LOOK.AS_OF, look.asOf())
          .set(LOOK.INFORMATION, look.information())
          .set(LOOK.Z, look.z())
          .set(LOOK.BOUNDARY, look.boundary())
          .set(LOOK.ALPHA_SPENT, look.alphaSpent())
          .set(LOOK.REJECTED, look.rejected())
          .execute();
    } catch (IntegrityConstraintViolationException e) {
      throw new IllegalStateException(
          "look %d of experiment \"%s\", metric \"%s\", variant \"%s\" has been recorded meanwhile"
              .formatted(look.number(), look.experiment(), look.metric(), look.variant()),
          e);
    }
  }

  private static Look look(Record row) {
    return new Look(
        row.get(LOOK.EXPERIMENT),
        row.get(LOOK.METRIC),
        row.get(LOOK.VARIANT),
        row.get(LOOK.NUMBER),
        row.get(LOOK.TAKEN_AT).toInstant(),
        row.get(LOOK.AS_OF),
        row.get(LOOK.INFORMATION),
        row.get(LOOK.Z),
        row.get(LOOK.BOUNDARY),
        row.get(LOOK.ALPHA_SPENT),
        row.get(LOOK.REJECTED));
  }
}
