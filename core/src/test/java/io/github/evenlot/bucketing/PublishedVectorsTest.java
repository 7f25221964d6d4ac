package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What other products publish of single buckets; where it is from stands in {@code vectors}. What
 * they publish of whole experiments has classes of its own.
 */
class PublishedVectorsTest {

  private static String text(Map<String, Object> object, String field) {
    return String.valueOf(object.get(field));
  }

  static List<Map<String, Object>> optimizely() {
    return Published.cases("optimizely/bucket_values.json");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("A bucket value of Optimizely's comes out.")
  void optimizely(Map<String, Object> published) {
    assertThat(
            Bucketings.OPTIMIZELY.bucket(
                text(published, "experimentId"), text(published, "bucketingId")))
        .isEqualTo(published.get("expectedBucketValue"));
  }

  static List<Map<String, Object>> launchDarkly() {
    return Published.cases("launchdarkly/bucket_values.json");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("A fraction of LaunchDarkly's comes out in single precision.")
  void launchDarkly(Map<String, Object> published) {
    String salt =
        published.get("seed") == null
            ? text(published, "key") + "." + text(published, "salt")
            : text(published, "seed");
    assertThat((float) Bucketings.LAUNCHDARKLY.fraction(salt, text(published, "context")))
        .isEqualTo(Float.parseFloat(text(published, "expected")));
  }

  static List<Map<String, Object>> planOut() {
    return Published.cases("planout/cases.json");
  }

  @ParameterizedTest
  @MethodSource
  @DisplayName("A choice of PlanOut's comes out, uniform or weighted.")
  void planOut(Map<String, Object> published) {
    List<?> choices = Published.list(published, "choices");
    String salt = text(published, "salt") + "." + text(published, "param");
    List<Integer> weights =
        text(published, "op").equals("UniformChoice")
            ? choices.stream().map(choice -> 1).toList()
            : Published.list(published, "weights").stream().map(Integer.class::cast).toList();
    int total = weights.stream().mapToInt(Integer::intValue).sum();
    Bucketing bucketing =
        text(published, "op").equals("UniformChoice")
            ? Bucketings.planOutUniform(total)
            : Bucketings.planOutWeighted(total);
    int choice = Published.part(bucketing.bucket(salt, text(published, "unit")), weights);
    assertThat(choices.get(choice)).isEqualTo(published.get("expected"));
  }

  @ParameterizedTest
  @DisplayName("Split's 2,000 buckets of a file come out; they count from 1.")
  @CsvSource({"split, murmur3-sample-data-v2.csv", "split-legacy, legacy-hash-sample-data.csv"})
  void split(String bucketing, String file) {
    List<String[]> rows = Published.rows("split/" + file).toList();
    assertThat(rows).hasSize(2000);
    for (String[] row : rows) {
      assertThat(row).hasSize(4);
      assertThat(Bucketings.byId(bucketing).bucket(row[0], row[1]) + 1)
          .as(row[1])
          .isEqualTo(Integer.parseInt(row[3]));
    }
  }

  @Test
  @DisplayName("There are 3 bucket values, 6 fractions and 4 choices.")
  void count() {
    assertThat(optimizely()).hasSize(3);
    assertThat(launchDarkly()).hasSize(6);
    assertThat(planOut()).hasSize(4);
  }

  @Test
  @DisplayName("The page beside the files says of each folder where it is from.")
  void provenance() throws IOException {
    String page = Fixtures.text("vectors/README.md");
    List<String> folders;
    try (Stream<Path> files = Files.list(Published.folder(""))) {
      folders =
          files.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString).toList();
    }
    assertThat(folders).isNotEmpty();
    assertThat(folders).allSatisfy(folder -> assertThat(page).contains("| `" + folder + "` |"));
  }
}
