package io.github.evenlot.sequential;

import io.github.evenlot.internal.Document;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Histories as plain maps and lists. Version 1; an older version stays readable for ever. */
final class HistoryDocuments {

  private static final int VERSION = 1;

  private HistoryDocuments() {}

  static Map<String, Object> toDocument(GroupSequentialDesign design, HistoryState state) {
    checkNamed(design);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("v", VERSION);
    document.put("design", design.description());
    document.put("looks", state.boundaries().stream().map(HistoryDocuments::look).toList());
    document.put("alphaSpentPerSide", state.alphaSpent());
    document.put("betaSpent", state.betaSpent());
    document.put("process", process(state.process()));
    if (state.futilityProcess() != state.process()) {
      document.put("futilityProcess", process(state.futilityProcess()));
    }
    return document;
  }

  static HistoryState state(GroupSequentialDesign design, Map<String, ?> map) {
    Document document = Document.of("history", map).version(VERSION);
    checkDesign(design, document.text("design"));
    ScoreProcess process = process(document.child("process"));
    return new HistoryState(
        document.children("looks").stream().map(HistoryDocuments::look).toList(),
        process,
        document.has("futilityProcess") ? process(document.child("futilityProcess")) : process,
        number(document, "alphaSpentPerSide"),
        number(document, "betaSpent"));
  }

  /** By its name alone a function is known again. */
  private static void checkNamed(GroupSequentialDesign design) {
    if (isUnnamed(design.spending())
        || design.futility().filter(futility -> isUnnamed(futility.spending())).isPresent()) {
      throw new IllegalArgumentException(
          "a spending function without a name can't be stored; SpendingFunction.named gives it"
              + " one");
    }
  }

  private static boolean isUnnamed(SpendingFunction function) {
    return function.id().equals(Spending.UNNAMED);
  }

  private static void checkDesign(GroupSequentialDesign design, String stored) {
    checkNamed(design);
    if (!design.description().equals(stored)) {
      throw new IllegalArgumentException(
          "the history is of the design \"%s\", not \"%s\""
              .formatted(stored, design.description()));
    }
  }

  /** JSON knows no infinity: a boundary that is not there is left out. */
  private static Map<String, Object> look(LookBoundary look) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("information", look.information());
    putFinite(document, "boundary", look.boundary());
    putFinite(document, "futility", look.futility());
    document.put("nominalP", look.nominalP());
    document.put("alphaSpent", look.alphaSpent());
    return document;
  }

  private static LookBoundary look(Document document) {
    return new LookBoundary(
        number(document, "information"),
        document.has("boundary") ? number(document, "boundary") : Double.POSITIVE_INFINITY,
        document.has("futility") ? number(document, "futility") : Double.NEGATIVE_INFINITY,
        number(document, "nominalP"),
        number(document, "alphaSpent"));
  }

  private static Map<String, Object> process(ScoreProcess process) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("time", process.time());
    document.put("edgeTimes", process.edges().stream().map(Edge::time).toList());
    document.put("edgeValues", process.edges().stream().map(Edge::value).toList());
    document.put("panels", process.panels().stream().map(HistoryDocuments::panel).toList());
    return document;
  }

  private static ScoreProcess process(Document document) {
    return new ScoreProcess(
        number(document, "time"),
        Edge.all(numbers(document, "edgeTimes"), numbers(document, "edgeValues")),
        document.children("panels").stream().map(HistoryDocuments::panel).toList());
  }

  private static Map<String, Object> panel(Panel panel) {
    return Map.of("lo", panel.lo(), "hi", panel.hi(), "values", panel.values());
  }

  private static Panel panel(Document document) {
    return Panel.ofValues(
        number(document, "lo"), number(document, "hi"), numbers(document, "values"));
  }

  private static void putFinite(Map<String, Object> document, String field, double value) {
    if (Double.isFinite(value)) {
      document.put(field, value);
    }
  }

  private static double number(Document document, String field) {
    return document.decimal(field).doubleValue();
  }

  private static List<Double> numbers(Document document, String field) {
    return document.decimals(field).stream().map(BigDecimal::doubleValue).toList();
  }
}
