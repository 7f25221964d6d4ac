package io.github.evenlot.app.analyze;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.evenlot.inference.ConfidenceInterval;
import io.github.evenlot.inference.NotTestable;
import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.sequential.LookReport;
import io.github.evenlot.sequential.SequentialEstimate;
import io.github.evenlot.statistics.Moments;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object a line, for programs. */
final class JsonLines implements Presentation {

  private static final JsonMapper JSON = new JsonMapper();

  @Override
  public void print(List<Outcome> outcomes, PrintStream out) {
    for (Outcome outcome : outcomes) {
      out.println(line(outcome));
    }
  }

  private static String line(Outcome outcome) {
    try {
      return JSON.writeValueAsString(
          outcome instanceof Finding finding ? shown(finding) : shown((Failure) outcome));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of numbers and text is always JSON", e);
    }
  }

  private static Map<String, Object> shown(Failure failure) {
    Map<String, Object> shown = new LinkedHashMap<>();
    if (!failure.experiment().isEmpty()) {
      shown.put("experiment", failure.experiment());
    }
    shown.put("error", failure.reason());
    return shown;
  }

  private static Map<String, Object> shown(Finding finding) {
    Study study = finding.study();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("experiment", study.experiment());
    if (!study.key().treatment().isEmpty()) {
      shown.put("treatment", study.key().treatment());
    }
    if (!study.metric().isEmpty()) {
      shown.put("metric", study.metric());
    }
    study.week().ifPresent(week -> shown.put("week", week.toString()));
    shown.put("verdict", finding.verdict().id());
    finding.winner().ifPresent(winner -> shown.put("winner", winner.id()));
    shown.put("explanation", finding.explanation());
    shown.put("arms", arms(finding));
    shown.put("sample_ratio", sampleRatio(finding));
    finding.overall().ifPresent(test -> shown.put("all_alike", shown(test)));
    finding.looks().ifPresent(looks -> shown.put("looks", shown(looks)));
    return shown;
  }

  private static List<Map<String, Object>> arms(Finding finding) {
    Study study = finding.study();
    List<Map<String, Object>> arms = new ArrayList<>();
    for (int i = 0; i < study.arms().size(); i++) {
      Map<String, Object> arm = new LinkedHashMap<>();
      arm.put("variant", study.arms().get(i).id());
      arm.put("n", study.end().units().get(i));
      if (!study.end().moments().isEmpty()) {
        Moments moments = study.end().moments().get(i);
        arm.put("mean", moments.mean());
        arm.put("variance", moments.variance());
      }
      if (i > 0) {
        arm.putAll(shown(finding.arms().get(i - 1)));
      }
      arms.add(arm);
    }
    return arms;
  }

  private static Map<String, Object> shown(ArmFinding arm) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("test", shown(arm.test()));
    arm.adjusted().ifPresent(p -> shown.put("adjusted_p", p));
    shown.put("lift", shown(arm.lift()));
    return shown;
  }

  private static Map<String, Object> sampleRatio(Finding finding) {
    Map<String, Object> shown = shown(finding.sampleRatio());
    shown.put("mismatch", Analysis.isMismatch(finding.sampleRatio()));
    shown.put("shares_known", finding.study().sharesKnown());
    return shown;
  }

  private static Map<String, Object> shown(Looks looks) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("taken", looks.taken().size());
    shown.put("untestable", looks.untestable());
    shown.put("without_growth", looks.withoutGrowth());
    shown.put("first_below_5_percent", looks.naive().orElse(null));
    looks.report().ifPresent(report -> shown.putAll(shown(looks, report)));
    return shown;
  }

  private static Map<String, Object> shown(Looks looks, LookReport report) {
    InterimLook look = looks.taken().get(report.number() - 1);
    SequentialEstimate estimate = report.estimate().times(look.unit());
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("decision", report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    shown.put("look", report.number());
    shown.put("day", look.checkpoint().day());
    shown.put("information", look.information());
    shown.put("z", report.z());
    shown.put("boundary", finite(report.boundary().boundary()));
    shown.put("p_value", estimate.pValue());
    shown.put("median_unbiased", estimate.medianUnbiased());
    shown.put("stagewise_interval", shown(estimate.interval()));
    return shown;
  }

  private static Map<String, Object> shown(TestResult result) {
    Map<String, Object> shown = new LinkedHashMap<>();
    if (result instanceof NotTestable not) {
      shown.put("untestable", not.reason());
    } else if (result instanceof Tested tested) {
      tested.estimate().ifPresent(value -> shown.put("estimate", value));
      shown.put("statistic", finite(tested.statistic()));
      shown.put("p_value", tested.pValue());
      tested.interval().ifPresent(interval -> shown.put("interval", shown(interval)));
    }
    return shown;
  }

  private static List<@Nullable Double> shown(ConfidenceInterval interval) {
    return Arrays.asList(finite(interval.lower()), finite(interval.upper()));
  }

  private static @Nullable Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }
}
