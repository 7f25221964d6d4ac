package io.github.evenlot.event;

import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.internal.Document;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts as plain maps, for an adapter to turn into bytes. Version 1; an older version stays
 * readable for ever. The fields are in {@code docs/reference/facts.md}.
 */
public final class FactDocuments {

  private static final int VERSION = 1;

  private FactDocuments() {}

  public static Map<String, Object> toDocument(Exposure exposure) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("v", VERSION);
    document.put("experiment", exposure.experiment());
    document.put("unit", exposure.unit().value());
    document.put("variant", exposure.variant());
    document.put("epoch", exposure.epoch());
    document.put("time", exposure.time().toString());
    return document;
  }

  public static Map<String, Object> toDocument(MetricEvent event) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("v", VERSION);
    document.put("id", event.id());
    document.put("unit", event.unit().value());
    document.put("metric", event.metric());
    document.put("value", shortest(event.value()));
    document.put("time", event.time().toString());
    return document;
  }

  /**
   * @throws IllegalArgumentException if a field is missing, of another type or out of range; the
   *     message names it
   */
  public static Exposure exposure(Map<String, ?> map) {
    Document document = Document.of("exposure", map).version(VERSION);
    return new Exposure(
        document.text("experiment"),
        UnitId.of(document.text("unit")),
        document.text("variant"),
        document.smallInteger("epoch"),
        document.instant("time"));
  }

  /**
   * @throws IllegalArgumentException if a field is missing, of another type or out of range; the
   *     message names it
   */
  public static MetricEvent metricEvent(Map<String, ?> map) {
    Document document = Document.of("event", map).version(VERSION);
    return MetricEvent.of(
        document.text("id"),
        UnitId.of(document.text("unit")),
        document.text("metric"),
        document.decimal("value"),
        document.instant("time"));
  }

  private static BigDecimal shortest(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
