package io.github.evenlot.app.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster inside this process, reachable on 127.0.0.1 alone. */
public final class EmbeddedFlink implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final MiniCluster cluster;

  private EmbeddedFlink(MiniCluster cluster) {
    this.cluster = cluster;
  }

  /**
   * Starts a cluster.
   *
   * @param slots how many tasks run side by side
   * @param port of its page and its REST interface; 0 for any free one
   * @throws IllegalStateException if the port can't be used
   */
  public static EmbeddedFlink start(int slots, int port) throws Exception {
    Ports.requireFree("Flink", port);
    Configuration configuration = new Configuration();
    configuration.set(RestOptions.ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_ADDRESS, LOOPBACK);
    configuration.set(RestOptions.BIND_PORT, Integer.toString(port));
    configuration.set(JobManagerOptions.ADDRESS, LOOPBACK);
    configuration.set(JobManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.BIND_HOST, LOOPBACK);
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(64));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(64));
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build());
    cluster.start();
    return new EmbeddedFlink(cluster);
  }

  /** The address of its page. */
  public String url() {
    return cluster.getRestAddress().join().toString();
  }

  /** Submits what {@code environment} describes; returns when the cluster has accepted it. */
  public JobID submit(StreamExecutionEnvironment environment) {
    return cluster.submitJob(environment.getStreamGraph().getJobGraph()).join().getJobID();
  }

  public JobStatus status(JobID job) {
    return cluster.getJobStatus(job).join();
  }

  /**
   * Waits until a job is finished.
   *
   * @throws IllegalStateException if it fails, or is not finished within {@code limit}
   */
  public void await(JobID job, Duration limit) throws InterruptedException {
    JobResult result;
    try {
      result = cluster.requestJobResult(job).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("job %s did not finish within %s".formatted(job, limit), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("job %s can't be followed".formatted(job), e);
    }
    if (!result.isSuccess()) {
      throw failure(job, result);
    }
  }

  /**
   * Stops a streaming job where it stands, with a savepoint; everything up to there is committed
   * when this returns.
   *
   * @return where the savepoint is
   */
  public String stop(JobID job, Path savepoints, Duration limit) throws InterruptedException {
    try {
      String savepoint =
          cluster
              .stopWithSavepoint(
                  job, savepoints.toUri().toString(), false, SavepointFormatType.CANONICAL)
              .get(limit.toMillis(), TimeUnit.MILLISECONDS);
      await(job, limit);
      return savepoint;
    } catch (TimeoutException e) {
      throw new IllegalStateException("job %s did not stop within %s".formatted(job, limit), e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("job %s can't be stopped".formatted(job), e);
    }
  }

  private static IllegalStateException failure(JobID job, JobResult result) {
    Throwable cause =
        result
            .getSerializedThrowable()
            .map(t -> t.deserializeError(EmbeddedFlink.class.getClassLoader()))
            .orElse(null);
    return new IllegalStateException("job %s failed".formatted(job), cause);
  }

  @Override
  public void close() throws Exception {
    cluster.close();
  }
}
