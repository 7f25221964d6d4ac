package io.github.evenlot.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

  @ParameterizedTest
  @ValueSource(strings = {"a", "checkout-button", "ein Schlüssel", "価格", "😀", "a$", "'; --", " "})
  void acceptsText(String key) {
    assertThat(Keys.check("variant", key)).isSameAs(key);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 60, 200})
  void acceptsUpTo200Characters(int length) {
    assertThat(Keys.check("variant", "x".repeat(length))).hasSize(length);
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("", "variant \"\" has 0 characters, not 1 to 200"),
        Arguments.of(
            "x".repeat(201),
            "variant \"%s…\" has 201 characters, not 1 to 200".formatted("x".repeat(60))),
        Arguments.of("a\0b", "variant \"a\uFFFDb\" has a control character"),
        Arguments.of("a\nb", "variant \"a\uFFFDb\" has a control character"),
        Arguments.of("a\u0085", "variant \"a\uFFFD\" has a control character"),
        Arguments.of("a\uD83D", "variant \"a\uFFFD\" has half of a surrogate pair"),
        Arguments.of("\uDE00a", "variant \"\uFFFDa\" has half of a surrogate pair"),
        Arguments.of("$exposures", "variant \"$exposures\" begins with $, which is reserved"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void namesWhatIsWrong(String key, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Keys.check("variant", key))
        .withMessage(message);
  }
}
