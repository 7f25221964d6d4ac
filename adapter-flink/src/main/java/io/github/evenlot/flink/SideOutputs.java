package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * What was not counted. Nothing else is missing from the rows, save events of metrics that no
 * experiment measures.
 *
 * @param late facts from before the watermark less the retention; the batch job counts them, so
 *     they are the exact difference between the two jobs. Always empty in a batch job
 * @param rejected facts that can't be counted by any job, each with the reason
 */
public record SideOutputs(DataStream<Fact> late, DataStream<RejectedFact> rejected) {

  static final OutputTag<Fact> LATE = new OutputTag<>("evenlot-late", FactTypes.FACT);

  static final OutputTag<RejectedFact> REJECTED =
      new OutputTag<>("evenlot-rejected", FactTypes.REJECTED_FACT);

  static SideOutputs of(SingleOutputStreamOperator<?> ledgers) {
    return new SideOutputs(ledgers.getSideOutput(LATE), ledgers.getSideOutput(REJECTED));
  }
}
