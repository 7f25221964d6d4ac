package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
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
  void everyPageIsReachedFromTheReadme() {
    assertThat(reached(Documentation.ROOT.resolve("README.md"), new LinkedHashSet<>()))
        .containsAll(Documentation.pages());
  }

  private static Set<Path> reached(Path page, Set<Path> seen) {
    if (page.toString().endsWith(".md") && seen.add(page)) {
      Documentation.links(page).forEach(next -> reached(next, seen));
    }
    return seen;
  }
}
