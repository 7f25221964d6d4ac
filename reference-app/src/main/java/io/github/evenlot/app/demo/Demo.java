package io.github.evenlot.app.demo;

import io.github.evenlot.analysis.AnalysisReport;
import io.github.evenlot.analysis.ExperimentAnalysis;
import io.github.evenlot.app.jobs.FactJobs;
import io.github.evenlot.app.jobs.JobSettings;
import io.github.evenlot.app.jobs.StreamLag;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.jdbc.EvenlotJdbc;
import io.github.evenlot.kafka.KafkaFactPublisher;
import io.github.evenlot.kafka.TopicSetup;
import io.github.evenlot.kafka.Topics;
import io.github.evenlot.port.FactPublisher;
import io.github.evenlot.port.RowOrigin;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.Admin;

/** What the demo does, on servers that run; each method is a stage. */
final class Demo {

  private static final String GROUP = "evenlot-stream";
  private static final int PARTITIONS = 4;
  private static final Duration CHECKPOINTS = Duration.ofSeconds(2);
  private static final Duration JOB_LIMIT = Duration.ofHours(2);
  private static final long POLL_MILLIS = 100;

  /**
   * @param exposures facts handed to the broker, repetitions included
   * @param events facts handed to the broker, repetitions included
   */
  record Published(long exposures, long events) {

    long facts() {
      return exposures + events;
    }
  }

  private final DemoServers servers;
  private final List<ReplayedTest> tests;
  private final Path directory;
  private final EvenlotJdbc database;
  private final JobSettings settings;
  private final FactJobs jobs;

  Demo(DemoServers servers, List<ReplayedTest> tests, Path directory) {
    this.servers = servers;
    this.tests = tests;
    this.directory = directory;
    this.database = EvenlotJdbc.on(servers.dataSource());
    this.settings =
        new JobSettings(
            servers.kafka().bootstrapServers(),
            Topics.defaults(),
            GROUP,
            servers.postgres().jdbcUrl(),
            servers.postgres().user());
    this.jobs = new FactJobs(settings, experiments(tests));
  }

  private static Experiments experiments(List<ReplayedTest> tests) {
    return Experiments.of(tests.stream().map(ReplayedTest::experiment).toList());
  }

  /** Makes the topics, stores the experiments, and sets the streaming job going. */
  JobID startStream() {
    try (Admin admin = Admin.create(kafka())) {
      TopicSetup.of(settings.topics()).withPartitions(PARTITIONS).ensure(admin);
    }
    tests.forEach(test -> database.experiments().save(test.experiment()));
    long jobEpoch = database.metricRows().nextJobEpoch(RowOrigin.STREAM);
    return servers
        .flink()
        .submit(jobs.stream(jobEpoch, CHECKPOINTS, directory.resolve("checkpoints")));
  }

  /** Publishes what happened, as fast as the broker takes it. */
  Published replay(long seed, LongConsumer progress) {
    long[] counts = new long[2];
    try (FactPublisher publisher = KafkaFactPublisher.connect(kafka(), settings.topics())) {
      new Replay(tests, seed)
          .run(
              fact -> {
                publisher.publish(fact);
                counts[fact instanceof Exposure ? 0 : 1]++;
                progress.accept(counts[0] + counts[1]);
              });
      publisher.flush();
    }
    return new Published(counts[0], counts[1]);
  }

  /** Waits until the stream has counted all that was written, and stops it there. */
  long finishStream(JobID job, LongConsumer progress) throws InterruptedException {
    try (StreamLag lag = new StreamLag(settings)) {
      StreamLag.Progress at = lag.progress();
      while (!at.isComplete()) {
        requireRunning(job);
        progress.accept(at.counted());
        Thread.sleep(POLL_MILLIS);
        at = lag.progress();
      }
      servers.flink().stop(job, directory.resolve("savepoints"), JOB_LIMIT);
      return at.counted();
    }
  }

  private void requireRunning(JobID job) throws InterruptedException {
    if (servers.flink().status(job).isGloballyTerminalState()) {
      servers.flink().await(job, JOB_LIMIT);
      throw new IllegalStateException("job %s has finished before its time".formatted(job));
    }
    servers.requireAlive();
  }

  /** Counts everything again from the topics, as the authority. */
  void runBatch() throws InterruptedException {
    long jobEpoch = database.metricRows().nextJobEpoch(RowOrigin.BATCH);
    JobID job = servers.flink().submit(jobs.batch(jobEpoch));
    while (!servers.flink().status(job).isGloballyTerminalState()) {
      servers.requireAlive();
      Thread.sleep(POLL_MILLIS);
    }
    servers.flink().await(job, JOB_LIMIT);
    database.metricRows().removeBefore(RowOrigin.BATCH, jobEpoch);
  }

  Reconciliation compare() {
    return Reconciliation.of(tests, database.metricRows());
  }

  /** Takes the looks of every test: one when half of its viewers had come, one at the end. */
  List<AnalysisReport> analyse() {
    ExperimentAnalysis analysis =
        new ExperimentAnalysis(
            database.metricRows(), RowOrigin.BATCH, database.lookJournal(), Clock.systemUTC());
    List<AnalysisReport> reports = new ArrayList<>();
    for (ReplayedTest test : tests) {
      analysis.look(test.experiment(), test.firstLook());
      reports.add(analysis.look(test.experiment(), test.lastLook()));
    }
    return reports;
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", settings.bootstrapServers());
  }
}
