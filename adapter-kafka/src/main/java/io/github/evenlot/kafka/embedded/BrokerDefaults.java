package io.github.evenlot.kafka.embedded;

import java.util.Map;

/** What differs from Kafka's own defaults, which are made for a cluster of large machines. */
final class BrokerDefaults {

  static final Map<String, String> SETTINGS =
      Map.ofEntries(
          // There is one node to replicate to.
          Map.entry("default.replication.factor", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          // Fifty partitions each would be a hundred and fifty files to open at the first use.
          Map.entry("offsets.topic.num.partitions", "1"),
          Map.entry("transaction.state.log.num.partitions", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          // Of the heap: the default is 128 MB, taken at the start.
          Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
          Map.entry("num.io.threads", "2"),
          Map.entry("num.network.threads", "2"),
          Map.entry("background.threads", "2"),
          // A test waits for nobody else to join its group.
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // A misspelt topic is an error, not a new topic.
          Map.entry("auto.create.topics.enable", "false"),
          // Two brokers in one JVM would contend for the same names in JMX.
          Map.entry("metric.reporters", ""),
          Map.entry("initial.broker.registration.timeout.ms", "30000"),
          Map.entry("server.max.startup.time.ms", "30000"));

  private BrokerDefaults() {}
}
