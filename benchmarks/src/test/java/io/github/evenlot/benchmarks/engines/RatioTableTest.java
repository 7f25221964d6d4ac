package io.github.evenlot.benchmarks.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatioTableTest {

  @Test
  @DisplayName("our time is compared with that of the fastest peer")
  void fastestPeer() throws JsonProcessingException {
    String runs =
        "[%s, %s, %s]"
            .formatted(
                run("SPLIT", "S3", 250.04, 96),
                run("EVENLOT", "S3", 50, 0),
                run("EPPO", "S3", 2_345, 1_024));
    assertThat(RatioTable.of(json(runs)))
        .isEqualTo(
            """
            | work | share | EVENLOT | EPPO | SPLIT |
            |---|---|---|---|---|
            | S3 | 1/5.0 | 50 ns, 0 B | 2.3 µs, 1,024 B | 250 ns, 96 B |
            """);
  }

  @Test
  @DisplayName("the raw hash is no peer, and stands beside ours")
  void rawHash() throws JsonProcessingException {
    String runs =
        "[%s, %s, %s]"
            .formatted(
                run("EPPO", "S1", 200, 96),
                run("RAW_HASH", "S1", 25, 0),
                run("EVENLOT", "S1", 50, 0));
    assertThat(RatioTable.of(json(runs)).lines())
        .first()
        .isEqualTo("| work | share | EVENLOT | RAW_HASH | EPPO |");
    assertThat(RatioTable.of(json(runs)).lines())
        .last()
        .isEqualTo("| S1 | 1/4.0 | 50 ns, 0 B | 25 ns, 0 B | 200 ns, 96 B |");
  }

  @Test
  @DisplayName("each sort of ids has a line of its own")
  void sortsOfIds() throws JsonProcessingException {
    String runs = "[%s, %s, %s, %s]";
    String ours = run("EVENLOT", "S1", 50, 0);
    String theirs = run("EPPO", "S1", 500, 0);
    JsonNode all =
        json(
            runs.formatted(
                with("UUID", ours),
                with("ACCOUNT", ours),
                with("UUID", theirs),
                with("ACCOUNT", theirs)));
    assertThat(RatioTable.of(all).lines())
        .last()
        .isEqualTo("| S1 UUID | 1/10.0 | 50 ns, 0 B | 500 ns, 0 B |");
  }

  private static String with(String ids, String run) {
    return run.replace("\"work\"", "\"ids\": \"" + ids + "\", \"work\"");
  }

  @Test
  @DisplayName("a run of ours alone gives no share")
  void nothingToCompare() throws JsonProcessingException {
    JsonNode runs = json("[%s]".formatted(run("EVENLOT", "S1", 50, 0)));
    assertThatThrownBy(() -> RatioTable.of(runs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("S1 has no peer");
  }

  @Test
  @DisplayName("a run without the allocation profiler is refused")
  void noProfiler() throws JsonProcessingException {
    JsonNode runs =
        json(
            "[{\"params\": {\"engine\": \"EPPO\", \"work\": \"S1\"}, \"primaryMetric\": {\"score\":"
                + " 1}}]");
    assertThatThrownBy(() -> RatioTable.of(runs))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-prof gc");
  }

  /** As JMH 1.37 writes it, without what is not read. */
  private static String run(String engine, String work, double nanos, double bytes) {
    return """
    {"params": {"engine": "%s", "work": "%s"},
     "primaryMetric": {"score": %s},
     "secondaryMetrics": {"gc.alloc.rate.norm": {"score": %s}}}
    """
        .formatted(engine, work, nanos, bytes);
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return new ObjectMapper().readTree(text);
  }
}
