package io.github.evenlot.targeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionOrderTest {

  /** Semantic Versioning 2.0.0, section 11: the examples of its items 2, 3 and 4, in one row. */
  private static final List<String> RISING =
      List.of(
          "1.0.0-alpha",
          "1.0.0-alpha.1",
          "1.0.0-alpha.beta",
          "1.0.0-beta",
          "1.0.0-beta.2",
          "1.0.0-beta.11",
          "1.0.0-rc.1",
          "1.0.0",
          "2.0.0",
          "2.1.0",
          "2.1.1");

  @Test
  @DisplayName("The examples of Semantic Versioning stand in their order, each pair of them.")
  void semanticVersioning() {
    for (int i = 0; i < RISING.size(); i++) {
      for (int j = 0; j < RISING.size(); j++) {
        assertThat(Integer.signum(VersionOrder.compare(RISING.get(i), RISING.get(j))))
            .as(RISING.get(i) + " to " + RISING.get(j))
            .isEqualTo(Integer.compare(i, j));
      }
    }
  }

  @ParameterizedTest
  @DisplayName("Numbers are compared as numbers, of whatever length.")
  @CsvSource({
    "100000.0.0, 99999.0.0, 1",
    "1.99999999999999999999.0, 1.100000000000000000000.0, -1",
    "1.02.3, 1.2.3, 0",
    "1.000.0, 1.0.0, 0"
  })
  void numbers(String a, String b, int sign) {
    assertThat(Integer.signum(VersionOrder.compare(a, b))).isEqualTo(sign);
    assertThat(Integer.signum(VersionOrder.compare(b, a))).isEqualTo(-sign);
  }

  @ParameterizedTest
  @DisplayName("A shorter version is earlier, unless it is a release.")
  @CsvSource({"1, 1.0, -1", "1.0, 1.0.0, -1", "1.0.0, 1.0.0.0, 1", "1.0.0.0, 1.0.0.0.0, -1"})
  void parts(String a, String b, int sign) {
    assertThat(Integer.signum(VersionOrder.compare(a, b))).isEqualTo(sign);
    assertThat(Integer.signum(VersionOrder.compare(b, a))).isEqualTo(-sign);
  }

  @ParameterizedTest
  @DisplayName("No text is too odd.")
  @CsvSource({"'', ''", "v, v", "+, +", "--, --", "1..2, 1..2", "v1.2.3+b, 1.2.3+c"})
  void odd(String a, String b) {
    assertThat(VersionOrder.compare(a, b)).isZero();
  }
}
