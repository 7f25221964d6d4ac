package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Java of the explanations compiles, and prints what stands below it. */
class ExplanationsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"docs/explanation/reallocation.md", "docs/explanation/mutual-exclusion.md"})
  @DisplayName("Each block of Java prints the block of text below it.")
  void eachBlockPrintsWhatStandsBelow(String page) {
    List<String> blocks = Documentation.blocks(page, "java");
    assertThat(blocks).hasSize(2);
    assertThat(blocks.stream().map(ExplanationsTest::printed).toList())
        .isEqualTo(Documentation.blocks(page, "text"));
  }

  private static String printed(String source) {
    try (JavaBlock block = new JavaBlock(source)) {
      return block.printed();
    }
  }
}
