package io.github.evenlot.app.cli;

import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestMethods;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;
import io.github.evenlot.simulation.PeekingSchedule;
import io.github.evenlot.simulation.Simulator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which experiment is simulated. */
final class SimulatedExperiment {

  private static final int MOST_LOOKS = 1000;

  @Option(
      names = "--method",
      paramLabel = "ID",
      description = "The test, as in the command test; welch unless given.")
  private String method = "welch";

  @Option(
      names = "--parameter",
      split = ",",
      paramLabel = "NAME=VALUE",
      description =
          "A parameter of the method. Its confidence is 1 − alpha unless given, its alternative"
              + " greater if one-sided.")
  private Map<String, String> parameters = Map.of();

  @Option(
      names = "--family",
      paramLabel = "NAME",
      description =
          "What the values are: normal (unless given), bernoulli, log-normal, zero-inflated,"
              + " correlated (a normal with a covariate) or ratio.")
  private String family = "normal";

  @Option(
      names = "--data",
      split = ",",
      paramLabel = "NAME=VALUE",
      description =
          "A parameter of the family: mean, sd, rate, mu, sigma, correlation, ratio, denominator.")
  private Map<String, Double> data = Map.of();

  @Option(names = "--looks", paramLabel = "K", description = "How many; 1 unless given.")
  private int looks = 1;

  @Option(
      names = "--users",
      paramLabel = "N",
      description = "Users that the control gets before each look; 10000 unless given.")
  private long users = 10_000;

  @Option(
      names = "--allocation",
      paramLabel = "R",
      description = "The treatment's users over the control's; 1 unless given.")
  private double allocation = 1;

  @Option(
      names = "--alpha",
      paramLabel = "P",
      description = "The type I error of all looks, or without --spending of each; 0.05.")
  private double alpha = 0.05;

  @Option(names = "--sides", paramLabel = "S", description = "1 or 2; 2 unless given.")
  private int sides = 2;

  @Option(
      names = "--spending",
      paramLabel = "ID",
      description =
          "Looks spend alpha: obrien-fleming, pocock, kim-demets or hwang-shih-decani. Without it"
              + " every look is held against alpha.")
  private @Nullable String spending;

  @Option(names = "--rho", paramLabel = "X", description = "Of kim-demets.")
  private @Nullable Double rho;

  @Option(names = "--gamma", paramLabel = "X", description = "Of hwang-shih-decani.")
  private @Nullable Double gamma;

  String method() {
    return method;
  }

  String family() {
    return family;
  }

  long users() {
    return users;
  }

  double alpha() {
    return alpha;
  }

  /**
   * @throws IllegalArgumentException if an option is out of range
   */
  Simulator simulator() {
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha %s is outside (0, 0.5)".formatted(alpha));
    }
    return Simulator.of(testMethod(), SimulatedFamilies.byName(family, data), schedule())
        .withAllocation(allocation);
  }

  private TestMethod testMethod() {
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    all.putIfAbsent("confidence", 1 - alpha);
    TestMethod asGiven = TestMethods.create(method, all);
    return sides() == Sides.ONE_SIDED && !all.containsKey("alternative") ? oneSided(all) : asGiven;
  }

  private TestMethod oneSided(Map<String, Object> all) {
    all.put("alternative", "greater");
    try {
      return TestMethods.create(method, all);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "sides 1 takes a one-sided test, and method \"%s\" has no alternative".formatted(method),
          e);
    }
  }

  private PeekingSchedule schedule() {
    return spending == null
        ? PeekingSchedule.atLevel(alpha, lookUsers())
        : PeekingSchedule.of(
            new GroupSequentialDesign(
                SpendingFunction.byId(spending, this::spendingParameter), alpha, sides()),
            lookUsers());
  }

  private double spendingParameter(String name) {
    Double value = name.equals("rho") ? rho : gamma;
    if (value == null) {
      throw new IllegalArgumentException("--%s is missing".formatted(name));
    }
    return value;
  }

  private Sides sides() {
    return switch (sides) {
      case 1 -> Sides.ONE_SIDED;
      case 2 -> Sides.TWO_SIDED;
      default -> throw new IllegalArgumentException("sides %d is neither 1 nor 2".formatted(sides));
    };
  }

  private long[] lookUsers() {
    if (looks < 1 || looks > MOST_LOOKS) {
      throw new IllegalArgumentException("%d looks, not 1 to %d".formatted(looks, MOST_LOOKS));
    }
    if (users < 1 || users > Long.MAX_VALUE / MOST_LOOKS) {
      throw new IllegalArgumentException(
          "users %d is outside [1, %d]".formatted(users, Long.MAX_VALUE / MOST_LOOKS));
    }
    return LongStream.rangeClosed(1, looks).map(look -> look * users).toArray();
  }
}
