package io.github.evenlot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The pages of the repository, and what is in them. */
public final class Documentation {

  /** Surefire runs in the directory of the module. */
  public static final Path ROOT = Path.of("").toAbsolutePath().getParent();

  private Documentation() {}

  /** The text of a page. */
  public static String page(String path) {
    try {
      return Files.readString(ROOT.resolve(path)).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands between the fences of the blocks of a language. */
  public static List<String> blocks(String page, String language) {
    return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
        .matcher(page(page))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** Where the links of a page lead within the repository, without those to headings. */
  static List<Path> links(Path page) {
    return Pattern.compile("]\\(([^)#:]+)(#[^)]*)?\\)")
        .matcher(page(ROOT.relativize(page).toString()))
        .results()
        .map((MatchResult link) -> page.resolveSibling(link.group(1)).normalize())
        .toList();
  }

  /** Every page under {@code docs}, and the README. */
  static List<Path> pages() {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md")),
              files.filter(file -> file.toString().endsWith(".md")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
