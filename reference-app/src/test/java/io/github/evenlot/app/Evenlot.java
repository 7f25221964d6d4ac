package io.github.evenlot.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the command line as a process would run it, with the three streams in memory. */
public final class Evenlot {

  /** What a run left behind. */
  public record Run(int status, String out, String err) {

    public List<String> lines() {
      return out.lines().toList();
    }

    /** The only line there is. */
    public String line() {
      if (lines().size() != 1) {
        throw new AssertionError("not one line but " + this);
      }
      return lines().get(0);
    }
  }

  private Evenlot() {}

  /** Answers lines of standard input. */
  public static Run run(String input, String... arguments) {
    InputStream stdin = System.in;
    PrintStream stdout = System.out;
    PrintStream stderr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    try {
      System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int status = Main.commandLine().execute(arguments);
      return new Run(status, text(out), text(err));
    } finally {
      System.setIn(stdin);
      System.setOut(stdout);
      System.setErr(stderr);
    }
  }

  private static String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
