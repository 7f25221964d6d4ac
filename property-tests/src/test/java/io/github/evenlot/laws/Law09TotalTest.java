package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** 9: every string is a unit and a salt, at every time. */
class Law09TotalTest {

  /** Any UTF-16 unit anywhere, so NUL, non-characters and halves of surrogate pairs too. */
  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.chars().all().list().ofMaxSize(300).map(Law09TotalTest::joined);
  }

  private static String joined(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }

  @Provide
  Arbitrary<Instant> anyTime() {
    return Arbitraries.longs()
        .between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Property(seed = "901", tries = 5000)
  void everyTextHasOneBucket(@ForAll("anyText") String salt, @ForAll("anyText") String unit) {
    for (Bucketing bucketing : Bucketings.all()) {
      int bucket = bucketing.bucket(salt, unit);
      assertThat(bucket).isBetween(0, bucketing.buckets() - 1);
      assertThat(bucketing.bucket(salt, unit)).isEqualTo(bucket);
    }
  }

  @Property(seed = "902")
  void everyQuestionHasAnAnswer(
      @ForAll("anyText") String experiment,
      @ForAll("anyText") String salt,
      @ForAll("anyText") String unit,
      @ForAll("anyTime") Instant time) {
    Assigner assigner =
        Assigner.of(Experiment.builder("exp").salt(salt).variant("control", 50).build());
    assertThat(assigner.assign("exp", UnitId.of(unit), time).reason()).isNotNull();
    assertThat(assigner.assign(experiment, UnitId.of(unit), time).reason()).isNotNull();
  }

  @Example
  void lengthDoesNotMatter() {
    for (int length : new int[] {1, 31, 32, 33, 10_000, 10_000_000}) {
      char[] text = new char[length];
      Arrays.fill(text, '€');
      for (Bucketing bucketing : Bucketings.all()) {
        assertThat(bucketing.bucket("exp", new String(text))).isBetween(0, bucketing.buckets() - 1);
      }
    }
  }
}
