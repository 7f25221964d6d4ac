package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.inference.TestMethods;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatisticsPagesTest {

  private static final String METHODS = "docs/reference/test-methods.md";
  private static final String DESIGNS = "docs/reference/sequential-designs.md";

  @ParameterizedTest
  @ValueSource(strings = {METHODS, DESIGNS})
  @DisplayName("the Java of the pages on statistics prints what stands in its comments")
  void theBlocksPrintWhatTheySay(String page) {
    List<String> blocks = Documentation.blocks(page, "java");
    assertThat(blocks).isNotEmpty();
    for (String source : blocks) {
      try (JavaBlock block = new JavaBlock(source)) {
        assertThat(block.printed().lines()).containsExactlyElementsOf(comments(source));
      }
    }
  }

  static List<String> comments(String source) {
    return source
        .lines()
        .filter(line -> line.startsWith("// "))
        .map(line -> line.substring(3))
        .toList();
  }

  /** A build that ends with the tests has those of core on the class path, with their methods. */
  @Test
  @DisplayName("every test method is on its page")
  void everyMethodIsOnItsPage() {
    String page = Documentation.page(METHODS);
    assertThat(TestMethods.ids())
        .filteredOn(id -> !List.of("sign-of-life", "as-good-as").contains(id))
        .hasSizeGreaterThanOrEqualTo(12)
        .allSatisfy(id -> assertThat(page).contains("| `" + id + "` |"));
  }
}
