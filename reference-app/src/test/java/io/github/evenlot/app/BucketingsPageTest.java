package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of the page on laws are held by {@code property-tests}. */
@DisplayName("The page on bucketings")
class BucketingsPageTest {

  private static final String PAGE = "docs/reference/bucketings.md";
  private static final List<String> JAVA = Documentation.blocks(PAGE, "java");
  private static final Pattern OWN =
      Pattern.compile("echo '([^']*)' \\| EVENLOT_CLASSPATH=acme.jar \\./evenlot bucket");
  private static final List<Bucketing> ALL = Bucketings.all();

  @TempDir private Path classes;

  @ParameterizedTest
  @FieldSource("ALL")
  @DisplayName("has a row of every bucketing, with its number of buckets")
  void everyBucketing(Bucketing bucketing) {
    Pattern row =
        Pattern.compile(
            "^\\| \\[?`%s`.*\\| %d \\|".formatted(bucketing.id(), bucketing.buckets()),
            Pattern.MULTILINE);
    assertThat(Documentation.page(PAGE)).containsPattern(row);
  }

  @ParameterizedTest
  @MethodSource("commands")
  @DisplayName("has commands that print what stands below them")
  void commands(ConsoleBlock.Example example) {
    DocumentedCommandsTest.checkOutput(example, example.run());
  }

  static Stream<ConsoleBlock.Example> commands() {
    return ConsoleBlock.examples(PAGE).stream().filter(example -> !isOwn(example));
  }

  private static boolean isOwn(ConsoleBlock.Example example) {
    return example.line().contains("EVENLOT_CLASSPATH");
  }

  @Test
  @DisplayName("has a bucketing of one's own that the command line finds")
  void aBucketingOfOnesOwn() throws Exception {
    UserProject project =
        UserProject.compiled(classes, JAVA.subList(0, 1))
            .withService(Bucketing.class.getName(), Documentation.blocks(PAGE, "text").get(0));
    assertThat(Documentation.page(PAGE)).contains("META-INF/services/" + Bucketing.class.getName());
    ConsoleBlock.Example example =
        ConsoleBlock.examples(PAGE).stream().filter(any -> isOwn(any)).findFirst().orElseThrow();
    Matcher line = OWN.matcher(example.line());
    assertThat(line.matches()).as(example.line()).isTrue();
    assertThat(project.run(line.group(1), "io.github.evenlot.app.Main", List.of("bucket")).lines())
        .containsExactlyElementsOf(example.output());
  }

  @Test
  @DisplayName("has Java that prints what stands in its comments")
  void java() {
    assertThat(JAVA).hasSize(2);
    try (JavaBlock block = new JavaBlock(JAVA.get(1))) {
      assertThat(block.printed().lines())
          .containsExactlyElementsOf(StatisticsPagesTest.comments(JAVA.get(1)));
    }
  }
}
