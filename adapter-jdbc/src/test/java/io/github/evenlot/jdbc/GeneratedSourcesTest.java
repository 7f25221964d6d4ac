package io.github.evenlot.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Holds that the committed classes are those of the schema. Under the Maven profile {@code
 * regenerate} it writes them first.
 */
class GeneratedSourcesTest {

  @RegisterExtension static final TestPostgres POSTGRES = new TestPostgres();

  private static final Path COMMITTED = Path.of("src/main/java");

  @Test
  void committedSourcesAreThoseOfTheSchema(@TempDir Path fresh) throws Exception {
    if (Boolean.getBoolean("evenlot.regenerate")) {
      JooqSources.generate(POSTGRES.migratedDatabase(), COMMITTED);
    }
    JooqSources.generate(POSTGRES.migratedDatabase(), fresh);
    assertThat(sources(COMMITTED))
        .as("run \"mvn -Pregenerate -pl adapter-jdbc -am test\" after a change of the schema")
        .isEqualTo(sources(fresh));
  }

  private static Map<Path, String> sources(Path root) throws IOException {
    Map<Path, String> sources = new TreeMap<>();
    try (Stream<Path> files =
        Files.walk(root.resolve(JooqSources.PACKAGE.replace('.', '/')))
            .filter(Files::isRegularFile)) {
      files.forEach(file -> sources.put(root.relativize(file), read(file)));
    }
    return sources;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
