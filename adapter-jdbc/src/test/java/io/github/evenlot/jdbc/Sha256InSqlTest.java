package io.github.evenlot.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.bucketing.Bucketings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Holds that the SQL of {@code docs/reference/bucketing-sha256-10000.md} is true. */
class Sha256InSqlTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private static final Path PAGE = Path.of("../docs/reference/bucketing-sha256-10000.md");
  private static final Path VECTORS =
      Path.of("../core/src/test/resources/vectors/sha256-10000/golden.csv");
  private static final Pattern SQL = Pattern.compile("```sql\n([^`]*)```");
  private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

  private final DSLContext sql = DSL.using(POSTGRES.emptyDatabase(), SQLDialect.POSTGRES);
  private final List<String> blocks;

  Sha256InSqlTest() throws IOException {
    blocks = SQL.matcher(Files.readString(PAGE)).results().map(block -> block.group(1)).toList();
  }

  private record Golden(String salt, String unit, int bucket) {

    static Golden of(String line) {
      String[] row = line.split(",", -1);
      return new Golden(
          unescaped(row[0]),
          unescaped(row[1]).repeat(Integer.parseInt(row[2])),
          Integer.parseInt(row[4]));
    }

    private static String unescaped(String field) {
      return ESCAPE
          .matcher(field)
          .replaceAll(
              escape ->
                  Matcher.quoteReplacement(
                      Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    boolean isTextOfPostgres() {
      String both = salt + '|' + unit;
      return both.indexOf('\0') < 0 && UTF_8.newEncoder().canEncode(both);
    }
  }

  @BeforeEach
  void createTheFunction() {
    sql.execute(blocks.get(0));
  }

  @Test
  @DisplayName("The function gives the golden buckets of all text that PostgreSQL can hold.")
  void goldenVectors() throws IOException {
    List<Golden> golden =
        Files.readAllLines(VECTORS).stream()
            .skip(1)
            .map(Golden::of)
            .filter(Golden::isTextOfPostgres)
            .toList();
    assertThat(golden).hasSizeGreaterThan(150);
    for (Golden one : golden) {
      assertThat(sql.fetchValue("SELECT sha256_10000(?, ?)", one.salt(), one.unit()))
          .as("salt %s, unit %s", one.salt(), one.unit())
          .isEqualTo(one.bucket());
    }
  }

  @Test
  @DisplayName("The query finds the units whose variant is not that of their bucket.")
  void theQuery() {
    sql.execute("CREATE TABLE exposure (unit text, variant text)");
    for (int unit = 0; unit < 100; unit++) {
      sql.execute("INSERT INTO exposure VALUES (?, ?)", "user-" + unit, variant("user-" + unit));
    }
    sql.execute("UPDATE exposure SET variant = 'elsewhere' WHERE unit IN ('user-3', 'user-77')");
    assertThat(sql.fetch(blocks.get(1)).map(Record::intoArray))
        .containsExactly(wrong("user-3"), wrong("user-77"));
  }

  private static Object[] wrong(String unit) {
    return new Object[] {unit, "elsewhere", bucket(unit)};
  }

  private static String variant(String unit) {
    return bucket(unit) < 5_000 ? "control" : "green";
  }

  private static int bucket(String unit) {
    return Bucketings.SHA256_10000.bucket("checkout", unit);
  }
}
