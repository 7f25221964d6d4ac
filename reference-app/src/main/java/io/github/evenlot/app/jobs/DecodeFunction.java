package io.github.evenlot.app.jobs;

import io.github.evenlot.event.Fact;
import io.github.evenlot.kafka.Decoded;
import io.github.evenlot.kafka.ExposureSerde;
import io.github.evenlot.kafka.MetricEventSerde;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;
import org.jspecify.annotations.Nullable;

/** From bytes to facts; what is none goes to a side output with the reason. */
final class DecodeFunction extends ProcessFunction<RawRecord, Fact> {

  private static final long serialVersionUID = 1L;

  private final SerializableFunction<byte @Nullable [], Decoded<? extends Fact>> decoder;

  private DecodeFunction(SerializableFunction<byte @Nullable [], Decoded<? extends Fact>> decoder) {
    this.decoder = decoder;
  }

  static DecodeFunction exposures() {
    return new DecodeFunction(ExposureSerde::decode);
  }

  static DecodeFunction events() {
    return new DecodeFunction(MetricEventSerde::decode);
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<Fact> out) {
    Decoded<? extends Fact> decoded = decoder.apply(raw.value);
    if (decoded instanceof Decoded.Accepted<? extends Fact> accepted) {
      out.collect(accepted.fact());
    } else if (decoded instanceof Decoded.Rejected<? extends Fact> rejected) {
      context.output(Rejects.UNREADABLE, raw.because(rejected.reason()));
    }
  }
}
