package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other products publish of their buckets; where it is from stands in {@code vectors}. */
class PublishedVectorsTest {

  private static String text(Map<String, Object> object, String field) {
    return String.valueOf(object.get(field));
  }

  @Test
  @DisplayName("Optimizely's bucket values come out.")
  void optimizely() {
    List<Map<String, Object>> cases = Published.cases("optimizely/bucket_values.json");
    assertThat(cases).isNotEmpty();
    for (Map<String, Object> one : cases) {
      assertThat(Bucketings.OPTIMIZELY.bucket(text(one, "experimentId"), text(one, "bucketingId")))
          .isEqualTo(one.get("expectedBucketValue"));
    }
  }

  @Test
  @DisplayName("LaunchDarkly's fractions come out in single precision.")
  void launchDarkly() {
    List<Map<String, Object>> cases = Published.cases("launchdarkly/bucket_values.json");
    assertThat(cases).hasSize(6);
    for (Map<String, Object> one : cases) {
      String salt =
          one.get("seed") == null ? text(one, "key") + "." + text(one, "salt") : text(one, "seed");
      assertThat((float) Bucketings.LAUNCHDARKLY.fraction(salt, text(one, "context")))
          .isEqualTo(Float.parseFloat(text(one, "expected")));
    }
  }

  @Test
  @DisplayName("PostHog's rollout comes out for the 600 users of the file.")
  void postHogRollout() {
    Map<String, Object> simple =
        Published.object(Published.json("posthog/consistency.json"), "simple");
    int buckets = (int) Math.round(Published.number(simple.get("rollout_percentage")) * 100);
    List<Boolean> on = new ArrayList<>();
    List<?> expected = Published.list(simple, "expected");
    for (int i = 0; i < expected.size(); i++) {
      on.add(Bucketings.POSTHOG.bucket(text(simple, "flag"), "distinct_id_" + i) < buckets);
    }
    assertThat(expected).hasSizeGreaterThan(500);
    assertThat(on).isEqualTo(expected);
  }

  @Test
  @DisplayName("PostHog's holdout comes out: its one published user is in 10 percent, not in 1.")
  void postHogHoldout() {
    // PostHog/posthog @5b09b72b, rust/feature-flags/tests/fixtures/rules_v2_contract/1.2.0/corpus/
    // hash_sha1_60_v1.json (MIT), vector hash.holdout.literal_prefix.
    assertThat(Bucketings.POSTHOG_HOLDOUT.fraction("holdout", "user-31"))
        .isEqualTo(0.0194745413007599);
    assertThat(Bucketings.POSTHOG_HOLDOUT.bucket("holdout", "user-31")).isBetween(100, 999);
  }

  @Test
  @DisplayName("PlanOut's choices come out, uniform and weighted.")
  void planOut() {
    for (Map<String, Object> one : Published.cases("planout/cases.json")) {
      String salt = text(one, "salt") + "." + text(one, "param");
      String unit = text(one, "unit");
      List<?> choices = Published.list(one, "choices");
      int choice;
      if (text(one, "op").equals("UniformChoice")) {
        choice = Bucketings.planOutUniform(choices.size()).bucket(salt, unit);
      } else {
        List<Integer> weights =
            Published.list(one, "weights").stream()
                .map(weight -> (int) Published.number(weight))
                .toList();
        int total = weights.stream().mapToInt(Integer::intValue).sum();
        choice = Published.part(Bucketings.planOutWeighted(total).bucket(salt, unit), weights);
      }
      assertThat(choices.get(choice)).isEqualTo(one.get("expected"));
    }
  }

  @ParameterizedTest
  @DisplayName("Split's buckets come out, which count from 1.")
  @CsvSource({"split, murmur3-sample-data-v2.csv", "split-legacy, legacy-hash-sample-data.csv"})
  void split(String bucketing, String file) {
    List<String[]> rows = Published.rows("split/" + file).filter(row -> row.length == 4).toList();
    assertThat(rows).hasSizeGreaterThan(1000);
    for (String[] row : rows) {
      assertThat(Bucketings.byId(bucketing).bucket(row[0], row[1]) + 1)
          .as(row[1])
          .isEqualTo(Integer.parseInt(row[3]));
    }
  }
}
