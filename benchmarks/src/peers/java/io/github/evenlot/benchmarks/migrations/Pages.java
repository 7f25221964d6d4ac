package io.github.evenlot.benchmarks.migrations;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The experiments beside the pages, and files for SDKs that read files. */
final class Pages {

  private static final Path EXAMPLES = Path.of("docs", "how-to", "examples");

  private Pages() {}

  /** The experiment of a page; the working directory is the root of the repository. */
  static Experiment experiment(String product) {
    try {
      byte[] json = Files.readAllBytes(EXAMPLES.resolve(product + ".json"));
      List<Map<String, Object>> documents =
          new JsonMapper().readValue(json, new TypeReference<>() {});
      return ExperimentDocuments.experiment(documents.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String json) {
    try {
      Path file = Files.createTempFile("migration", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
