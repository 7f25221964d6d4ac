package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code of the page on serving does what the page says. */
class ServeAssignmentsTest {

  private static final List<String> JAVA =
      Documentation.blocks("docs/how-to/serve-assignments.md", "java");

  @Test
  void aBufferAnswersForOneExperimentAndForAll() {
    try (JavaBlock block = new JavaBlock(JAVA.get(0))) {
      assertThat(block.value("button")).isEqualTo("\"green\"");
      assertThat(block.value("whole")).contains("experiment=fast-search", "reason=ALLOCATED");
    }
  }

  @Test
  void aHolderKeepsTheLastGoodExperiments() {
    try (JavaBlock block = new JavaBlock(JAVA.get(1))) {
      assertThat(block.value("assignment")).contains("variant=green");
      assertThat(block.value("state")).contains("origin=SOURCE", "failure=Optional.empty");
    }
  }

  /** It writes to a directory of the test instead of that of the page. */
  @Test
  void aFormatBringsExperimentsBack(@TempDir Path directory) {
    String roundTrip =
        """
        import io.github.evenlot.experiment.*;
        import java.time.Instant;
        Experiments written = Experiments.of(Experiment.builder("checkout").variant("on", 12.5).build());
        BackupFile file = new BackupFile(Path.of("%s"), new JacksonFormat());
        file.write(new BackupFile.Backup(written, Instant.EPOCH));
        String weight = file.read().get().experiments().find("checkout").get().allocation().toString();
        """
            .formatted(directory.resolve("experiments"));
    try (JavaBlock block = new JavaBlock(JAVA.get(2) + roundTrip)) {
      assertThat(block.value("weight")).contains("Range[from=0, to=1250, variant=on]");
    }
  }
}
