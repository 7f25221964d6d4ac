package io.github.evenlot.app.demo;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Where the servers keep their data: a place that was asked for, or one that goes when closed. */
final class DemoDirectory implements AutoCloseable {

  private final Path path;
  private final boolean temporary;

  private DemoDirectory(Path path, boolean temporary) {
    this.path = path;
    this.temporary = temporary;
  }

  /**
   * @throws DemoException if it can't be made, or holds something already
   */
  static DemoDirectory of(DemoOptions options) {
    try {
      return options.directory().isPresent()
          ? new DemoDirectory(empty(options.directory().get()), false)
          : new DemoDirectory(Files.createTempDirectory("evenlot-demo-"), true);
    } catch (IOException e) {
      throw DemoException.of("start", e);
    }
  }

  private static Path empty(Path asked) throws IOException {
    Path path = Files.createDirectories(asked.toAbsolutePath());
    try (var files = Files.list(path)) {
      if (files.findAny().isPresent()) {
        throw new DemoException("directory %s is not empty".formatted(path));
      }
    }
    return path;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    if (temporary) {
      try {
        Files.walkFileTree(path, new Removal());
      } catch (IOException e) {
        throw new DemoException(
            "directory %s can't be removed: %s".formatted(path, e.getMessage()), e);
      }
    }
  }

  private static final class Removal extends SimpleFileVisitor<Path> {

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
        throws IOException {
      Files.deleteIfExists(directory);
      return FileVisitResult.CONTINUE;
    }
  }
}
