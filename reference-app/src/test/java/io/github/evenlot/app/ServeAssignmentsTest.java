package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The code of the page on serving does what the page says. */
class ServeAssignmentsTest {

  private static final List<String> JAVA =
      Documentation.blocks("docs/how-to/serve-assignments.md", "java");

  @Test
  void aBufferAnswersForOneExperimentAndForAll() {
    try (JavaBlock block = new JavaBlock(JAVA.get(0))) {
      assertThat(block.value("button")).isEqualTo("\"green\"");
      assertThat(block.value("whole")).contains("experiment=fast-search", "reason=ALLOCATED");
    }
  }

  @Test
  void aHolderKeepsTheLastGoodExperiments() {
    try (JavaBlock block = new JavaBlock(JAVA.get(1))) {
      assertThat(block.value("assignment")).contains("variant=green");
      assertThat(block.value("state")).contains("origin=SOURCE", "failure=Optional.empty");
    }
  }
}
