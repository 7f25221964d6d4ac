package io.github.evenlot.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that a command writes beside its answers. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Finds out before a long calculation whether its result will have a place.
   *
   * @param file if one was asked for
   * @throws IOException if it can't be written
   */
  public static void check(@Nullable Path file) throws IOException {
    if (file == null) {
      return;
    }
    Path directory = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
    if (Files.isDirectory(file)) {
      throw unwritable(file, "it is a directory", null);
    }
    if (!Files.isDirectory(directory)) {
      throw unwritable(file, "there is no directory " + directory, null);
    }
    if (!Files.isWritable(Files.exists(file) ? file : directory)) {
      throw unwritable(file, "permission denied", null);
    }
  }

  /**
   * @throws IOException if it can't be written
   */
  public static void write(Path file, String text) throws IOException {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw unwritable(file, String.valueOf(e.getMessage()), e);
    }
  }

  private static IOException unwritable(Path file, String why, @Nullable IOException cause) {
    return new IOException("file %s can't be written: %s".formatted(file, why), cause);
  }
}
