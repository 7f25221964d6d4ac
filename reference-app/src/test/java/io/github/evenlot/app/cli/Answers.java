package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Asks a command one question, written with single quotes. */
final class Answers {

  private static final JsonMapper JSON = new JsonMapper();

  private Answers() {}

  /** The answer to a good question. */
  static JsonNode answer(String command, String question) {
    return parsed(run(command, question, 0).line());
  }

  /** What a command says of a bad question. */
  static String error(String command, String question) {
    return parsed(run(command, question, 1).line()).path("error").asText();
  }

  private static Run run(String command, String question, int status) {
    Run run = Evenlot.run(question.replace('\'', '"'), command);
    assertThat(run.status()).as(run.out()).isEqualTo(status);
    return run;
  }

  private static JsonNode parsed(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
