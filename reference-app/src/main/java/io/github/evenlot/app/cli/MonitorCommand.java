package io.github.evenlot.app.cli;

import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.internal.Document;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.LookReport;
import io.github.evenlot.sequential.Monitor;
import io.github.evenlot.sequential.SequentialEstimate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code evenlot monitor}. */
@Command(
    name = "monitor",
    mixinStandardHelpOptions = true,
    header = "What the looks of a group-sequential test decide, and what can be said at its end.",
    description = {
      "",
      "In:  {\"spending\": \"obrien-fleming\", \"alpha\": 0.05, \"sides\": 2, \"looks\":"
          + " [{\"information\": 0.5, \"z\": 1.8}, …]}; a design as of \"boundaries\". With"
          + " \"planned_looks\" the last of so many spends all that is left of alpha, and one more"
          + " is an error.",
      "Out: {\"decision\": …, \"explanation\": …, \"look\": …, \"z\": …, \"boundary\": …,"
          + " \"p_value\": …, \"median_unbiased\": …, \"repeated_interval\": […, …],"
          + " \"stagewise_interval\": […, …]}",
      ""
    })
public final class MonitorCommand extends JsonLinesCommand {

  private static final double DEFAULT_CONFIDENCE = 0.95;

  @Override
  Map<String, Object> answer(Document question) {
    GroupSequentialDesign design =
        DesignFields.design(question, "looks", "planned_looks", "confidence");
    List<Document> looks = question.children("looks");
    looks.forEach(look -> look.refuseUnknown("information", "z"));
    checkNumber(question, looks.size());
    Monitor monitor = Monitor.of(design);
    for (int number = 1; number <= looks.size(); number++) {
      monitor = next(monitor, looks.get(number - 1), isLast(question, number));
    }
    double confidence =
        question.has("confidence")
            ? question.decimal("confidence").doubleValue()
            : DEFAULT_CONFIDENCE;
    return shown(monitor.report(confidence));
  }

  private static Monitor next(Monitor monitor, Document look, boolean last) {
    double z = look.decimal("z").doubleValue();
    return last ? monitor.finalLook(information(look), z) : monitor.look(information(look), z);
  }

  private static boolean isLast(Document question, int number) {
    return question.has("planned_looks") && number == question.integer("planned_looks");
  }

  private static void checkNumber(Document question, int looks) {
    if (question.has("planned_looks") && looks > question.integer("planned_looks")) {
      throw new IllegalArgumentException(
          "%d looks are more than the %d planned"
              .formatted(looks, question.integer("planned_looks")));
    }
  }

  private static double information(Document look) {
    return look.decimal("information").doubleValue();
  }

  private static Map<String, Object> shown(LookReport report) {
    SequentialEstimate estimate = report.estimate();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("decision", report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    shown.put("explanation", report.explanation());
    shown.put("look", report.number());
    shown.put("z", report.z());
    shown.put("boundary", finite(report.boundary().boundary()));
    shown.put("alpha_spent", report.boundary().alphaSpent());
    shown.put("p_value", estimate.pValue());
    shown.put("median_unbiased", estimate.medianUnbiased());
    shown.put("repeated_interval", shown(estimate.repeatedInterval()));
    shown.put("stagewise_interval", shown(estimate.interval()));
    return shown;
  }

  private static List<@Nullable Double> shown(ConfidenceInterval interval) {
    return Arrays.asList(finite(interval.lower()), finite(interval.upper()));
  }
}
