package io.github.evenlot.app.jobs;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.flink.SideOutputs;
import io.github.evenlot.kafka.ExposureSerde;
import io.github.evenlot.kafka.MetricEventSerde;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.OutputTag;

/** What is not counted, on its way to the topic of dead letters. */
final class Rejects {

  private static final TypeInformation<RawRecord> RAW = TypeInformation.of(RawRecord.class);

  static final OutputTag<RawRecord> UNREADABLE = new OutputTag<>("unreadable", RAW);

  private static final ExposureSerde EXPOSURES = new ExposureSerde();
  private static final MetricEventSerde EVENTS = new MetricEventSerde();

  private Rejects() {}

  static void sink(DataStream<RawRecord> unreadable, SideOutputs uncounted, JobSettings settings) {
    DataStream<RawRecord> rejected =
        uncounted
            .rejected()
            .map(reject -> RawRecord.rejected(bytes(reject.fact()), reject.reason()))
            .returns(RAW)
            .uid("rejected-bytes");
    DataStream<RawRecord> late =
        uncounted
            .late()
            .map(fact -> RawRecord.rejected(bytes(fact), "older than the job's retention"))
            .returns(RAW)
            .uid("late-bytes");
    unreadable
        .union(rejected, late)
        .sinkTo(sink(settings))
        .name("dead letters")
        .uid("dead-letters");
  }

  private static KafkaSink<RawRecord> sink(JobSettings settings) {
    String topic = settings.topics().deadLetters();
    return KafkaSink.<RawRecord>builder()
        .setBootstrapServers(settings.bootstrapServers())
        .setDeliveryGuarantee(DeliveryGuarantee.AT_LEAST_ONCE)
        .setRecordSerializer((raw, context, timestamp) -> raw.toDeadLetter(topic))
        .build();
  }

  private static byte[] bytes(Fact fact) {
    byte[] bytes =
        fact instanceof Exposure exposure
            ? EXPOSURES.serialize("", exposure)
            : EVENTS.serialize("", (MetricEvent) fact);
    return bytes == null ? new byte[0] : bytes;
  }
}
