package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.internal.Document;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** The part of an experiment's document that says who may be in it. */
final class AudienceDocuments {

  private AudienceDocuments() {}

  static Map<String, Object> toDocument(Audience audience) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("unitKind", audience.unitKind());
    document.put("holdouts", holdouts(audience.holdouts()));
    document.put("forced", audience.forced());
    document.put(
        "prerequisites",
        audience.prerequisites().stream().map(AudienceDocuments::prerequisite).toList());
    Slot slot = audience.slot();
    if (slot != null) {
      document.put("slot", slot(slot));
    }
    document.put("traffic", traffic(audience.traffic()));
    return document;
  }

  static Audience audience(Document document) {
    return new Audience(
        document.text("unitKind"),
        holdouts(document),
        document.textByName("forced"),
        document.children("prerequisites").stream().map(AudienceDocuments::prerequisite).toList(),
        document.has("slot") ? slot(document.child("slot")) : null,
        traffic(document.child("traffic")));
  }

  private static List<Map<String, Object>> holdouts(List<Holdout> holdouts) {
    return holdouts.stream().map(AudienceDocuments::holdout).toList();
  }

  private static List<Holdout> holdouts(Document document) {
    return document.children("holdouts").stream().map(AudienceDocuments::holdout).toList();
  }

  private static Map<String, Object> holdout(Holdout holdout) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("key", holdout.key());
    document.put("unitKind", holdout.unitKind());
    document.put("bucketing", holdout.bucketing().id());
    document.put("salt", holdout.salt());
    document.put("percent", percent(holdout.hundredths()));
    return document;
  }

  private static Holdout holdout(Document document) {
    String key = document.text("key");
    return new Holdout(
        key,
        document.text("unitKind"),
        Bucketings.byId(document.text("bucketing")),
        document.text("salt"),
        Shares.ofPercent(document.decimal("percent"), Holdout.of(key)));
  }

  private static Map<String, Object> prerequisite(Prerequisite prerequisite) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("experiment", prerequisite.experiment());
    document.put("variants", List.copyOf(prerequisite.variants()));
    return document;
  }

  private static Prerequisite prerequisite(Document document) {
    return new Prerequisite(
        document.text("experiment"), new LinkedHashSet<>(document.texts("variants")));
  }

  private static Map<String, Object> slot(Slot slot) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("group", group(slot.group()));
    document.put("from", slot.from());
    document.put("to", slot.to());
    return document;
  }

  private static Slot slot(Document document) {
    return new Slot(
        group(document.child("group")), document.smallInteger("from"), document.smallInteger("to"));
  }

  private static Map<String, Object> group(MutexGroup group) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("key", group.key());
    document.put("unitKind", group.unitKind());
    document.put("bucketing", group.bucketing().id());
    document.put("salt", group.salt());
    document.put("holdouts", holdouts(group.holdouts()));
    Slot within = group.within();
    if (within != null) {
      document.put("within", slot(within));
    }
    return document;
  }

  private static MutexGroup group(Document document) {
    return new MutexGroup(
        document.text("key"),
        document.text("unitKind"),
        Bucketings.byId(document.text("bucketing")),
        document.text("salt"),
        holdouts(document),
        document.has("within") ? slot(document.child("within")) : null);
  }

  private static Map<String, Object> traffic(Traffic traffic) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("bucketing", traffic.bucketing().id());
    document.put("salt", traffic.salt());
    document.put("steps", traffic.steps().stream().map(AudienceDocuments::step).toList());
    return document;
  }

  private static Traffic traffic(Document document) {
    return new Traffic(
        Bucketings.byId(document.text("bucketing")),
        document.text("salt"),
        document.children("steps").stream().map(AudienceDocuments::step).toList());
  }

  private static Map<String, Object> step(Traffic.Step step) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (!step.from().equals(Instant.MIN)) {
      document.put("from", step.from().toString());
    }
    document.put("percent", percent(step.hundredths()));
    return document;
  }

  private static Traffic.Step step(Document document) {
    return new Traffic.Step(
        document.optionalInstant("from").orElse(Instant.MIN),
        Shares.ofPercent(document.decimal("percent"), Traffic::shown));
  }

  private static BigDecimal percent(int hundredths) {
    return BigDecimal.valueOf(hundredths, 2);
  }
}
