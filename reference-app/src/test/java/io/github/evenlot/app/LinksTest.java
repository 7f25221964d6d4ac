package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LinksTest {

  @ParameterizedTest
  @MethodSource("io.github.evenlot.app.Documentation#pages")
  void everyLinkWithinTheRepositoryLeadsSomewhere(Path page) {
    assertThat(Documentation.links(page)).allMatch(Files::exists);
  }

  @Test
  void theIndexOfTheDocumentationHasEveryPage() {
    Path index = Documentation.ROOT.resolve("docs/README.md");
    List<Path> pages =
        Documentation.pages().stream()
            .filter(page -> page.startsWith(index.getParent()) && !page.equals(index))
            .toList();
    assertThat(Documentation.links(index)).containsAll(pages);
  }

  @Test
  void theReadmeLeadsToTheIndex() {
    assertThat(Documentation.links(Documentation.ROOT.resolve("README.md")))
        .contains(Documentation.ROOT.resolve("docs/README.md"));
  }
}
