package io.github.evenlot.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.kafka.Decoded.Accepted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages about this module say what it does. */
class DocsTest {

  private static final Path FACTS = Path.of("../docs/reference/facts.md");
  private static final Path HOW_TO = Path.of("../docs/how-to/embedded-kafka-in-tests.md");
  private static final Path HOW_TO_TEST =
      Path.of("src/test/java/io/github/evenlot/kafka/EmbeddedKafkaHowToTest.java");
  private static final Map<String, TopicSpec> SPECS =
      Map.of(
          "exposures, events", TopicSpec.facts("facts", Optional.empty()),
          "experiments", TopicSpec.experiments("experiments"),
          "dead letters", TopicSpec.deadLetters("dead-letters"));

  @Test
  @DisplayName("The documents on the page are an exposure and an event, to the byte.")
  void documents() throws IOException {
    List<String> documents = blocks(FACTS, "json");
    assertThat(documents).hasSize(2);
    assertThat(again(ExposureSerde.decode(documents.get(0).getBytes(UTF_8)), new ExposureSerde()))
        .isEqualTo(documents.get(0));
    assertThat(
            again(
                MetricEventSerde.decode(documents.get(1).getBytes(UTF_8)), new MetricEventSerde()))
        .isEqualTo(documents.get(1));
  }

  @Test
  @DisplayName("The table of settings is the one that topics are made and checked with.")
  void settings() throws IOException {
    Pattern row = Pattern.compile("(?m)^\\| ([a-z, ]+) \\| `(.+)` \\| `(.+)` \\| (yes )?\\|$");
    assertThat(row.matcher(Files.readString(FACTS)).results().map(DocsTest::written))
        .containsExactlyInAnyOrderElementsOf(
            SPECS.entrySet().stream().flatMap(e -> specified(e.getKey(), e.getValue())).toList());
  }

  @Test
  @DisplayName("The headers on the page are those of a dead letter.")
  void headers() throws IOException {
    Pattern header = Pattern.compile("(?m)^\\| `(evenlot\\..+?)` \\|");
    assertThat(header.matcher(Files.readString(FACTS)).results().map(found -> found.group(1)))
        .containsExactlyInAnyOrder(
            DeadLetter.REASON,
            DeadLetter.SOURCE_TOPIC,
            DeadLetter.SOURCE_PARTITION,
            DeadLetter.SOURCE_OFFSET);
  }

  @Test
  @DisplayName("The code of the how-to is code that a test runs.")
  void code() throws IOException {
    String source = flat(Files.readString(HOW_TO_TEST));
    assertThat(blocks(HOW_TO, "java")).hasSize(2).allMatch(code -> source.contains(flat(code)));
  }

  private static <T extends Fact> String again(Decoded<T> decoded, FactSerde<T> serde) {
    return new String(serde.encoded(((Accepted<T>) decoded).fact()), UTF_8);
  }

  private static String written(MatchResult row) {
    return line(row.group(1), row.group(2), row.group(3), row.group(4) != null);
  }

  private static Stream<String> specified(String topic, TopicSpec spec) {
    return Stream.concat(
        spec.rules().stream().map(rule -> line(topic, rule.setting(), rule.value(), true)),
        spec.advice().entrySet().stream()
            .map(advice -> line(topic, advice.getKey(), advice.getValue(), false)));
  }

  private static String line(String topic, String setting, String value, boolean must) {
    return "%s: %s=%s%s".formatted(topic, setting, value, must ? " must" : "");
  }

  private static List<String> blocks(Path page, String language) throws IOException {
    Pattern block = Pattern.compile("(?s)```" + language + "\n(.*?)\n```");
    return block.matcher(Files.readString(page)).results().map(found -> found.group(1)).toList();
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", " ");
  }
}
