package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StagesTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Stages stages =
      new Stages(new PrintStream(out, true, StandardCharsets.UTF_8), false);

  @Test
  void aStageHandsItsResultOnAndSaysWhatCameOfItAndHowLongItTook() {
    int rows = stages.run("compare", found -> found + " rows agree", () -> 42);
    assertThat(rows).isEqualTo(42);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .matches(" {2}compare {2}42 rows agree +\\d+\\.\\d s\\R");
  }

  @Test
  void aFailureNamesItsStage() {
    assertThatThrownBy(() -> stages.run("batch", any -> "", this::fail))
        .isInstanceOf(DemoException.class)
        .hasMessage("stage batch failed: the broker is gone");
    assertThat(out.size()).isZero();
  }

  @Test
  void whatIsSaidAlreadyIsNotSaidAgain() {
    DemoException clear = new DemoException("directory /x is not empty");
    assertThatThrownBy(
            () ->
                stages.run(
                    "start",
                    any -> "",
                    () -> {
                      throw clear;
                    }))
        .isSameAs(clear);
  }

  @Test
  void anInterruptionStaysOne() {
    assertThatThrownBy(
            () ->
                stages.run(
                    "stream",
                    any -> "",
                    () -> {
                      throw new InterruptedException();
                    }))
        .hasMessage("stream was interrupted");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void workRunsWithAndWithoutSomebodyWatching() throws Exception {
    List<Long> steps = new ArrayList<>();
    Stages.Work<String> work =
        progress -> {
          progress.accept(1);
          steps.add(1L);
          return "done";
        };
    assertThat(stages.withBar("replay", 1, work)).isEqualTo("done");
    assertThat(steps).containsExactly(1L);
  }

  private String fail() throws IOException {
    throw new IOException("the broker is gone");
  }
}
