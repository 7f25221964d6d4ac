package io.github.evenlot.app.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A PostgreSQL of its own process, reachable on 127.0.0.1 alone, that ends with this one. */
public final class LocalPostgres implements AutoCloseable {

  private static final String USER = "postgres";
  private static final String DATABASE = "postgres";

  private final EmbeddedPostgres postgres;
  private final ProcessHandle process;

  private LocalPostgres(EmbeddedPostgres postgres, ProcessHandle process) {
    this.postgres = postgres;
    this.process = process;
  }

  /**
   * Starts a server.
   *
   * @param directory where its data are to be; they stay there when it is closed
   * @param port 0 for any free one
   * @throws IllegalStateException if the port can't be used
   */
  public static LocalPostgres start(Path directory, int port) throws IOException {
    Ports.requireFree("PostgreSQL", port);
    EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setDataDirectory(directory)
            .setCleanDataDirectory(false)
            .setPort(port)
            .setServerConfig("listen_addresses", "127.0.0.1")
            .start();
    return new LocalPostgres(postgres, process(directory));
  }

  /** The server writes its process id into the first line of this file. */
  private static ProcessHandle process(Path directory) throws IOException {
    long id =
        Long.parseLong(Files.readAllLines(directory.resolve("postmaster.pid")).get(0).strip());
    return ProcessHandle.of(id)
        .orElseThrow(() -> new IllegalStateException("PostgreSQL (process " + id + ") has ended"));
  }

  /**
   * @throws IllegalStateException if the server's process is no more
   */
  public void requireAlive() {
    if (!process.isAlive()) {
      throw new IllegalStateException("PostgreSQL (process %d) has ended".formatted(process.pid()));
    }
  }

  public String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.getPort(), DATABASE);
  }

  /** The user, who needs no password. */
  public String user() {
    return USER;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
