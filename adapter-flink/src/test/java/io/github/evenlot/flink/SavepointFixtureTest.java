package io.github.evenlot.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.event.Fact;
import io.github.evenlot.port.RowOrigin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(Cluster.Resolver.class)
class SavepointFixtureTest {

  private final RecordingStore store = new RecordingStore(SavepointFixture.EXPERIMENTS);

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = "0.1.0")
  @DisplayName("a savepoint of every version there has been is gone on from")
  void restored(String version, Cluster cluster) throws Exception {
    List<Fact> facts = new ArrayList<>(SavepointFixture.after());
    facts.add(SavepointFixture.tooLate());
    CollectSink<Fact> late = new CollectSink<>();
    StreamExecutionEnvironment environment = Cluster.streaming(2);
    SavepointFixture.pipeline(2, store)
        .attachTo(FactSource.of(environment, facts))
        .late()
        .sinkTo(late);
    cluster.await(
        cluster.submit(environment, SavepointRestoreSettings.forPath(copyOf(version), true)));

    assertThat(store.rows(RowOrigin.STREAM))
        .isEqualTo(Fold.rows(SavepointFixture.after(), SavepointFixture.EXPERIMENTS))
        .isNotEmpty();
    assertThat(late.collected()).containsExactly(SavepointFixture.tooLate());
  }

  private String copyOf(String version) throws Exception {
    try (var in = getClass().getResourceAsStream("savepoints/" + version + "/_metadata")) {
      Files.copy(in, folder.resolve("_metadata"));
    }
    return folder.toUri().toString();
  }
}
