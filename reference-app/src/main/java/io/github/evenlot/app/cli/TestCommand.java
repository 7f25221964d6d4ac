package io.github.evenlot.app.cli;

import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.TestMethod;
import io.github.evenlot.inference.TestMethods;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.internal.Document;
import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;

/** {@code evenlot test}. */
@Command(
    name = "test",
    mixinStandardHelpOptions = true,
    header = "Whether arms differ, from their counts and sums.",
    description = {
      "",
      "In:  {\"method\": \"welch\", \"arms\": [{\"n\": …, \"sum\": …, \"sum_of_squares\": …}, …]},"
          + " the control first; and parameters of the method, as \"confidence\" and"
          + " \"alternative\" (\"two-sided\", \"greater\", \"less\"). For values of 0 and 1 the sum"
          + " of squares is the sum, and may be left out.",
      "Out: {\"estimate\": …, \"standard_error\": …, \"statistic\": …, \"degrees_of_freedom\": …,"
          + " \"p_value\": …, \"lower\": …, \"upper\": …}, as far as the method has them; where"
          + " p_value is 0, below any double, its natural logarithm as \"log_p_value\"; or"
          + " {\"untestable\": why}",
      ""
    })
public final class TestCommand extends JsonLinesCommand {

  private static final int SQUARES = 2;

  /** In groups of three, and in the order of {@link DecimalSums}. */
  private static final String[] FIELDS = {
    "n",
    "sum",
    "sum_of_squares",
    "denominator_sum",
    "denominator_sum_of_squares",
    "cross_sum",
    "covariate_sum",
    "covariate_sum_of_squares",
    "covariate_cross_sum"
  };

  @Override
  Map<String, Object> answer(Document question) {
    Map<String, Object> parameters = question.plain();
    parameters.keySet().removeAll(List.of("id", "method", "arms"));
    TestMethod method = TestMethods.create(question.text("method"), parameters);
    List<Moments> arms = question.children("arms").stream().map(TestCommand::moments).toList();
    return shown(method.test(arms));
  }

  /** The moments of an arm from its count and sums. */
  static Moments moments(Document arm) {
    arm.refuseUnknown(FIELDS);
    long n = arm.integer("n");
    BigDecimal[] sums =
        IntStream.range(1, FIELDS.length)
            .mapToObj(field -> sum(arm, field))
            .toArray(BigDecimal[]::new);
    try {
      return Moments.of(
          new DecimalSums(
              n, sums[0], sums[1], sums[2], sums[3], sums[4], sums[5], sums[6], sums[7]));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(arm.path() + ": " + e.getMessage(), e);
    }
  }

  /** Of what is 0 or 1, squares are the values; a denominator or a covariate may be missing. */
  private static BigDecimal sum(Document arm, int field) {
    if (field == SQUARES && !arm.has(FIELDS[SQUARES])) {
      return arm.decimal(FIELDS[SQUARES - 1]);
    }
    int group = field - field % 3;
    boolean given = group == 0 || Arrays.stream(FIELDS, group, group + 3).anyMatch(arm::has);
    return given ? arm.decimal(FIELDS[field]) : BigDecimal.ZERO;
  }

  /** The fields that a result has. */
  static Map<String, Object> shown(TestResult result) {
    Map<String, Object> shown = new LinkedHashMap<>();
    if (result instanceof NotTestable not) {
      shown.put("untestable", not.reason());
    } else if (result instanceof Tested tested) {
      tested.estimate().ifPresent(value -> shown.put("estimate", value));
      tested.standardError().ifPresent(value -> shown.put("standard_error", value));
      shown.put("statistic", finite(tested.statistic()));
      tested.degreesOfFreedom().ifPresent(value -> shown.put("degrees_of_freedom", value));
      shown.put("p_value", tested.pValue());
      if (tested.pValue() == 0) {
        shown.put("log_p_value", finite(tested.logPValue()));
      }
      tested
          .interval()
          .ifPresent(
              interval -> {
                shown.put("lower", finite(interval.lower()));
                shown.put("upper", finite(interval.upper()));
              });
    }
    return shown;
  }
}
