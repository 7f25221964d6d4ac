package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * PostHog's own outcomes of two flags, for users {@code distinct_id_0} and so on, by our engine,
 * and of a holdout.
 */
class PostHogTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Map<String, Object> FILE = Published.json("posthog/consistency.json");

  @Test
  @DisplayName("The rollout comes out for all 600 users.")
  void rollout() {
    Map<String, Object> flag = Published.object(FILE, "simple");
    Experiment experiment =
        Experiment.builder((String) flag.get("flag"))
            .bucketing(Bucketings.POSTHOG)
            .variant("on", Published.number(flag.get("rollout_percentage")))
            .build();
    check(flag, experiment, assignment -> assignment instanceof Assigned);
  }

  @Test
  @DisplayName("The variants of a flag that is rolled out to a part come out for all 600 users.")
  void variants() {
    Map<String, Object> flag = Published.object(FILE, "multivariate");
    String key = (String) flag.get("flag");
    int hundredths = (int) (Published.number(flag.get("rollout_percentage")) * 100);
    List<Traffic.Step> always = List.of(new Traffic.Step(Instant.MIN, hundredths));
    Experiment.Builder builder =
        Experiment.builder(key)
            .bucketing(Bucketings.POSTHOG_VARIANTS)
            .audience(Audience.EVERYONE.withTraffic(new Traffic(Bucketings.POSTHOG, key, always)));
    for (Object variant : Published.list(flag, "variants")) {
      List<?> nameAndPercent = (List<?>) variant;
      builder.variant((String) nameAndPercent.get(0), Published.number(nameAndPercent.get(1)));
    }
    check(
        flag,
        builder.build(),
        assignment -> assignment instanceof Assigned assigned ? assigned.variant() : false);
  }

  @Test
  @DisplayName("The only published user of a holdout is in 10 percent, not in 1.")
  void holdout() {
    // PostHog/posthog @5b09b72b, rust/feature-flags/tests/fixtures/rules_v2_contract/1.2.0/corpus/
    // hash_sha1_60_v1.json (MIT), vector hash.holdout.literal_prefix.
    assertThat(Bucketings.POSTHOG_HOLDOUT.fraction("holdout", "user-31"))
        .isEqualTo(0.0194745413007599);
    assertThat(Bucketings.POSTHOG_HOLDOUT.bucket("holdout", "user-31")).isBetween(100, 999);
  }

  private static void check(
      Map<String, Object> flag, Experiment experiment, Function<Assignment, Object> outcome) {
    Assigner assigner = Assigner.of(experiment);
    List<?> expected = Published.list(flag, "expected");
    assertThat(expected).hasSize(600);
    assertThat(
            IntStream.range(0, expected.size())
                .mapToObj(i -> UnitId.of("distinct_id_" + i))
                .map(unit -> assigner.assign(experiment.key(), unit, NOON))
                .map(outcome))
        .isEqualTo(expected);
  }
}
