package io.github.evenlot.kafka.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.kafka.common.utils.internals.Exit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Would end the JVM of the tests if the guard did nothing. */
class ExitGuardTest {

  private final Failures failures;
  private final Failures othersFailures;

  ExitGuardTest(@TempDir Path one, @TempDir Path other) throws IOException {
    failures = new Failures(DataDirectory.open(one, 0));
    othersFailures = new Failures(DataDirectory.open(other, 0));
  }

  @Test
  @DisplayName("An exit or halt on a broker's thread is a failure of that broker alone.")
  void exits() throws Exception {
    try (BrokerThreads threads = BrokerThreads.guardedBy(failures);
        BrokerThreads others = BrokerThreads.guardedBy(othersFailures)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> threads.run(ExitGuardTest::exit))
          .withMessageStartingWith(
              "the embedded broker is dead: "
                  + "Kafka wanted to end the process with status 7 (no more room)");
      assertThatIllegalStateException().isThrownBy(() -> threads.run(ExitGuardTest::halt));
      assertThat(others.run(() -> "alive")).isEqualTo("alive");
    }
    assertThat(failures.first().orElseThrow()).hasMessageContaining("status 7");
    assertThat(othersFailures.first()).isEmpty();
  }

  @Test
  @DisplayName("A thread that a broker's thread began is guarded too.")
  void descendants() throws Exception {
    try (BrokerThreads threads = BrokerThreads.guardedBy(failures)) {
      Thread child = threads.run(() -> new Thread(() -> Exit.halt(1)));
      child.setUncaughtExceptionHandler((thread, thrown) -> {});
      child.start();
      child.join();
    }
    assertThat(failures.first().orElseThrow()).hasMessageContaining("status 1");
  }

  private static Object exit() {
    Exit.exit(7, "no more room");
    return "unreachable";
  }

  private static Object halt() {
    Exit.halt(8);
    return "unreachable";
  }
}
