package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Document;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Experiments as plain maps and lists, for an adapter to turn into bytes. Version 2; an older
 * version stays readable for ever. The fields are in {@code docs/reference/experiment.md}.
 */
public final class ExperimentDocuments {

  private static final int VERSION = 2;

  private ExperimentDocuments() {}

  /** The document of an experiment, in the newest version. */
  public static Map<String, Object> toDocument(Experiment experiment) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("v", VERSION);
    document.put("key", experiment.key());
    document.put("status", experiment.status().name());
    document.put("bucketing", experiment.bucketing().id());
    document.put("salt", experiment.salt());
    document.put("audience", AudienceDocuments.toDocument(experiment.audience()));
    putIfPresent(document, "start", experiment.start());
    putIfPresent(document, "end", experiment.end());
    document.put(
        "variants", experiment.variants().stream().map(ExperimentDocuments::variant).toList());
    document.put("epochs", experiment.epochs().stream().map(ExperimentDocuments::epoch).toList());
    document.put(
        "metrics", experiment.metrics().stream().map(ExperimentDocuments::metric).toList());
    AnalysisPlan plan = experiment.plan();
    if (plan != null) {
      document.put("plan", PlanDocuments.toDocument(plan));
    }
    return document;
  }

  /**
   * @throws IllegalArgumentException if a field is missing, of another type or out of range, or the
   *     whole is inconsistent; the message names it
   */
  public static Experiment experiment(Map<String, ?> map) {
    Document document = Document.of("experiment", map);
    int version = document.version(1, VERSION);
    Bucketing bucketing = Bucketings.byId(document.text("bucketing"));
    return new Experiment(
        document.text("key"),
        document.constant("status", ExperimentStatus.class),
        bucketing,
        document.text("salt"),
        document.children("variants").stream().map(ExperimentDocuments::variant).toList(),
        document.children("epochs").stream().map(e -> epoch(e, bucketing)).toList(),
        version == 1 ? Audience.EVERYONE : AudienceDocuments.audience(document.child("audience")),
        document.optionalInstant("start").orElse(null),
        document.optionalInstant("end").orElse(null),
        document.children("metrics").stream().map(ExperimentDocuments::metric).toList(),
        document.has("plan") ? PlanDocuments.plan(document.child("plan")) : null);
  }

  private static Map<String, Object> variant(Variant variant) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("id", variant.id());
    document.put("name", variant.name());
    document.put("config", variant.config());
    return document;
  }

  private static Variant variant(Document document) {
    return new Variant(
        document.text("id"), document.text("name"), document.child("config").plain());
  }

  private static Map<String, Object> epoch(Epoch epoch) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("number", epoch.number());
    if (!epoch.start().equals(Instant.MIN)) {
      document.put("start", epoch.start().toString());
    }
    document.put(
        "ranges",
        epoch.allocation().ranges().stream()
            .map(range -> List.<Object>of(range.from(), range.to(), range.variant()))
            .toList());
    if (!epoch.targeting().equals(Condition.EVERYONE)) {
      document.put("targeting", epoch.targeting().toDocument());
    }
    return document;
  }

  private static Epoch epoch(Document document, Bucketing bucketing) {
    List<Allocation.Range> ranges =
        document.tuples("ranges", "from", "to", "variant").stream()
            .map(ExperimentDocuments::range)
            .toList();
    return new Epoch(
        document.smallInteger("number"),
        document.optionalInstant("start").orElse(Instant.MIN),
        Allocation.of(bucketing.buckets(), ranges),
        document.has("targeting")
            ? Condition.parse(document.child("targeting").plain())
            : Condition.EVERYONE);
  }

  private static Allocation.Range range(Document document) {
    return new Allocation.Range(
        document.smallInteger("from"), document.smallInteger("to"), document.text("variant"));
  }

  private static Map<String, Object> metric(MetricDefinition metric) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("key", metric.key());
    document.put("kind", metric.kind().name());
    document.put("window", metric.window().toString());
    document.put("lookback", metric.lookback().toString());
    document.put("direction", metric.direction().name());
    document.put("role", metric.role().name());
    return document;
  }

  private static MetricDefinition metric(Document document) {
    return new MetricDefinition(
        document.text("key"),
        document.constant("kind", MetricDefinition.Kind.class),
        document.duration("window"),
        document.duration("lookback"),
        document.constant("direction", MetricDefinition.Direction.class),
        document.constant("role", MetricDefinition.Role.class));
  }

  private static void putIfPresent(
      Map<String, Object> document, String field, @Nullable Instant instant) {
    if (instant != null) {
      document.put(field, instant.toString());
    }
  }
}
