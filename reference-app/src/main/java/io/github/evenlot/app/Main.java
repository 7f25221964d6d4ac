package io.github.evenlot.app;

import io.github.evenlot.app.analyze.AnalyzeCommand;
import io.github.evenlot.app.cli.AdjustCommand;
import io.github.evenlot.app.cli.AssignCommand;
import io.github.evenlot.app.cli.BoundariesCommand;
import io.github.evenlot.app.cli.BucketCommand;
import io.github.evenlot.app.cli.MatchCommand;
import io.github.evenlot.app.cli.MonitorCommand;
import io.github.evenlot.app.cli.PowerCommand;
import io.github.evenlot.app.cli.ReallocateCommand;
import io.github.evenlot.app.cli.SimulateCommand;
import io.github.evenlot.app.cli.SrmCommand;
import io.github.evenlot.app.cli.TestCommand;
import io.github.evenlot.app.demo.DemoCommand;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
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
      AssignCommand.class,
      MatchCommand.class,
      ReallocateCommand.class,
      TestCommand.class,
      SrmCommand.class,
      BoundariesCommand.class,
      MonitorCommand.class,
      AdjustCommand.class,
      PowerCommand.class,
      AnalyzeCommand.class,
      SimulateCommand.class
    })
public final class Main implements Runnable {

  @Spec private CommandSpec spec;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commands = new CommandLine(new Main());
    commands
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
    return commands
        .setOut(utf8(System.out))
        .setErr(utf8(System.err))
        .setExecutionExceptionHandler(Main::failed);
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** A file that can't be read is one line for the person at the terminal; a bug is a bug. */
  private static int failed(Exception failure, CommandLine command, ParseResult arguments)
      throws Exception {
    if (!(failure instanceof IOException)) {
      throw failure;
    }
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println(name + ": " + failure.getMessage());
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
