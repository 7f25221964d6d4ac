package io.github.evenlot.app.analyze;

import io.github.evenlot.app.cli.OutputFile;
import io.github.evenlot.app.svg.Sheet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code evenlot analyze}. */
@Command(
    name = "analyze",
    mixinStandardHelpOptions = true,
    header = "What whole archives of experiments say, from files of arms.",
    description = {
      "",
      "Reads CSV files, also compressed by gzip, and writes one JSON object for each experiment"
          + " and metric: its arms, whether they have the units they should have, the tests, the"
          + " looks if there were any, and a verdict.",
      "A line that is wrong spoils its experiment and no other; the exit status is then 1.",
      ""
    })
public final class AnalyzeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files with a header.")
  private List<Path> files = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "arms (experiment, variant, n, sum, and sum_of_squares unless every value is 0 or 1),"
              + " upworthy or asos; arms unless given.")
  private String format = "arms";

  @Option(
      names = "--only",
      paramLabel = "ID",
      description = "Of all experiments this one; may be given several times.")
  private List<String> only = List.of();

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description = "Of all metrics this one; may be given several times.")
  private List<String> metrics = List.of();

  @Option(names = "--table", description = "A table for people instead of JSON.")
  private boolean table;

  @Option(names = "--summary", description = "What it all comes to instead of JSON.")
  private boolean summary;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Also a report as one page, to read in a browser and to print.")
  private @Nullable Path html;

  @Option(
      names = "--plot",
      paramLabel = "FILE",
      description = "Also one picture, as SVG: of the only study there is, else of all.")
  private @Nullable Path plot;

  @Override
  public Integer call() throws IOException {
    OutputFile.check(html);
    OutputFile.check(plot);
    List<Outcome> outcomes = outcomes();
    if (html != null) {
      OutputFile.write(html, HtmlReport.of(title(), outcomes));
    }
    if (plot != null) {
      OutputFile.write(plot, picture(outcomes));
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    presentation().print(outcomes, out);
    out.flush();
    return outcomes.stream().anyMatch(Failure.class::isInstance) ? 1 : 0;
  }

  private List<Outcome> outcomes() throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Path file : files) {
      outcomes.addAll(ArchiveFile.analyse(file, format(), this::isWanted));
    }
    requireFound(outcomes);
    return outcomes;
  }

  private boolean isWanted(StudyKey study) {
    return (only.isEmpty() || only.contains(study.experiment()))
        && (metrics.isEmpty() || metrics.contains(study.metric()));
  }

  private void requireFound(List<Outcome> outcomes) {
    Set<String> found = outcomes.stream().map(Outcome::experiment).collect(Collectors.toSet());
    for (String each : only) {
      if (!found.contains(each)) {
        throw wrong("there is no experiment %s in the files".formatted(each));
      }
    }
    if (outcomes.isEmpty() && !metrics.isEmpty()) {
      throw wrong("there is no metric of %s in the files".formatted(metrics));
    }
  }

  private ParameterException wrong(String why) {
    return new ParameterException(spec.commandLine(), why);
  }

  private String title() {
    return files.stream()
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.joining(", "));
  }

  private String picture(List<Outcome> outcomes) {
    return Pictures.of(Summary.of(outcomes))
        .map(Sheet::standalone)
        .orElseThrow(
            () ->
                wrong(
                    "there is nothing to draw: more than one study, and neither weeks nor looks"));
  }

  private ArchiveFormat format() {
    try {
      return ArchiveFormat.byId(format);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private Presentation presentation() {
    if (summary) {
      return new SummaryText();
    }
    return table ? new Table() : new JsonLines();
  }
}
