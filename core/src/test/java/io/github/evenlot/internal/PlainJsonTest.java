package io.github.evenlot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlainJsonTest {

  private static Map<String, Object> everything() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("z", null);
    object.put("a", Arrays.asList("text", true, null, List.of(Map.of())));
    object.put("numbers", List.of(1, 2L, 0.5, 1.5f, new BigDecimal("1e999"), BigInteger.TWO));
    return object;
  }

  @Test
  void copiesEveryKindOfValueInOrder() {
    Map<String, Object> copy = PlainJson.copy("config", everything());
    assertThat(copy).isEqualTo(everything());
    assertThat(copy.keySet()).containsExactly("z", "a", "numbers");
  }

  @Test
  void nobodyCanChangeTheCopy() {
    Map<String, Object> copy = PlainJson.copy("config", everything());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> copy.put("more", 1));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> ((List<?>) copy.get("a")).clear());
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of(LocalDate.EPOCH, "config.x is LocalDate 1970-01-01, not a JSON value"),
        Arguments.of(Double.NaN, "config.x is Double NaN, not a JSON value"),
        Arguments.of(
            List.of(1, Float.POSITIVE_INFINITY), "config.x[1] is Float Infinity, not a JSON value"),
        Arguments.of(Map.of("y", 'c'), "config.x.y is Character c, not a JSON value"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void namesWhatIsNoJson(Object value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainJson.copy("config", Map.of("x", value)))
        .withMessage(message);
  }

  @Test
  void refusesWhatNeverEnds() {
    Map<String, Object> snake = new HashMap<>();
    snake.put("x", snake);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PlainJson.copy("config", snake))
        .withMessageEndingWith(".x is nested deeper than 64");
  }
}
