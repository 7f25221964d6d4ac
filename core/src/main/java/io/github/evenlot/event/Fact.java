package io.github.evenlot.event;

import io.github.evenlot.experiment.UnitId;
import java.time.Instant;

/** Something that happened to a unit: an {@link Exposure} or a {@link MetricEvent}. */
public sealed interface Fact permits Exposure, MetricEvent {

  UnitId unit();

  /** When it happened: event time, never the time of arrival. */
  Instant time();
}
