package io.github.evenlot.experiment;

import io.github.evenlot.internal.Document;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Plans as plain maps, the part {@code plan} of an experiment's document. */
final class PlanDocuments {

  /** What a document that says nothing of it means. */
  private static final AnalysisPlan DEFAULTS = AnalysisPlan.ofUnits(1);

  private PlanDocuments() {}

  /** What is as it is by default is left out, so that plans from before there was a choice stay. */
  static Map<String, Object> toDocument(AnalysisPlan plan) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("alpha", plan.alpha());
    document.put("plannedUnits", plan.plannedUnits());
    if (plan.sides() != DEFAULTS.sides()) {
      document.put("sides", plan.sides());
    }
    if (!plan.spending().equals(DEFAULTS.spending())) {
      document.put("spending", choice(plan.spending()));
    }
    if (!plan.methods().isEmpty()) {
      Map<String, Object> methods = new LinkedHashMap<>();
      plan.methods().forEach((metric, method) -> methods.put(metric, choice(method)));
      document.put("methods", methods);
    }
    if (!plan.margins().isEmpty()) {
      document.put("margins", plan.margins());
    }
    if (!plan.adjustment().equals(DEFAULTS.adjustment())) {
      document.put("adjustment", plan.adjustment());
    }
    return document;
  }

  private static Map<String, @Nullable Object> choice(NamedChoice choice) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    document.put("id", choice.id());
    if (!choice.parameters().isEmpty()) {
      document.put("parameters", choice.parameters());
    }
    return document;
  }

  static AnalysisPlan plan(Document document) {
    AnalysisPlan plan =
        AnalysisPlan.ofUnits(document.integer("plannedUnits"))
            .withAlpha(document.decimal("alpha").doubleValue())
            .withAdjustment(document.optionalText("adjustment").orElse(DEFAULTS.adjustment()));
    if (document.has("sides")) {
      plan = plan.withSides(document.smallInteger("sides"));
    }
    if (document.has("spending")) {
      plan = plan.withSpending(choice(document.child("spending")));
    }
    return withMargins(withMethods(plan, document), document);
  }

  private static AnalysisPlan withMethods(AnalysisPlan plan, Document document) {
    if (!document.has("methods")) {
      return plan;
    }
    Document methods = document.child("methods");
    AnalysisPlan result = plan;
    for (String metric : methods.plain().keySet()) {
      result = result.withMethod(metric, choice(methods.child(metric)));
    }
    return result;
  }

  private static AnalysisPlan withMargins(AnalysisPlan plan, Document document) {
    if (!document.has("margins")) {
      return plan;
    }
    Document margins = document.child("margins");
    AnalysisPlan result = plan;
    for (String metric : margins.plain().keySet()) {
      result = result.withMargin(metric, margins.decimal(metric).doubleValue());
    }
    return result;
  }

  private static NamedChoice choice(Document document) {
    Map<String, @Nullable Object> none = Map.of();
    return new NamedChoice(
        document.text("id"),
        document.has("parameters") ? document.child("parameters").plain() : none);
  }
}
