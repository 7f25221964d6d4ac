package io.github.evenlot.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.re2j.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegexSizeTest {

  @ParameterizedTest
  @DisplayName("The estimate is not below what RE2/J compiles, and not far above.")
  @ValueSource(
      strings = {
        "abcdefgh",
        "(Mobile|Tablet)",
        "^[a-z0-9._%+-]+@[a-z0-9.-]+\\.[a-z]{2,}$",
        "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
        "(a{10}){10}",
        "((a{2,5}b)?c){3,}",
        "[]a](b{20}[^]]{20}){20}",
        "[[:alpha:](]{30}(x{30})",
        "{(a{10}){10}",
        "a{b(c{10}){10}",
        "\\Q[(\\E(a{20}){20}",
        "(\\(\\[a{20}\\]){20}",
        "\\x{41}{20}\\pL{20}\\p{Greek}{20}",
        "(a|b){40}"
      })
  void estimate(String regex) {
    int real = Pattern.compile(regex).programSize();
    // Two instructions around the whole are not counted: a bound of thousands does without.
    assertThat(RegexSize.estimate(regex) + 2).isBetween((long) real, 60L + 3L * real);
  }

  @ParameterizedTest
  @DisplayName("The longest class in brackets is found, whatever is escaped in it or named.")
  @CsvSource({"abc, 0", "[abc]d[^ef], 3", "[]a], 2", "[\\]\\[]x, 4", "[a[:alpha:]], 10", "[a-, 2"})
  void longestClass(String regex, int length) {
    assertThat(RegexSize.longestClass(regex)).isEqualTo(length);
  }

  @Test
  @DisplayName("What would never end to compile is found to be large at once.")
  void explosion() {
    assertThat(RegexSize.estimate("((((a{1000}){1000}){1000}){1000}){1000}"))
        .isGreaterThan(1_000_000_000L);
  }

  @ParameterizedTest
  @DisplayName("Wrong syntax has some size.")
  @ValueSource(
      strings = {"", ")", "((", "[", "[^", "[[:", "\\", "\\Q", "\\p{", "a{", "a{1,", "{1}"})
  void wrong(String regex) {
    assertThat(RegexSize.estimate(regex)).isNotNegative();
  }
}
