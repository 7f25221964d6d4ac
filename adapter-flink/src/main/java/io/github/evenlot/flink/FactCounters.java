package io.github.evenlot.flink;

import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** How many facts were not counted, by reason, under the group {@code evenlot} of the operator. */
final class FactCounters {

  private final Counter late;
  private final Counter rejected;
  private final Counter unmeasured;

  FactCounters(MetricGroup operator) {
    MetricGroup group = operator.addGroup("evenlot");
    this.late = group.counter("lateFacts");
    this.rejected = group.counter("rejectedFacts");
    this.unmeasured = group.counter("unmeasuredEvents");
  }

  void late() {
    late.inc();
  }

  void rejected() {
    rejected.inc();
  }

  void unmeasured() {
    unmeasured.inc();
  }
}
