package io.github.evenlot.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.serving.BackupFile.Backup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link SnapshotHolderTest} does not see from outside. */
class BackupFileTest {

  private static final Backup BACKUP =
      new Backup(
          Experiments.of(Experiment.builder("checkout").variant("green", 100).build()),
          Instant.parse("2026-03-01T12:00:00Z"));

  @TempDir private Path directory;

  private static BackupFile at(Path path) {
    return new BackupFile(path, new JacksonFormat());
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  @DisplayName("Several who write to one path do not disturb each other, and leave one file.")
  void severalWriters() throws Exception {
    Path path = directory.resolve("experiments");
    Callable<Boolean> writer =
        () -> {
          for (int i = 0; i < 30; i++) {
            at(path).write(BACKUP);
          }
          return true;
        };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      for (Future<Boolean> done : threads.invokeAll(List.of(writer, writer))) {
        assertThat(done.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(files()).containsExactly(path);
    assertThat(at(path).read().orElseThrow().takenAt()).isEqualTo(BACKUP.takenAt());
  }

  @Test
  @DisplayName("A write that fails leaves nothing behind.")
  void failed() throws IOException {
    Path path = directory.resolve("experiments");
    Files.createDirectories(path.resolve("inside"));
    assertThatThrownBy(() -> at(path).write(BACKUP))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("backup file %s can't be written: ".formatted(path));
    assertThat(files()).containsExactly(path);
  }

  @Test
  @DisplayName("No file is no backup; a file that can't be reached is an error.")
  void missing() throws IOException {
    assertThat(at(directory.resolve("experiments")).read()).isEmpty();
    Path noDirectory = Files.createFile(directory.resolve("file"));
    BackupFile unreachable = at(noDirectory.resolve("experiments"));
    assertThatThrownBy(unreachable::read)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("backup file %s can't be read: ".formatted(unreachable));
  }
}
