package io.github.evenlot.app.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Asks for a port before a server takes minutes to find out. */
final class Ports {

  private Ports() {}

  /**
   * @param port 0 for any free one
   * @throws IllegalStateException if something listens there already, or it may not be used
   */
  static void requireFree(String server, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      throw new IllegalStateException(
          "port %d of 127.0.0.1, asked for by %s, can't be used: %s"
              .formatted(port, server, e.getMessage()),
          e);
    }
  }
}
