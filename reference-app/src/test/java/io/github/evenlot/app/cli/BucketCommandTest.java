package io.github.evenlot.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.evenlot.bucketing.Bucketings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketCommandTest {

  /** By hashlib of Python 3: int(md5(b"{unit}:{salt}").hexdigest(), 16) % 100. */
  @ParameterizedTest
  @CsvSource({"alice, 4", "bob, 48", "42, 4"})
  void md5IsThatOfPython(String unit, int bucket) {
    JsonNode answer = Answers.answer("bucket", question("md5-100", unit));
    assertThat(answer.path("bucket").asInt()).isEqualTo(bucket);
    assertThat(answer.path("buckets").asInt()).isEqualTo(100);
  }

  @Test
  void evenlot1IsThatOfTheLibrary() {
    JsonNode answer = Answers.answer("bucket", question("evenlot-1", "alice"));
    assertThat(answer.path("bucket").asInt())
        .isEqualTo(Bucketings.EVENLOT_1.bucket("checkout-button", "alice"));
    assertThat(answer.path("buckets").asInt()).isEqualTo(10_000);
  }

  @Test
  void anUnknownBucketingIsNamedWithThoseThereAre() {
    assertThat(Answers.error("bucket", question("md5", "alice")))
        .startsWith("no bucketing \"md5\"; there are [evenlot-1, md5-100, sha256-10000, ");
  }

  private static String question(String bucketing, String unit) {
    return "{'bucketing': '%s', 'salt': 'checkout-button', 'unit': '%s'}"
        .formatted(bucketing, unit);
  }
}
