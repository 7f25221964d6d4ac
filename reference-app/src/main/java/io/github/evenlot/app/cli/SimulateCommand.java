package io.github.evenlot.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.simulation.Average;
import io.github.evenlot.simulation.Rate;
import io.github.evenlot.simulation.SimulationResult;
import io.github.evenlot.simulation.Simulator;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evenlot simulate}. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    header = "How often a method errs under a schedule of looks, by simulated experiments.",
    description = {
      "",
      "Without an effect the rejection rate is the type I error, with one it is the power. Every"
          + " number has its Monte-Carlo standard error beside it.",
      "Out: a line for each effect: {\"effect\": …, \"rejection_rate\": …,"
          + " \"rejection_rate_error\": …, \"rejection_rate_by_look\": […], \"coverage\": …,"
          + " \"bias\": …, \"expected_users\": …, \"untestable_runs\": …}",
      ""
    })
public final class SimulateCommand implements Callable<Integer> {

  private static final int REFUSED = 2;
  private static final JsonMapper JSON = new JsonMapper();

  @Mixin private SimulatedExperiment experiment = new SimulatedExperiment();

  @Option(
      names = "--effect",
      split = ",",
      paramLabel = "EFFECT",
      description =
          "By how much the treatment's mean, or ratio, lies above the control's; several give a"
              + " line each. 0 unless given.")
  private List<Double> effects = List.of(0.0);

  @Option(
      names = "--truth",
      paramLabel = "VALUE",
      description =
          "What the method estimates, for coverage and bias, where that is not the effect.")
  private @Nullable Double truth;

  @Option(names = "--runs", paramLabel = "N", description = "Experiments; 10000 unless given.")
  private int runs = 10_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "The same seed gives the same numbers, whatever the machine's processors.")
  private long seed = 1;

  @Option(
      names = "--plot",
      paramLabel = "F.svg",
      description =
          "Writes the rejection rate as a picture: by effect where there are several, else by"
              + " look.")
  private @Nullable Path plot;

  @Override
  public Integer call() throws IOException {
    OutputFile.check(plot);
    Map<Double, SimulationResult> results = new LinkedHashMap<>();
    try {
      Simulator simulator = simulator();
      effects.forEach(effect -> results.put(effect, result(simulator.withEffect(effect))));
    } catch (IllegalArgumentException e) {
      System.err.println("evenlot simulate: " + e.getMessage());
      return REFUSED;
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (Map.Entry<Double, SimulationResult> each : results.entrySet()) {
      out.println(JSON.writeValueAsString(shown(each.getKey(), each.getValue())));
    }
    if (plot != null) {
      OutputFile.write(plot, SimulationPlot.svg(experiment, results));
    }
    return 0;
  }

  private Simulator simulator() {
    Simulator simulator = experiment.simulator().withRuns(runs).withSeed(seed);
    return truth == null ? simulator : simulator.withTruth(truth);
  }

  private static SimulationResult result(Simulator simulator) {
    return SimulationProgress.show(simulator.runs(), simulator::run);
  }

  private Map<String, Object> shown(double effect, SimulationResult result) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("method", experiment.method());
    shown.put("family", experiment.family());
    shown.put("effect", effect);
    shown.put("runs", runs);
    put(shown, "rejection_rate", result.rejected());
    shown.put("rejection_rate_by_look", result.rejectedByLook().stream().map(Rate::value).toList());
    result.coverage().ifPresent(coverage -> put(shown, "coverage", coverage));
    result.bias().ifPresent(bias -> put(shown, "bias", bias));
    put(shown, "expected_users", result.users());
    shown.put("untestable_runs", result.untestable().count());
    return shown;
  }

  private static void put(Map<String, Object> shown, String name, Rate rate) {
    shown.put(name, rate.value());
    shown.put(name + "_error", rate.standardError());
  }

  private static void put(Map<String, Object> shown, String name, Average average) {
    shown.put(name, average.value());
    shown.put(name + "_error", average.standardError());
  }
}
