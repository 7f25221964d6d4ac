package io.github.evenlot.serving;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.ExperimentsDocuments;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last good experiments in a file, from which a service starts where their source is down.
 *
 * <p>The file is a line of text, {@code evenlot-snapshot 1 <when taken> <SHA-256>}, and then the
 * document of {@link ExperimentsDocuments} in the caller's format; the checksum is of the time as
 * it stands there and of the document. The file is replaced as a whole, and on the disk when {@link
 * #write} returns: whoever reads it finds the old or the new one. Several processes may write to
 * one path; the last one wins.
 */
public final class BackupFile {

  private static final String TITLE = "evenlot-snapshot 1";
  private static final int LONGEST_HEADER = 200;

  /**
   * Experiments, and when they were taken from their source.
   *
   * @param experiments the experiments
   * @param takenAt when they were the ones in force
   */
  public record Backup(Experiments experiments, Instant takenAt) {}

  private final Path path;
  private final DocumentFormat format;

  /**
   * @param path the file; its directory has to be there
   * @param format how documents become bytes
   */
  public BackupFile(Path path, DocumentFormat format) {
    this.path = path.toAbsolutePath();
    this.format = format;
  }

  /**
   * Replaces the file.
   *
   * @throws UncheckedIOException if that fails; the file is then as it was
   */
  public void write(Backup backup) {
    byte[] body = format.write(ExperimentsDocuments.toDocument(backup.experiments));
    byte[] header =
        "%s %s %s\n"
            .formatted(TITLE, backup.takenAt, checksum(backup.takenAt.toString(), body))
            .getBytes(US_ASCII);
    try {
      replace(header, body);
    } catch (IOException e) {
      throw new UncheckedIOException("backup file %s can't be written: %s".formatted(path, e), e);
    }
  }

  /** By a file with a name of its own, since another process may write to the same path. */
  private void replace(byte[] header, byte[] body) throws IOException {
    Path written =
        path.resolveSibling("%s.%s.new".formatted(path.getFileName(), UUID.randomUUID()));
    try {
      writeToDisk(written, header, body);
      Files.move(
          written, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(written);
    }
    nameToDisk(path.getParent());
  }

  private static void writeToDisk(Path file, byte[] header, byte[] body) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      for (byte[] part : new byte[][] {header, body}) {
        ByteBuffer bytes = ByteBuffer.wrap(part);
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
      }
      channel.force(true);
    }
  }

  /** The new name is in the directory. Not every system lets a directory be opened. */
  private static void nameToDisk(@Nullable Path directory) {
    if (directory == null) {
      return;
    }
    try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // Then a crash may bring the old file back, which is as good as a write that came too late.
    }
  }

  /**
   * What is in the file; empty if there is no file.
   *
   * @throws UncheckedIOException if it can't be read
   * @throws IllegalArgumentException if it is not what {@link #write} wrote, byte for byte
   */
  public Optional<Backup> read() {
    try {
      return Optional.of(parse(Files.readAllBytes(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("backup file %s can't be read: %s".formatted(path, e), e);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "backup file %s is damaged: %s".formatted(path, e.getMessage()), e);
    }
  }

  private Backup parse(byte[] bytes) {
    int end = endOfLine(bytes);
    String[] header = new String(bytes, 0, end, US_ASCII).strip().split(" ", -1);
    if (header.length != 4 || !TITLE.equals(header[0] + " " + header[1])) {
      throw new IllegalArgumentException("it does not begin with \"%s\"".formatted(TITLE));
    }
    byte[] body = Arrays.copyOfRange(bytes, end + 1, bytes.length);
    String found = checksum(header[2], body);
    if (!found.equals(header[3])) {
      throw new IllegalArgumentException(
          "its SHA-256 is %s, but should be %s".formatted(found, header[3]));
    }
    return new Backup(ExperimentsDocuments.experiments(format.read(body)), time(header[2]));
  }

  private static int endOfLine(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, LONGEST_HEADER); i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    throw new IllegalArgumentException("it has no first line");
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("\"%s\" is no instant".formatted(text), e);
    }
  }

  private static String checksum(String takenAt, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(takenAt.getBytes(US_ASCII));
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256, but not this one", e);
    }
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
