package io.github.evenlot.kafka.embedded;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.raft.QuorumConfig;
import org.apache.kafka.server.common.Feature;
import org.slf4j.LoggerFactory;
import scala.Tuple2;

/**
 * A broker and its controller in one. It is put together from Kafka's parts in the way of {@code
 * kafka.server.KafkaRaftServer}, which would bind its own sockets, end the process on a fault, and
 * want Log4j.
 */
final class KraftNode {

  private static final int NODE_ID = 1;

  private final BrokerServer broker;
  private final ControllerServer controller;

  private KraftNode(BrokerServer broker, ControllerServer controller) {
    this.broker = broker;
    this.controller = controller;
  }

  static KraftNode create(
      Path directory, BoundSockets sockets, Map<String, String> overrides, Failures failures)
      throws Exception {
    format(directory);
    KafkaConfig config = new KafkaConfig(settings(directory, sockets, overrides), false);
    Tuple2<MetaPropertiesEnsemble, BootstrapMetadata> stored =
        KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KraftNode.class), "");
    SharedServer shared =
        new SharedServer(
            config,
            stored._1(),
            Time.SYSTEM,
            new Metrics(),
            CompletableFuture.completedFuture(
                QuorumConfig.parseVoterConnections(config.quorumConfig().voters())),
            List.of(),
            failures,
            sockets);
    return new KraftNode(
        new BrokerServer(shared),
        new ControllerServer(shared, KafkaRaftServer.configSchema(), stored._2()));
  }

  /** Returns when the broker takes requests. */
  KraftNode startup() {
    controller.startup();
    broker.startup();
    return this;
  }

  /**
   * Stops both.
   *
   * @param patience how long the broker may take to sign off at the controller; when that is dead,
   *     any time is lost
   */
  KraftNode shutdown(Duration patience) {
    broker.shutdown(patience);
    controller.shutdown();
    return this;
  }

  private static void format(Path directory) throws Exception {
    if (Files.exists(directory.resolve(MetaPropertiesEnsemble.META_PROPERTIES_NAME))) {
      return;
    }
    new Formatter()
        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
        .setClusterId(Uuid.randomUuid().toString())
        .setNodeId(NODE_ID)
        .setControllerListenerName(BoundSockets.CONTROLLER)
        .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
        .setDirectories(List.of(directory.toString()))
        .setMetadataLogDirectory(directory.toString())
        .run();
  }

  private static Map<String, String> settings(
      Path directory, BoundSockets sockets, Map<String, String> overrides) {
    Map<String, String> own = ownSettings(directory, sockets);
    Map<String, String> settings = new LinkedHashMap<>(BrokerDefaults.SETTINGS);
    overrides.forEach(
        (name, value) -> {
          if (own.containsKey(name)) {
            throw new IllegalArgumentException(
                "setting %s can't be %s: the embedded broker sets it".formatted(name, value));
          }
          settings.put(name, value);
        });
    settings.putAll(own);
    return settings;
  }

  private static Map<String, String> ownSettings(Path directory, BoundSockets sockets) {
    String listeners =
        "BROKER://%s,CONTROLLER://%s"
            .formatted(sockets.bootstrapServers(), sockets.controllerAddress());
    return Map.of(
        "process.roles",
        "broker,controller",
        "node.id",
        String.valueOf(NODE_ID),
        "log.dirs",
        directory.toString(),
        "listeners",
        listeners,
        "listener.security.protocol.map",
        "BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT",
        "inter.broker.listener.name",
        BoundSockets.BROKER,
        "controller.listener.names",
        BoundSockets.CONTROLLER,
        "controller.quorum.voters",
        NODE_ID + "@" + sockets.controllerAddress());
  }
}
