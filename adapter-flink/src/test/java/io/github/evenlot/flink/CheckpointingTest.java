package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.evenlot.port.RowOrigin;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CheckpointingTest {

  private final StreamExecutionEnvironment plain = new StreamExecutionEnvironment();

  @Test
  @DisplayName("a streaming job without checkpoints is refused: it would never write a row")
  void off() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Checkpointing.check(plain, RowOrigin.STREAM))
        .withMessageContaining("checkpoints are off: call enableCheckpointing");
    assertThatNoException().isThrownBy(() -> Checkpointing.check(plain, RowOrigin.BATCH));
    assertThatNoException()
        .isThrownBy(() -> Checkpointing.check(Cluster.batch(1), RowOrigin.STREAM));
  }

  @Test
  @DisplayName("checkpoints that may count a change twice are refused")
  void atLeastOnce() {
    plain.enableCheckpointing(1000, CheckpointingMode.AT_LEAST_ONCE);
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Checkpointing.check(plain, RowOrigin.STREAM))
        .withMessageStartingWith("checkpointing mode AT_LEAST_ONCE counts changes twice");
  }

  @Test
  @DisplayName("unaligned checkpoints are refused: their rows would belong to no moment")
  void unaligned() {
    plain.enableCheckpointing(1000);
    plain.getCheckpointConfig().enableUnalignedCheckpoints();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> Checkpointing.check(plain, RowOrigin.BATCH))
        .withMessageStartingWith("unaligned checkpoints");
  }
}
