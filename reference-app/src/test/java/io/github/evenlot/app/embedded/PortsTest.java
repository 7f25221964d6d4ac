package io.github.evenlot.app.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void aPortInUseIsNamedWithWhoAskedForIt() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> Ports.requireFree("Flink", taken.getLocalPort()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageStartingWith(
              "port %d of 127.0.0.1, asked for by Flink, can't be used: ", taken.getLocalPort())
          .hasCauseInstanceOf(IOException.class);
    }
  }

  @Test
  void aFreePortIsFreeAfterwardsToo() throws IOException {
    int port = onceUsedPort();
    assertThatCode(() -> Ports.requireFree("Flink", port)).doesNotThrowAnyException();
    assertThatCode(() -> Ports.requireFree("Flink", port)).doesNotThrowAnyException();
  }

  @Test
  void zeroIsAnyFreePort() {
    assertThatCode(() -> Ports.requireFree("Flink", 0)).doesNotThrowAnyException();
  }

  private static int onceUsedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
