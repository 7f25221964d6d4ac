package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.app.Evenlot;
import io.github.evenlot.app.Evenlot.Run;
import io.github.evenlot.internal.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What all calculating commands do with lines, whatever is in them. */
class JsonLinesCommandTest {

  private static final String GOOD =
      "{\"bucketing\": \"md5-100\", \"salt\": \"checkout-button\", \"unit\": \"alice\"}";

  /** By hashlib of Python 3: int(md5(b"alice:checkout-button").hexdigest(), 16) % 100. */
  private static final String BUCKET = "{\"bucket\":4,\"buckets\":100}";

  @TempDir private Path directory;

  @Test
  void answersComeInOrderWithTheIdOfTheirQuestion() {
    Run run = bucket(withId("7"), withId("\"b\""), GOOD, withId("[1,{\"x\":null}]"));
    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .containsExactly(
            "{\"id\":7,\"bucket\":4,\"buckets\":100}",
            "{\"id\":\"b\",\"bucket\":4,\"buckets\":100}",
            BUCKET,
            "{\"id\":[1,{\"x\":null}],\"bucket\":4,\"buckets\":100}");
  }

  @Test
  void anIdKeepsEveryDigitAndMayBeNull() {
    assertThat(bucket(withId("9007199254740993.10")).line())
        .startsWith("{\"id\":9007199254740993.10,");
    assertThat(bucket(withId("null")).line()).startsWith("{\"id\":null,");
  }

  @Test
  void aBadLineIsAnsweredAndTheRunGoesOn() {
    Run run = bucket(GOOD, "{\"id\": 2, \"bucketing\": \"md5-100\", \"salt\": \"s\"}", GOOD);
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.lines())
        .containsExactly(BUCKET, "{\"id\":2,\"error\":\"question.unit is missing\"}", BUCKET);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void whatCantBeCalculatedIsAnErrorOfItsLine() {
    JsonLinesCommand command =
        new JsonLinesCommand() {
          @Override
          Map<String, Object> answer(Document question) {
            throw new ArithmeticException("the tail did not converge");
          }
        };
    assertThat(command.answer("{\"id\": 1}"))
        .containsExactly(Map.entry("id", 1), Map.entry("error", "the tail did not converge"));
  }

  @Test
  void whatIsNotJsonIsSaidToBeSo() {
    assertThat(error("{\"id\": 1"))
        .isEqualTo(
            "{\"error\":\"not JSON: Unexpected end-of-input: expected close marker for Object\"}");
    assertThat(error("salt=1")).startsWith("{\"error\":\"not JSON: Unrecognized token 'salt'");
    assertThat(error(GOOD + GOOD)).startsWith("{\"error\":\"not JSON: Trailing token");
  }

  @Test
  void aNameThatIsThereTwiceIsRefused() {
    assertThat(error("{\"salt\": \"s\", \"salt\": \"t\"}"))
        .startsWith("{\"error\":\"not JSON: Duplicate")
        .contains("salt");
    assertThat(error("{\"weights\": {\"a\": 50, \"a\": 20}}"))
        .startsWith("{\"error\":\"not JSON: Duplicate");
  }

  @Test
  void whatIsNotAnObjectIsSaidToBeSo() {
    assertThat(error("null")).isEqualTo("{\"error\":\"question is null, not an object\"}");
    assertThat(error("[1, 2]")).isEqualTo("{\"error\":\"question is [1, 2], not an object\"}");
    assertThat(error("3.50")).isEqualTo("{\"error\":\"question is 3.50, not an object\"}");
  }

  @Test
  void aFieldOfTheWrongTypeIsNamedWithItsValue() {
    assertThat(error("{\"bucketing\": \"md5-100\", \"salt\": \"s\", \"unit\": 42}"))
        .isEqualTo("{\"error\":\"question.unit is 42, not text\"}");
  }

  @Test
  void blankLinesAreNoQuestions() {
    Run run = bucket("", GOOD, "   \t", GOOD, "");
    assertThat(run.status()).isZero();
    assertThat(run.lines()).containsExactly(BUCKET, BUCKET);
    assertThat(bucket("").out()).isEmpty();
  }

  @Test
  void theLastLineNeedsNoEnd() {
    assertThat(Evenlot.run(GOOD, "bucket").line()).isEqualTo(BUCKET);
    assertThat(Evenlot.run(GOOD + "\r\n", "bucket").line()).isEqualTo(BUCKET);
  }

  @Test
  void filesAreReadInTheOrderGivenInsteadOfStandardInput() throws IOException {
    Path first = file("first.jsonl", withId("1") + "\n" + withId("2"));
    Path second = file("second.jsonl", withId("3"));
    Run run = Evenlot.run(withId("0"), "bucket", second.toString(), first.toString());
    assertThat(run.status()).isZero();
    assertThat(run.lines())
        .extracting(line -> line.substring(0, 7))
        .containsExactly("{\"id\":3", "{\"id\":1", "{\"id\":2");
  }

  @Test
  void aBadLineInAnyFileMakesTheStatusOne() throws IOException {
    Path bad = file("bad.jsonl", "?");
    Path good = file("good.jsonl", GOOD);
    assertThat(Evenlot.run("", "bucket", bad.toString(), good.toString()).status()).isEqualTo(1);
  }

  @Test
  void aMissingFileIsOneClearLine() {
    Path missing = directory.resolve("missing.jsonl");
    Run run = Evenlot.run("", "bucket", missing.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).containsExactly("evenlot bucket: there is no file " + missing);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aDirectoryIsNoFile() {
    Run run = Evenlot.run("", "bucket", directory.toString());
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .startsWith("evenlot bucket: file %s can't be read: ".formatted(directory));
  }

  @Test
  void textIsUtf8BothWays() {
    Run run =
        bucket("{\"id\": \"å–😀\", \"bucketing\": \"md5-100\", \"salt\": \"s\", \"unit\": \"å\"}");
    // By hashlib of Python 3: int(md5("å:s".encode()).hexdigest(), 16) % 100.
    assertThat(run.line()).isEqualTo("{\"id\":\"å–😀\",\"bucket\":1,\"buckets\":100}");
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedAndNotReplaced() throws IOException {
    Path latin = directory.resolve("latin-1.jsonl");
    Files.write(latin, GOOD.replace("alice", "åsa").getBytes(StandardCharsets.ISO_8859_1));
    Run run = Evenlot.run("", "bucket", latin.toString());
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.line()).startsWith("{\"error\":\"not JSON: Invalid UTF-8");
  }

  private static Run bucket(String... lines) {
    return Evenlot.run(String.join("\n", lines) + "\n", "bucket");
  }

  private static String error(String line) {
    Run run = bucket(line);
    assertThat(run.status()).isEqualTo(1);
    return run.line();
  }

  private static String withId(String id) {
    return GOOD.replace("{", "{\"id\": " + id + ", ");
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text);
  }
}
