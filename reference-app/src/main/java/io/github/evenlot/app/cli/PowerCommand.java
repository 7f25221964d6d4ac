package io.github.evenlot.app.cli;

import io.github.evenlot.inference.PowerAnalysis;
import io.github.evenlot.inference.PowerMetric;
import io.github.evenlot.internal.Document;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code evenlot power}. */
@Command(
    name = "power",
    mixinStandardHelpOptions = true,
    header = "How many units find which effect how surely: of the three, any two give the third.",
    description = {
      "",
      "In:  {\"kind\": \"proportion\", \"baseline\": 0.1, \"effect\": 0.02, \"power\": 0.8} with"
          + " \"alpha\" and \"sides\", 0.05 and 2 unless given. The baseline is the control's rate;"
          + " with \"kind\": \"mean\" it is the standard deviation, or [control, treatment]; with"
          + " \"kind\": \"ratio\" give a \"pilot\" as an arm of \"test\".",
      "Out: {\"n\": …, \"n_rounded_up\": …, \"treatment_n_rounded_up\": …}, {\"power\": …} or"
          + " {\"effect\": …}; n are the control's units, the treatment has \"ratio\" times as"
          + " many.",
      ""
    })
public final class PowerCommand extends JsonLinesCommand {

  private static final List<String> THREE = List.of("n", "power", "effect");

  @Override
  Map<String, Object> answer(Document question) {
    PowerAnalysis analysis = analysis(question);
    return switch (asked(question)) {
      case "power" -> Map.of("power", analysis.power(effect(question), units(question)));
      case "effect" ->
          Map.of("effect", analysis.detectableEffect(units(question), power(question)));
      default -> shown(analysis, analysis.controlUnits(effect(question), power(question)));
    };
  }

  private static String asked(Document question) {
    List<String> missing = THREE.stream().filter(field -> !question.has(field)).toList();
    if (missing.size() != 1) {
      throw new IllegalArgumentException(
          "of %s there are %d given, not 2".formatted(THREE, THREE.size() - missing.size()));
    }
    return missing.get(0);
  }

  private static PowerAnalysis analysis(Document question) {
    PowerAnalysis analysis = PowerAnalysis.of(metric(question));
    question.refuseUnknown(
        "id",
        "kind",
        metricField(question),
        "n",
        "power",
        "effect",
        "alpha",
        "sides",
        "ratio",
        "inflation");
    return analysis
        .withAlpha(number(question, "alpha", analysis.alpha()))
        .withSides(question.has("sides") ? question.smallInteger("sides") : analysis.sides())
        .withAllocation(number(question, "ratio", analysis.allocation()))
        .withInflation(number(question, "inflation", analysis.inflation()));
  }

  private static PowerMetric metric(Document question) {
    String kind = question.text("kind");
    return switch (kind) {
      case "mean" -> mean(question);
      case "proportion" -> PowerMetric.proportion(question.decimal("baseline").doubleValue());
      case "ratio" -> PowerMetric.ratio(TestCommand.moments(question.child("pilot")));
      default ->
          throw new IllegalArgumentException(
              "no kind \"%s\"; there are mean, proportion, ratio".formatted(kind));
    };
  }

  private static String metricField(Document question) {
    return switch (question.text("kind")) {
      case "ratio" -> "pilot";
      case "mean" -> question.has("standard_deviation") ? "standard_deviation" : "baseline";
      default -> "baseline";
    };
  }

  private static PowerMetric mean(Document question) {
    String field = metricField(question);
    if (!(question.plain().get(field) instanceof List<?>)) {
      return PowerMetric.mean(question.decimal(field).doubleValue());
    }
    List<BigDecimal> deviations = question.decimals(field);
    if (deviations.size() != 2) {
      throw new IllegalArgumentException(
          "%s has %d standard deviations, not one for each of 2 arms"
              .formatted(field, deviations.size()));
    }
    return PowerMetric.mean(deviations.get(0).doubleValue(), deviations.get(1).doubleValue());
  }

  private static double units(Document question) {
    return question.decimal("n").doubleValue();
  }

  private static double power(Document question) {
    return question.decimal("power").doubleValue();
  }

  private static double effect(Document question) {
    return question.decimal("effect").doubleValue();
  }

  private static double number(Document question, String field, double otherwise) {
    return question.has(field) ? question.decimal(field).doubleValue() : otherwise;
  }

  private static Map<String, Object> shown(PowerAnalysis analysis, double units) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("n", units);
    shown.put("n_rounded_up", whole(units));
    shown.put("treatment_n_rounded_up", whole(analysis.allocation() * units));
    return shown;
  }

  private static long whole(double units) {
    if (!(units < Long.MAX_VALUE)) {
      throw new IllegalArgumentException("n %s is above %d".formatted(units, Long.MAX_VALUE));
    }
    return (long) Math.ceil(units);
  }
}
