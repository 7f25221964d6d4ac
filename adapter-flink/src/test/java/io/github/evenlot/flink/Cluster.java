package io.github.evenlot.flink;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A Flink cluster on loopback, one for all tests, given to those that have it as a parameter. */
final class Cluster implements CloseableResource, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final MiniCluster cluster;

  Cluster() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    configuration.set(RestOptions.ADDRESS, "127.0.0.1");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
    configuration.setString("metrics.reporters", "counters");
    configuration.setString(
        "metrics.reporter.counters.factory.class", CounterReporter.class.getName());
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setCommonBindAddress("127.0.0.1")
                .withRandomPorts()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(4)
                .build());
    cluster.start();
  }

  /** An environment in which nothing falls back to Kryo. */
  static StreamExecutionEnvironment streaming(int parallelism) {
    StreamExecutionEnvironment environment = environment(parallelism);
    environment.setRuntimeMode(RuntimeExecutionMode.STREAMING);
    environment.enableCheckpointing(50);
    return environment;
  }

  static StreamExecutionEnvironment batch(int parallelism) {
    return environment(parallelism).setRuntimeMode(RuntimeExecutionMode.BATCH);
  }

  private static StreamExecutionEnvironment environment(int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 3);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(1));
    configuration.set(CheckpointingOptions.CHECKPOINTING_TIMEOUT, PATIENCE);
    StreamExecutionEnvironment environment = new StreamExecutionEnvironment(configuration);
    environment.setParallelism(parallelism);
    environment.setMaxParallelism(16);
    return environment;
  }

  JobID submit(StreamExecutionEnvironment environment) throws Exception {
    return submit(environment, SavepointRestoreSettings.none());
  }

  JobID submit(StreamExecutionEnvironment environment, SavepointRestoreSettings from)
      throws Exception {
    StreamGraph graph = environment.getStreamGraph();
    graph.setSavepointRestoreSettings(from);
    return cluster.submitJob(graph.getJobGraph()).get().getJobID();
  }

  /** Runs a job to its end, which must be a good one. */
  JobID run(StreamExecutionEnvironment environment) throws Exception {
    JobID job = submit(environment);
    await(job);
    return job;
  }

  void await(JobID job) throws Exception {
    JobResult result = cluster.requestJobResult(job).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    result.toJobExecutionResult(Cluster.class.getClassLoader());
  }

  /** Stops a streaming job; what it has read is committed then. */
  String stop(JobID job, Path savepoints) throws Exception {
    String savepoint =
        cluster
            .stopWithSavepoint(
                job, savepoints.toUri().toString(), false, SavepointFormatType.CANONICAL)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    await(job);
    return savepoint;
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }

  /** Starts the cluster with the first test that asks for it; JUnit stops it after the last. */
  static final class Resolver implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Cluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(ExtensionContext.Namespace.GLOBAL)
          .getOrComputeIfAbsent(Cluster.class, any -> start(), Cluster.class);
    }

    private static Cluster start() {
      try {
        return new Cluster();
      } catch (Exception e) {
        throw new IllegalStateException("the test cluster did not start", e);
      }
    }
  }
}
