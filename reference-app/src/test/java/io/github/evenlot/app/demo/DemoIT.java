package io.github.evenlot.app.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.analysis.AnalysisReport;
import io.github.evenlot.analysis.Verdict;
import io.github.evenlot.event.Exposure;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.jdbc.EvenlotJdbc;
import io.github.evenlot.kafka.KafkaFactPublisher;
import io.github.evenlot.kafka.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line on a slice of the archive: a real broker, a real Flink cluster and a real
 * PostgreSQL, and SQL over the raw facts as the third opinion.
 */
@DisplayName("A slice of the archive, through Kafka, Flink and PostgreSQL,")
@Timeout(300)
class DemoIT {

  private static final long VIEWERS = 20_000;
  private static final byte[] GARBAGE = "{\"v\": 1, \"experiment\": 7}".getBytes(UTF_8);

  @Test
  @DisplayName("is counted to the unit by stream, batch and SQL, and what is no fact is kept apart")
  void agreesThreeTimes(@TempDir Path directory) throws Exception {
    DemoOptions options = DemoOptions.defaults().withViewers(VIEWERS);
    List<ReplayedTest> tests = DemoTests.replayed(UpworthyArchive.read(), VIEWERS);
    try (DemoServers servers = DemoServers.start(options, directory)) {
      Demo demo = new Demo(servers, tests, directory);
      JobID stream = demo.startStream();
      publishWhatIsNoFact(servers);
      Demo.Published published = demo.replay(options.seed(), any -> {});
      // Two that are no fact of ours came first.
      assertThat(demo.finishStream(stream, any -> {})).isEqualTo(published.facts() + 2);
      demo.runBatch();

      Reconciliation reconciliation = demo.compare();

      assertThat(reconciliation.differences()).isEmpty();
      assertThat(reconciliation.arms()).isEqualTo(49);
      assertThat(reconciliation.rows()).isPositive();
      assertThat(RawFacts.in(servers).countedBySql())
          .isEqualTo(RawFacts.countedByStream(servers))
          .hasSize(reconciliation.rows());
      assertThat(RawFacts.in(servers).deadLetters())
          .containsExactlyInAnyOrder(
              "exposure.experiment is 7, not text", "no experiment \"unheard-of\"");
      checkReports(demo.analyse(), servers);
    }
  }

  private static void publishWhatIsNoFact(DemoServers servers) {
    Topics topics = Topics.defaults();
    try (KafkaFactPublisher publisher =
            KafkaFactPublisher.connect(RawFacts.client(servers), topics);
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                RawFacts.client(servers), new ByteArraySerializer(), new ByteArraySerializer())) {
      Instant time = Instant.parse("2013-03-18T00:00:00Z");
      publisher.publish(new Exposure("unheard-of", UnitId.of("x"), "arm-1", 1, time));
      producer.send(
          new ProducerRecord<>(topics.exposures(), null, time.toEpochMilli(), GARBAGE, GARBAGE));
    }
  }

  private static void checkReports(List<AnalysisReport> reports, DemoServers servers) {
    assertThat(reports).hasSize(12);
    assertThat(reports).allMatch(report -> report.mismatches() == 0 && report.switchers() == 0);
    // At a fifteenth of its viewers only the grossest broken randomisation shows.
    assertThat(reports.get(10).decision().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(reports.get(0).decision().verdict()).isEqualTo(Verdict.KEEP_RUNNING);
    assertThat(EvenlotJdbc.on(servers.dataSource()).lookJournal().find(reports.get(0).experiment()))
        .hasSize(2);
  }
}
