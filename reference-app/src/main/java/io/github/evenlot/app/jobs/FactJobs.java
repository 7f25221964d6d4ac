package io.github.evenlot.app.jobs;

import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.flink.ExperimentsSnapshot;
import io.github.evenlot.flink.MetricRowPipeline;
import io.github.evenlot.flink.SideOutputs;
import io.github.evenlot.port.MetricRowStore;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * The two jobs that turn the facts in Kafka into rows in PostgreSQL; they share everything but
 * time.
 */
public final class FactJobs {

  private static final int RESTARTS = 3;

  private final JobSettings settings;
  private final ExperimentsSnapshot experiments;

  public FactJobs(JobSettings settings, Experiments experiments) {
    this.settings = settings;
    this.experiments = ExperimentsSnapshot.of(experiments);
  }

  /**
   * The streaming job: reads on for ever, and brings the rows up to date with each checkpoint.
   *
   * @param jobEpoch a new one of the store
   * @param interval between checkpoints
   * @param checkpoints where they are kept
   */
  public StreamExecutionEnvironment stream(long jobEpoch, Duration interval, Path checkpoints) {
    Configuration configuration = configuration(RuntimeExecutionMode.STREAMING);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, interval);
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration);
    attach(environment, MetricRowPipeline.stream(jobEpoch, experiments, store()), false);
    return environment;
  }

  /**
   * The batch job: counts what the topics hold now, from scratch.
   *
   * @param jobEpoch a new one of the store
   */
  public StreamExecutionEnvironment batch(long jobEpoch) {
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(
            configuration(RuntimeExecutionMode.BATCH));
    attach(environment, MetricRowPipeline.batch(jobEpoch, experiments, store()), true);
    return environment;
  }

  private void attach(
      StreamExecutionEnvironment environment, MetricRowPipeline pipeline, boolean bounded) {
    FactSources sources = FactSources.attach(environment, settings, bounded);
    SideOutputs uncounted = pipeline.attachTo(sources.facts());
    if (!bounded) {
      // Both jobs read the same bytes; one of them reports what is wrong with them.
      Rejects.sink(sources.unreadable(), uncounted, settings);
    }
  }

  private SerializableSupplier<MetricRowStore> store() {
    String jdbcUrl = settings.jdbcUrl();
    String user = settings.user();
    return () -> PostgresRows.open(jdbcUrl, user);
  }

  private static Configuration configuration(RuntimeExecutionMode mode) {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, mode);
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, RESTARTS);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofSeconds(1));
    return configuration;
  }
}
