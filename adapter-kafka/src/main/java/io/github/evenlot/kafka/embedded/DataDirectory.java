package io.github.evenlot.kafka.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where one broker keeps its data: found to be writable, with room, and locked for it alone. */
final class DataDirectory implements AutoCloseable {

  /** An empty broker writes less than 1 MB; this leaves it room to work for a while. */
  static final long NEEDED_BYTES = 64L << 20;

  private final Path path;
  private final FileChannel lock;
  private final boolean temporary;

  private DataDirectory(Path path, FileChannel lock, boolean temporary) {
    this.path = path;
    this.lock = lock;
    this.temporary = temporary;
  }

  /**
   * @param given the directory, made if missing; without it a temporary one, which closing removes
   * @throws IllegalStateException if it can't be used; the message says why
   */
  static DataDirectory open(@Nullable Path given, long neededBytes) throws IOException {
    Path path = given == null ? Files.createTempDirectory("evenlot-kafka-") : create(given);
    try {
      requireRoom(path, neededBytes);
      return new DataDirectory(path, lock(path), given == null);
    } catch (IOException | RuntimeException e) {
      if (given == null) {
        delete(path);
      }
      throw e;
    }
  }

  Path path() {
    return path;
  }

  /** How much room there is, for messages. */
  String room() {
    try {
      return "%s has %d MB of free space".formatted(path, usableBytes(path) >> 20);
    } catch (IOException e) {
      return "%s can't be reached: %s".formatted(path, e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
    if (temporary) {
      delete(path);
    }
  }

  private static Path create(Path given) throws IOException {
    try {
      return Files.createDirectories(given).toAbsolutePath();
    } catch (FileAlreadyExistsException e) {
      throw new IllegalStateException("%s is a file, not a directory".formatted(given), e);
    }
  }

  private static void requireRoom(Path path, long neededBytes) throws IOException {
    long usable = usableBytes(path);
    if (usable < neededBytes) {
      throw new IllegalStateException(
          "%s has %d MB of free space, below the %d MB that a broker needs"
              .formatted(path, usable >> 20, neededBytes >> 20));
    }
  }

  private static long usableBytes(Path path) throws IOException {
    return Files.getFileStore(path).getUsableSpace();
  }

  /** Kafka has a lock of its own, but takes it only when it has already begun to write. */
  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel = FileChannel.open(path.resolve("embedded.lock"), CREATE, WRITE);
    if (!tryLock(channel)) {
      channel.close();
      throw new IllegalStateException("another embedded broker is using %s".formatted(path));
    }
    return channel;
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException heldByThisJvm) {
      return false;
    }
  }

  private static void delete(Path directory) throws IOException {
    List<Path> deepestFirst;
    try (Stream<Path> paths = Files.walk(directory)) {
      deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }
}
