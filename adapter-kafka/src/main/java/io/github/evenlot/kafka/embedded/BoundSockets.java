package io.github.evenlot.kafka.embedded;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The listening sockets of a broker, bound before anything of it starts. So a port in use is found
 * at once, and a free one that was found can't be taken by someone else before Kafka listens.
 */
final class BoundSockets implements ServerSocketFactory, AutoCloseable {

  static final String BROKER = "BROKER";
  static final String CONTROLLER = "CONTROLLER";

  private static final String LOOPBACK = "127.0.0.1";
  private static final byte[] LOOPBACK_BYTES = {127, 0, 0, 1};
  private static final int BACKLOG = 50;

  private final ServerSocketChannel broker;
  private final ServerSocketChannel controller;

  private BoundSockets(ServerSocketChannel broker, ServerSocketChannel controller) {
    this.broker = broker;
    this.controller = controller;
  }

  /**
   * @param port for clients; 0 for one that is free
   * @throws IllegalStateException if the port is in use
   */
  static BoundSockets bind(int port) throws IOException {
    ServerSocketChannel broker = open(port);
    try {
      return new BoundSockets(broker, open(0));
    } catch (IOException | RuntimeException e) {
      broker.close();
      throw e;
    }
  }

  /** Host and port for clients. */
  String bootstrapServers() {
    return address(broker);
  }

  /** Host and port for the broker's talk with its controller. */
  String controllerAddress() {
    return address(controller);
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBufferSize) {
    return listener.equals(BROKER) ? broker : controller;
  }

  @Override
  public void close() throws IOException {
    try (broker) {
      controller.close();
    }
  }

  private static ServerSocketChannel open(int port) throws IOException {
    ServerSocketChannel channel = ServerSocketChannel.open();
    try {
      channel.configureBlocking(false);
      return channel.bind(
          new InetSocketAddress(InetAddress.getByAddress(LOOPBACK_BYTES), port), BACKLOG);
    } catch (BindException e) {
      channel.close();
      throw new IllegalStateException(
          "port %d of %s cannot be listened on: %s".formatted(port, LOOPBACK, e.getMessage()), e);
    }
  }

  private static String address(ServerSocketChannel channel) {
    return LOOPBACK + ":" + channel.socket().getLocalPort();
  }
}
