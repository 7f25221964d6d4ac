package io.github.evenlot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.VarSnippet;
import jdk.jshell.execution.LocalExecutionControlProvider;

/** A block of Java of a page, compiled and run just as it stands there. */
final class JavaBlock implements AutoCloseable {

  private final JShell shell;
  private final String printed;

  JavaBlock(String source) {
    this.shell =
        JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build();
    shell.addToClasspath(System.getProperty("java.class.path"));
    this.printed = printedBy(() -> run(source));
  }

  private void run(String source) {
    String rest = source;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      assertThat(next.completeness().isComplete()).as("%s: %s", next.completeness(), rest).isTrue();
      shell.eval(next.source()).forEach(this::check);
      rest = next.remaining();
    }
  }

  private void check(SnippetEvent event) {
    assertThat(event.status())
        .as(
            () ->
                event.snippet().source()
                    + shell
                        .diagnostics(event.snippet())
                        .map(d -> d.getMessage(Locale.ROOT))
                        .toList())
        .isEqualTo(Snippet.Status.VALID);
    assertThat(event.exception()).isNull();
  }

  /** What the block wrote to standard output. */
  String printed() {
    return printed;
  }

  /** The value of a variable of the block, as Java would write it. */
  String value(String variable) {
    return shell
        .variables()
        .filter(known -> known.name().equals(variable))
        .map(shell::varValue)
        .findFirst()
        .orElseThrow();
  }

  /**
   * What an expression gives for each variable of a type, as text.
   *
   * @param expression with {@code %s} in the place of the variable
   */
  List<String> values(String type, String expression) {
    List<VarSnippet> known =
        shell.variables().filter(variable -> variable.typeName().equals(type)).toList();
    return known.stream().map(variable -> result(expression.formatted(variable.name()))).toList();
  }

  private String result(String expression) {
    SnippetEvent event = shell.eval(expression).get(0);
    check(event);
    return event.value();
  }

  private static String printedBy(Runnable work) {
    PrintStream stdout = System.out;
    Locale locale = Locale.getDefault();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Locale.setDefault(Locale.ROOT);
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      work.run();
    } finally {
      System.setOut(stdout);
      Locale.setDefault(locale);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    shell.close();
  }
}
