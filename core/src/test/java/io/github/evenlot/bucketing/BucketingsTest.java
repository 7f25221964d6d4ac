package io.github.evenlot.bucketing;

import static io.github.evenlot.bucketing.Bucketings.EVENLOT_1;
import static io.github.evenlot.bucketing.Bucketings.MD5_100;
import static io.github.evenlot.bucketing.Bucketings.SHA256_10000;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.Fixtures;
import io.github.evenlot.internal.XxHash64;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketingsTest {

  static List<GoldenVectors> evenlot1Vectors() {
    return GoldenVectors.of("evenlot-1");
  }

  @ParameterizedTest
  @MethodSource("evenlot1Vectors")
  void evenlot1IsFrozen(GoldenVectors golden) {
    assertThat(EVENLOT_1.bucket(golden.salt(), golden.unit())).isEqualTo(golden.bucket());
    assertThat(golden.hashes())
        .containsExactly(xxHash64(golden.salt(), 1), xxHash64(golden.unit(), 0));
  }

  private static String xxHash64(String text, long seed) {
    return "%016x".formatted(XxHash64.hash(text.getBytes(UTF_8), seed));
  }

  static List<GoldenVectors> sha256Vectors() {
    return GoldenVectors.of("sha256-10000");
  }

  @ParameterizedTest
  @MethodSource("sha256Vectors")
  void sha256IsFrozen(GoldenVectors golden) {
    assertThat(SHA256_10000.bucket(golden.salt(), golden.unit())).isEqualTo(golden.bucket());
  }

  @SuppressWarnings("unchecked")
  static List<Map<String, Object>> md5Cases() {
    return (List<Map<String, Object>>)
        Fixtures.parse(Fixtures.text("vectors/md5-100/cases.json")).get("cases");
  }

  @ParameterizedTest
  @MethodSource("md5Cases")
  void md5IsWhatPythonSays(Map<String, Object> vector) {
    assertThat(MD5_100.bucket((String) vector.get("exp"), (String) vector.get("user")))
        .isEqualTo(vector.get("bucket"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a:b", "\0", "\uD83D", "😀", "long"})
  void md5IsTheWholeDigestModulo100(String unit) throws Exception {
    String text = "long".equals(unit) ? "x".repeat(100_000) : unit;
    byte[] digest = MessageDigest.getInstance("MD5").digest((text + ":exp").getBytes(UTF_8));
    BigInteger remainder = new BigInteger(1, digest).mod(BigInteger.valueOf(100));
    assertThat(MD5_100.bucket("exp", text)).isEqualTo(remainder.intValueExact());
  }

  @Test
  void aUnitNamedLikeTheSaltHasNoFixedBucket() {
    assertThat(EVENLOT_1.bucket("exp", "exp")).isNotEqualTo(EVENLOT_1.bucket("exp-1", "exp-1"));
  }

  @Test
  void differentSaltsOfSplitAreDifferentDraws() {
    assertThat(IntStream.range(0, 100).mapToObj(Integer::toString))
        .anyMatch(
            unit -> Bucketings.SPLIT.bucket("7", unit) != Bucketings.SPLIT.bucket("07", unit));
  }

  @Test
  void aLastArmWithoutWeightHasNoBucketOfItsOwn() {
    assertThat(new LaunchDarklyWeights(List.of(100_000, 0)).bucket(1)).isEqualTo(99_999);
    assertThat(new LaunchDarklyWeights(List.of(50_000, 50_000, 0)).bucket(1)).isEqualTo(99_999);
  }

  @Test
  void areFoundById() {
    assertThat(Bucketings.own()).containsExactly(EVENLOT_1, MD5_100, SHA256_10000);
    assertThat(Bucketings.all()).startsWith(EVENLOT_1, MD5_100, SHA256_10000);
    assertThat(Bucketings.all())
        .allSatisfy(known -> assertThat(Bucketings.byId(known.id())).isSameAs(known));
    assertThat(EVENLOT_1.buckets()).isEqualTo(10_000);
    assertThat(MD5_100.buckets()).isEqualTo(100);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Bucketings.byId("md5"))
        .withMessageStartingWith(
            "no bucketing \"md5\"; there are [evenlot-1, md5-100, sha256-10000, optimizely,");
  }
}
