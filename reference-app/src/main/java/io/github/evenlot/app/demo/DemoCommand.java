package io.github.evenlot.app.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code evenlot demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    header = "Real headline tests through a real broker, Flink and PostgreSQL.",
    description = {
      "",
      "Starts Kafka, Flink and PostgreSQL on 127.0.0.1, replays twelve tests of the Upworthy"
          + " Research Archive, counts them in a stream and again in a batch, compares both with"
          + " the archive, and analyses them.",
      "Exit status: 0 if archive, stream and batch agree to the unit, 1 if they do not, 2 if "
          + "something prevented the comparison.",
      ""
    })
public final class DemoCommand implements Callable<Integer> {

  private static final int DISAGREES = 1;
  private static final int FAILED = 2;

  @Option(
      names = "--viewers",
      paramLabel = "N",
      description = {
        "How many viewers to replay, instead of all of the twelve tests: thins the tests, or adds "
            + "more of the archive."
      })
  private @Nullable Long viewers;

  @Option(
      names = "--keep",
      description = "Leave the servers up until Ctrl-C, and say how to reach them.")
  private boolean keep;

  @Option(
      names = "--directory",
      paramLabel = "DIR",
      description = "Where the data are to be, and to stay; a temporary directory otherwise.")
  private @Nullable Path directory;

  @Option(names = "--kafka-port", paramLabel = "PORT", description = "A free one otherwise.")
  private int kafkaPort;

  @Option(names = "--postgres-port", paramLabel = "PORT", description = "A free one otherwise.")
  private int postgresPort;

  @Option(names = "--flink-port", paramLabel = "PORT", description = "A free one otherwise.")
  private int flinkPort;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Of the times and the order in which viewers come.")
  private long seed = DemoOptions.SEED;

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    DemoOptions options =
        new DemoOptions(
            Optional.ofNullable(viewers),
            keep,
            Optional.ofNullable(directory),
            kafkaPort,
            postgresPort,
            flinkPort,
            seed);
    try {
      return new DemoRun(options, out, System.console() != null).run() ? 0 : DISAGREES;
    } catch (DemoException e) {
      System.err.println("evenlot demo: " + e.getMessage());
      return FAILED;
    }
  }
}
