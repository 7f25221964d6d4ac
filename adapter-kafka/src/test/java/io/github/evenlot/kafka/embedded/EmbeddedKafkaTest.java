package io.github.evenlot.kafka.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.evenlot.kafka.Await;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedKafkaTest {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final EmbeddedKafkaOptions DEFAULTS = EmbeddedKafkaOptions.defaults();

  @Test
  @DisplayName("Two brokers run beside each other, and are two.")
  void twoBrokers() throws Exception {
    try (EmbeddedKafka one = EmbeddedKafka.start();
        EmbeddedKafka other = EmbeddedKafka.start()) {
      create(one, "only-here");
      assertThat(topics(one)).containsExactly("only-here");
      assertThat(topics(other)).isEmpty();
      one.close();
      create(other, "still-works");
      assertThat(topics(other)).containsExactly("still-works");
      assertThat(other.failure()).isEmpty();
    }
  }

  @Test
  @DisplayName("Closed, it leaves no thread, no file and no port; closing again does nothing.")
  void leavesNothing() throws Exception {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    EmbeddedKafka kafka = EmbeddedKafka.start();
    create(kafka, "any");
    assertThat(kafka.directory()).isNotEmptyDirectory();
    kafka.close();
    kafka.close();
    assertThat(kafka.directory()).doesNotExist();
    assertThat(ownThreads()).noneMatch(thread -> !before.contains(thread) && !thread.isDaemon());
    bind(port(kafka)).close();
  }

  @Test
  @DisplayName("A port in use is named, and nothing is left behind.")
  void portInUse() throws IOException {
    Set<Path> before = temporaryDirectories();
    try (ServerSocket taken = bind(0)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> EmbeddedKafka.start(DEFAULTS.withPort(taken.getLocalPort())))
          .withMessage(
              "port %d of 127.0.0.1 cannot be listened on: Address already in use",
              taken.getLocalPort());
    }
    assertThat(temporaryDirectories()).isEqualTo(before);
  }

  @Test
  @DisplayName("A given port and a given directory are used; the data is there after a restart.")
  void restart(@TempDir Path directory) throws Exception {
    int free = freePort();
    EmbeddedKafkaOptions options = DEFAULTS.withPort(free).withDirectory(directory.resolve("a/b"));
    try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + free);
      create(kafka, "kept");
    }
    try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
      assertThat(topics(kafka)).containsExactly("kept");
    }
  }

  @Test
  @DisplayName("A directory that another broker uses is named; that broker goes on.")
  void directoryInUse(@TempDir Path directory) throws Exception {
    EmbeddedKafkaOptions options = DEFAULTS.withDirectory(directory);
    try (EmbeddedKafka kafka = EmbeddedKafka.start(options)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> EmbeddedKafka.start(options))
          .withMessage("another embedded broker is using " + directory);
      create(kafka, "any");
    }
  }

  @Test
  @DisplayName("A file in place of the directory, or above it, is named.")
  void fileInPlace(@TempDir Path directory) throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedKafka.start(DEFAULTS.withDirectory(file)))
        .withMessage("%s is a file, not a directory", file);
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedKafka.start(DEFAULTS.withDirectory(file.resolve("below"))))
        .withMessageContaining(file.toString());
  }

  @Test
  @DisplayName("A directory without room is named, with what there is and what is needed.")
  void noRoom(@TempDir Path directory) {
    assertThatIllegalStateException()
        .isThrownBy(() -> DataDirectory.open(directory, Long.MAX_VALUE))
        .withMessageMatching(
            "\\Q%s\\E has \\d+ MB of free space, below the 8796093022207 MB that a broker needs"
                .formatted(directory));
  }

  @Test
  @DisplayName("A broker whose disk fails reports it, the JVM lives, and another one goes on.")
  void diskFails(@TempDir Path parent) throws Exception {
    Path directory = parent.resolve("data");
    EmbeddedKafkaOptions options = DEFAULTS.withDirectory(directory);
    try (EmbeddedKafka healthy = EmbeddedKafka.start()) {
      EmbeddedKafka failing = EmbeddedKafka.start(options);
      Files.move(directory, parent.resolve("moved"));
      Files.createFile(directory);
      createWithoutWaiting(failing, "needs-a-directory");
      Await.until(LIMIT, () -> failing.failure().isPresent());
      assertThat(failing.failure().orElseThrow())
          .hasMessageStartingWith("the embedded broker is dead: ")
          .hasMessageMatching(".*; \\Q%s\\E has \\d+ MB of free space".formatted(directory));
      failing.close();
      create(healthy, "any");
      assertThat(healthy.failure()).isEmpty();
    }
  }

  @Test
  @DisplayName("A setting that Kafka refuses is named, and nothing is left behind.")
  void badSetting() throws IOException {
    Set<Path> before = temporaryDirectories();
    assertThatIllegalStateException()
        .isThrownBy(() -> EmbeddedKafka.start(DEFAULTS.withSetting("num.io.threads", "many")))
        .withMessageStartingWith("the embedded broker did not start: ")
        .withMessageContaining("num.io.threads");
    assertThat(temporaryDirectories()).isEqualTo(before);
  }

  @Test
  @DisplayName("A setting that is the embedded broker's own is refused.")
  void ownSetting() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmbeddedKafka.start(DEFAULTS.withSetting("log.dirs", "/elsewhere")))
        .withMessage("setting log.dirs can't be /elsewhere: the embedded broker sets it");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 65_536})
  @DisplayName("A port that is none is refused.")
  void noPort(int port) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DEFAULTS.withPort(port))
        .withMessage("port %d is not within 0 to 65535", port);
  }

  @Test
  @DisplayName("An interrupted thread starts and closes a broker all the same, and stays so.")
  void interrupted() {
    Thread.currentThread().interrupt();
    EmbeddedKafka kafka = EmbeddedKafka.start();
    kafka.close();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(kafka.directory()).doesNotExist();
  }

  private static void create(EmbeddedKafka kafka, String topic) throws Exception {
    try (Admin admin = admin(kafka)) {
      admin.createTopics(List.of(newTopic(topic))).all().get();
      Await.until(LIMIT, () -> admin.listTopics().names().get().contains(topic));
    }
  }

  private static void createWithoutWaiting(EmbeddedKafka kafka, String topic) {
    Admin admin = admin(kafka);
    admin.createTopics(List.of(newTopic(topic)));
    admin.close(Duration.ofSeconds(5));
  }

  private static Set<String> topics(EmbeddedKafka kafka) throws Exception {
    try (Admin admin = admin(kafka)) {
      return admin.listTopics().names().get();
    }
  }

  private static Admin admin(EmbeddedKafka kafka) {
    return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
  }

  private static NewTopic newTopic(String name) {
    return new NewTopic(name, Optional.of(1), Optional.empty());
  }

  private static Stream<Thread> ownThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getThreadGroup() != null)
        .filter(thread -> thread.getThreadGroup().getName().equals(BrokerThreads.NAME));
  }

  private static Set<Path> temporaryDirectories() throws IOException {
    try (Stream<Path> paths = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return Set.copyOf(
          paths.filter(p -> p.getFileName().toString().startsWith("evenlot-kafka-")).toList());
    }
  }

  private static int port(EmbeddedKafka kafka) {
    return Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = bind(0)) {
      return socket.getLocalPort();
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    return new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"));
  }
}
