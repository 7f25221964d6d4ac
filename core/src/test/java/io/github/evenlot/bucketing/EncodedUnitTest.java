package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodedUnitTest {

  private static final List<String> IDS =
      List.of("", "alice", "用户1", "😀", "\uD83D", "\0", "x".repeat(10_000), "-42");

  static Stream<Bucketing> all() {
    return Bucketings.all().stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("A prepared salt gives the same bucket, whatever was asked before.")
  void prepared(Bucketing bucketing) {
    EncodedUnit unit = new EncodedUnit();
    for (String salt : IDS) {
      SaltedBucketing salted = bucketing.salted(salt);
      for (String id : IDS) {
        int expected = bucketing.bucket(salt, id);
        assertThat(salted.bucket(unit.set(id))).as(id).isEqualTo(expected);
        assertThat(salted.bucket(unit)).as(id).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  @DisplayName("A number is its decimal text.")
  void numbers(Bucketing bucketing) {
    EncodedUnit unit = new EncodedUnit();
    for (long id : new long[] {0, -42, Long.MIN_VALUE}) {
      assertThat(bucketing.salted("exp").bucket(unit.set(id)))
          .isEqualTo(bucketing.bucket("exp", Long.toString(id)));
      assertThat(unit.text()).isEqualTo(Long.toString(id));
    }
  }

  @Test
  @DisplayName("A bucketing of one's own is asked with the text of the unit.")
  void ownBucketing() {
    Bucketing own =
        new Bucketing() {
          @Override
          public String id() {
            return "length";
          }

          @Override
          public int buckets() {
            return 100;
          }

          @Override
          public int bucket(String salt, String unit) {
            return (salt.length() + unit.length()) % 100;
          }
        };
    EncodedUnit unit = new EncodedUnit();
    assertThat(own.salted("exp").bucket(unit.set("alice"))).isEqualTo(8);
    assertThat(own.salted("exp").bucket(unit.set(-42))).isEqualTo(6);
  }
}
