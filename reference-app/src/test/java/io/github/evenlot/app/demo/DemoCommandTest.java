package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the demo refuses before it starts a server. */
class DemoCommandTest {

  @TempDir private Path directory;

  @Test
  void viewersThatTheArchiveHasNotGotAreOneClearLine() {
    assertThat(refused("demo", "--viewers", "0"))
        .isEqualTo("evenlot demo: --viewers 0 is outside 1 to 81024151, which the archive has");
    assertThat(refused("demo", "--viewers", "81024152"))
        .isEqualTo(
            "evenlot demo: --viewers 81024152 is outside 1 to 81024151, which the archive has");
  }

  @Test
  void viewersThatAreNoNumberAreNamed() {
    Run run = Evenlot.run("", "demo", "--viewers", "many");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'--viewers': 'many'");
  }

  @Test
  void aDirectoryThatIsNotEmptyIsOneClearLine() throws IOException {
    Files.writeString(directory.resolve("log"), "mine");
    assertThat(refused("demo", "--directory", directory.toString()))
        .isEqualTo("evenlot demo: directory %s is not empty".formatted(directory));
  }

  private static String refused(String... arguments) {
    Run run = Evenlot.run("", arguments);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    return run.err().strip();
  }
}
