package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.analysis.ExperimentAnalysis;
import io.github.evenlot.app.Documentation;
import io.github.evenlot.event.Fact;
import io.github.evenlot.memory.InMemoryLookJournal;
import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.RowOrigin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README shows two tables of the demo; counted in a single process they are the same. */
class DemoInReadmeTest {

  private static final List<ReplayedTest> TESTS = DemoTests.replayed(Samples.ARCHIVE, 302_309);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void theTablesOfTheReadmeAreThoseOfTheDemo() {
    List<Fact> facts = new ArrayList<>();
    new Replay(TESTS, DemoOptions.SEED).run(facts::add);
    print(5, facts);
    print(11, facts);
    String tables = out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    assertThat(tables).isEqualTo("\n" + Documentation.blocks("README.md", "text").get(0));
  }

  private void print(int number, List<Fact> facts) {
    ReplayedTest test = TESTS.get(number - 1);
    InMemoryMetricRowStore store = new InMemoryMetricRowStore();
    store.upsert(
        RowOrigin.BATCH, new Fence(1, 1), Samples.folded(List.of(test), ofTest(test, facts)));
    ExperimentAnalysis analysis =
        new ExperimentAnalysis(
            store, RowOrigin.BATCH, new InMemoryLookJournal(), Clock.systemUTC());
    analysis.look(test.experiment(), test.firstLook());
    new ReportTable(new PrintStream(out, true, StandardCharsets.UTF_8))
        .print(number, test, analysis.look(test.experiment(), test.lastLook()));
  }

  private static List<Fact> ofTest(ReplayedTest test, List<Fact> facts) {
    String prefix = "viewer-" + test.archived().id() + "-";
    return facts.stream().filter(fact -> fact.unit().value().startsWith(prefix)).toList();
  }
}
