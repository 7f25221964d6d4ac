package io.github.evenlot.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The commands of a console block of a page, each with the lines that it prints. */
final class ConsoleBlock {

  /**
   * @param page where it stands
   * @param line as a person would type it
   * @param output what the page says that it prints
   */
  record Example(String page, String line, List<String> output) {

    private static final Pattern LINE =
        Pattern.compile("(?:echo '([^']*)' \\| )?\\./evenlot ?([^'|<>]*)");

    /** Runs it as a shell would. */
    Evenlot.Run run() {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new AssertionError("%s: not a line that a test can run: %s".formatted(page, line));
      }
      String input = parts.group(1) == null ? "" : parts.group(1) + "\n";
      return Evenlot.run(
          input, Stream.of(parts.group(2).split(" ")).map(Example::inRoot).toArray(String[]::new));
    }

    /** A file as it is called from the root of the repository, where a person would stand. */
    private static String inRoot(String argument) {
      Path file = Documentation.ROOT.resolve(argument);
      return argument.contains("/") && Files.exists(file) ? file.toString() : argument;
    }
  }

  private ConsoleBlock() {}

  static List<Example> examples(String page) {
    return Documentation.blocks(page, "console").stream()
        .flatMap(block -> examples(page, block).stream())
        .toList();
  }

  private static List<Example> examples(String page, String block) {
    List<Example> examples = new ArrayList<>();
    for (String line : block.lines().toList()) {
      if (line.startsWith("$ ")) {
        examples.add(new Example(page, line.substring(2), new ArrayList<>()));
      } else if (!line.isBlank()) {
        examples.get(examples.size() - 1).output().add(line);
      }
    }
    return examples;
  }
}
