package io.github.evenlot.app.analyze;

import io.github.evenlot.app.Documentation;
import io.github.evenlot.app.Evenlot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The archives as the commands of the pages read them, and small files. */
final class Archives {

  static final Path UPWORTHY = resource("upworthy/upworthy.csv.gz");
  static final Path ASOS = resource("asos/asos.csv.gz");

  private Archives() {}

  private static Path resource(String name) {
    return Documentation.ROOT.resolve("reference-app/src/main/resources").resolve(name);
  }

  /** The findings of a whole archive. */
  static List<Finding> findings(Path file, String format) {
    try {
      return ArchiveFile.analyse(file, ArchiveFormat.byId(format), any -> true).stream()
          .map(Finding.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the command makes of a file with these lines. */
  static Evenlot.Run run(Path directory, String lines, String... options) {
    return Evenlot.run("", arguments(file(directory, lines).toString(), options));
  }

  static Path file(Path directory, String lines) {
    try {
      return Files.writeString(directory.resolve("arms.csv"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String[] arguments(String file, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "analyze";
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[options.length + 1] = file;
    return arguments;
  }
}
