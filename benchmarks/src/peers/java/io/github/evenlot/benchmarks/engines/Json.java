package io.github.evenlot.benchmarks.engines;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The configuration of a peer, which is JSON for most of them. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static String text(Map<String, ?> document) {
    try {
      return MAPPER.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** For peers that take a file. It goes when the process ends. */
  static Path file(Map<String, ?> document) {
    try {
      Path file = Files.createTempFile("evenlot-peers", ".json");
      file.toFile().deleteOnExit();
      return Files.writeString(file, text(document));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
