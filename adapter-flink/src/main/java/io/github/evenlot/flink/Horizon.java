package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.api.common.state.BroadcastState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.jspecify.annotations.Nullable;

/**
 * How far back facts are taken: the retention behind the watermark. It never moves back, not even
 * over a restart, for what has been forgotten once can't be counted right again.
 *
 * <p>Watermarks reach all tasks in the same place between the barriers of aligned checkpoints, so a
 * checkpoint finds the same horizon in every task. Broadcast state is just that.
 */
final class Horizon {

  private static final String TIME = "time";
  private static final MapStateDescriptor<String, Instant> STATE =
      new MapStateDescriptor<>("horizon", Types.STRING, Types.INSTANT);

  private final @Nullable Duration retention;
  private final BroadcastState<String, Instant> saved;
  private Instant time;

  private Horizon(
      @Nullable Duration retention, BroadcastState<String, Instant> saved, Instant time) {
    this.retention = retention;
    this.saved = saved;
    this.time = time;
  }

  /**
   * The horizon as it was saved, or one that excludes nothing.
   *
   * @param retention none if it is never to move
   */
  static Horizon restored(@Nullable Duration retention, OperatorStateStore store) throws Exception {
    BroadcastState<String, Instant> saved = store.getBroadcastState(STATE);
    return new Horizon(retention, saved, Objects.requireNonNullElse(saved.get(TIME), Instant.MIN));
  }

  void save() throws Exception {
    saved.put(TIME, time);
  }

  /** Moves it up to {@code mark}; the one at the end of the input says nothing about time. */
  void advance(Watermark mark) {
    if (retention != null && !mark.equals(Watermark.MAX_WATERMARK)) {
      Instant next = Instant.ofEpochMilli(mark.getTimestamp()).minus(retention);
      time = next.isAfter(time) ? next : time;
    }
  }

  boolean excludes(Fact fact) {
    return fact.time().isBefore(time);
  }

  Instant time() {
    return time;
  }
}
