package io.github.evenlot.app;

import io.github.evenlot.app.cli.BoundariesCommand;
import io.github.evenlot.app.cli.BucketCommand;
import io.github.evenlot.app.cli.SrmCommand;
import io.github.evenlot.app.cli.TestCommand;
import io.github.evenlot.app.demo.DemoCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The entry to the command line. */
@Command(
    name = "evenlot",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    header = "A/B testing: even lots, exact counts, honest decisions.",
    description = {
      "",
      "The calculating commands read one JSON object a line from standard input, or from the files "
          + "named, and write one a line to standard output, in order.",
      ""
    },
    footer = {"", "evenlot COMMAND --help tells more."},
    subcommands = {
      DemoCommand.class,
      BucketCommand.class,
      TestCommand.class,
      SrmCommand.class,
      BoundariesCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Main()).execute(arguments));
  }

  @Override
  public void run() {
    spec.commandLine().usage(System.out);
  }
}
