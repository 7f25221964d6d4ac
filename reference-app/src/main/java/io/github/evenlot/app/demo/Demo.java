package io.github.evenlot.app.demo;

import io.github.evenlot.analysis.AnalysisReport;
import io.github.evenlot.analysis.ExperimentAnalysis;
import io.github.evenlot.app.jobs.FactJobs;
import io.github.evenlot.app.jobs.JobSettings;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.jdbc.EvenlotJdbc;
import io.github.evenlot.kafka.KafkaFactPublisher;
import io.github.evenlot.kafka.Topics;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;

/** The stages of the demo, on servers that run. */
final class Demo {

  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final String GROUP = "evenlot-stream";

  private final DemoServers servers;
  private final DemoOptions options;
  private final Stages stages;
  private final List<ReplayedTest> tests;
  private final Path directory;
  private final EvenlotJdbc database;
  private final MetricRowStore rows;
  private final FactJobs jobs;

  Demo(
      DemoServers servers,
      DemoOptions options,
      Stages stages,
      List<ReplayedTest> tests,
      Path directory) {
    this.servers = servers;
    this.options = options;
    this.stages = stages;
    this.tests = tests;
    this.directory = directory;
    this.database = EvenlotJdbc.on(servers.dataSource());
    this.rows = database.metricRows();
    this.jobs =
        new FactJobs(
            new JobSettings(
                servers.kafka().bootstrapServers(),
                GROUP,
                servers.postgres().jdbcUrl(),
                servers.postgres().user()),
            Experiments.of(tests.stream().map(ReplayedTest::experiment).toList()));
  }
}
