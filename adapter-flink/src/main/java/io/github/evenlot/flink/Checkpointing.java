package io.github.evenlot.flink;

import io.github.evenlot.port.RowOrigin;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.CheckpointConfig;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the rows need of an environment's checkpoints. */
final class Checkpointing {

  private Checkpointing() {}

  /**
   * @throws IllegalStateException if checkpoints are off where rows wait for them, or may count a
   *     change twice
   */
  static void check(StreamExecutionEnvironment environment, RowOrigin origin) {
    CheckpointConfig config = environment.getCheckpointConfig();
    if (!config.isCheckpointingEnabled()) {
      requireBatch(environment, origin);
    } else if (config.getCheckpointingConsistencyMode() != CheckpointingMode.EXACTLY_ONCE) {
      throw new IllegalStateException(
          "checkpointing mode %s counts changes twice after a failure; it has to be EXACTLY_ONCE"
              .formatted(config.getCheckpointingConsistencyMode()));
    } else if (config.isUnalignedCheckpointsEnabled()) {
      throw new IllegalStateException(
          "unaligned checkpoints leave some changes on their way, so the rows of a checkpoint would"
              + " belong to no moment; they have to be off");
    }
  }

  private static void requireBatch(StreamExecutionEnvironment environment, RowOrigin origin) {
    RuntimeExecutionMode mode = environment.getConfiguration().get(ExecutionOptions.RUNTIME_MODE);
    if (origin == RowOrigin.STREAM && mode != RuntimeExecutionMode.BATCH) {
      throw new IllegalStateException(
          "the streaming job writes its rows when a checkpoint is complete, but checkpoints are"
              + " off: call enableCheckpointing");
    }
  }
}
