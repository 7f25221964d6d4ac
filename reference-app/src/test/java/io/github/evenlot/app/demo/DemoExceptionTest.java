package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class DemoExceptionTest {

  @Test
  void whatWasTriedAndTheDeepestCauseAreToldInOneLine() {
    Exception failure =
        new ExecutionException(
            "job failed", new IllegalStateException("port 5432 is taken\nby\nsomebody"));
    DemoException told = DemoException.of("start", failure);
    assertThat(told)
        .hasMessage("stage start failed: job failed: port 5432 is taken")
        .hasCause(failure);
  }

  @Test
  void aWrapperThatSaysNothingIsPassedOver() {
    IOException full = new IOException("write failed: No space left on device");
    assertThat(DemoException.of("replay", new UncheckedIOException(full)))
        .hasMessage("stage replay failed: write failed: No space left on device");
  }

  @Test
  void aFailureOfAFileSaysWhichKindItIs() {
    assertThat(DemoException.of("start", new NoSuchFileException("/nowhere")))
        .hasMessage("stage start failed: NoSuchFileException: /nowhere");
  }

  @Test
  void aFailureWithoutAMessageIsToldByItsName() {
    assertThat(DemoException.of("batch", new NullPointerException()))
        .hasMessage("stage batch failed: NullPointerException");
    assertThat(DemoException.of("batch", new IllegalStateException("")))
        .hasMessage("stage batch failed: IllegalStateException");
  }
}
