package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.bucketing.Bucketings;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the README says is so. */
class ReadmeTest {

  private static final String README = "README.md";
  private static final List<String> JAVA = Documentation.blocks(README, "java");

  @Test
  void thereIsCodeWithinTheFirstTwentyFiveLines() {
    assertThat(Documentation.page(README).lines().limit(25)).contains("```java");
  }

  @Test
  void theTenLinesAssign() {
    // The second half of the buckets is green.
    assertThat(Bucketings.EVENLOT_1.bucket("checkout-button", "alice")).isGreaterThan(4_999);
    try (JavaBlock block = new JavaBlock(JAVA.get(0))) {
      assertThat(block.value("variant")).isEqualTo("\"green\"");
      assertThat(block.value("assignment")).contains("experiment=checkout-button", "ALLOCATED");
    }
  }

  /** scipy 1.17: ttest_ind_from_stats with equal_var=False: p 0.021075, 0.001503 to 0.018497. */
  @Test
  void theEightLinesAnalyse() {
    try (JavaBlock block = new JavaBlock(JAVA.get(1))) {
      assertThat(block.printed()).isEqualTo("p = 0.0211, difference 0.0015 to 0.0185\n");
      assertThat(JAVA.get(1)).contains("// " + block.printed().strip());
    }
  }

  /** The bucket is published: optimizely/bucket_values.json of core's vectors names the source. */
  @Test
  void theFiveLinesMigrate() {
    assertThat(JAVA.get(2).lines().dropWhile(line -> !line.startsWith("Experiment"))).hasSize(5);
    assertThat(JAVA.get(2)).contains("bucket 5254");
    try (JavaBlock block = new JavaBlock(JAVA.get(2))) {
      assertThat(block.value("same")).contains("bucket=5254", "ALLOCATED");
      assertThat(block.value("variant")).isEqualTo("\"green\"");
    }
  }

  @Test
  void thereIsNoOtherJava() {
    assertThat(JAVA).hasSize(3);
  }

  @Test
  void theCoordinatesAreThoseOfTheBuild() {
    String coordinates = Documentation.blocks(README, "xml").get(0);
    String core = Documentation.page("core/pom.xml");
    String version = core.substring(core.indexOf("<version>"), core.indexOf("</version>"));
    assertThat(coordinates)
        .contains("<groupId>io.github.evenlot</groupId>", "<artifactId>evenlot-core</artifactId>")
        .contains(version + "</version>");
    assertThat(core).contains("<artifactId>evenlot-core</artifactId>");
  }

  @Test
  void theRequirementsAreThoseOfTheBuild() {
    assertThat(Documentation.page("pom.xml"))
        .contains("<version>[17,)</version>", "<version>[3.8.1,)</version>");
    assertThat(Documentation.page(README)).contains("JDK 17", "Maven 3.8.1");
  }
}
