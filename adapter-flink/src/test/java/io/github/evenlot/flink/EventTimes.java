package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** Watermarks that depend on the facts alone, not on the clock: one after every fact. */
final class EventTimes implements WatermarkGenerator<Fact> {

  private final long slack;
  private long latest = Long.MIN_VALUE;

  private EventTimes(Duration slack) {
    this.slack = slack.toMillis();
  }

  /** A watermark that is {@code slack} behind the latest fact. */
  static WatermarkStrategy<Fact> behind(Duration slack) {
    return WatermarkStrategy.forGenerator(
            context -> (WatermarkGenerator<Fact>) new EventTimes(slack))
        .withTimestampAssigner((fact, any) -> fact.time().toEpochMilli());
  }

  @Override
  public void onEvent(Fact fact, long timestamp, WatermarkOutput output) {
    latest = Math.max(latest, timestamp);
    output.emitWatermark(new Watermark(latest - slack));
  }

  @Override
  public void onPeriodicEmit(WatermarkOutput output) {}
}
