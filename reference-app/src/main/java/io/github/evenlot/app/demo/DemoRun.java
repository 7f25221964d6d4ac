package io.github.evenlot.app.demo;

import io.github.evenlot.analysis.AnalysisReport;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.JobID;

/** The demo from the first server to the last line. */
final class DemoRun {

  private final DemoOptions options;
  private final PrintStream out;
  private final Stages stages;
  private final List<ReplayedTest> tests;

  /**
   * @param terminal whether somebody watches
   * @throws DemoException if the options can't be
   */
  DemoRun(DemoOptions options, PrintStream out, boolean terminal) {
    this.options = options;
    this.out = out;
    this.stages = new Stages(out, terminal);
    this.tests = tests(options);
  }

  private static List<ReplayedTest> tests(DemoOptions options) {
    List<ArchivedTest> archive = UpworthyArchive.read();
    long all = DemoTests.chosen(archive).stream().mapToLong(ArchivedTest::viewers).sum();
    try {
      return DemoTests.replayed(archive, options.viewers().orElse(all));
    } catch (IllegalArgumentException e) {
      throw new DemoException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether archive, stream and batch agree. */
  boolean run() {
    say(
        "Replaying %,d headline tests of the Upworthy Research Archive (CC BY 4.0), %,d viewers.%n",
        tests.size(), viewers());
    try (Interruption interruption = Interruption.ofThisThread();
        DemoDirectory directory = DemoDirectory.of(options)) {
      DemoServers servers =
          stages.run(
              "start",
              any -> "Kafka, PostgreSQL and Flink on 127.0.0.1",
              () -> DemoServers.start(options, directory.path()));
      try (servers) {
        return run(servers, directory.path());
      }
    }
  }

  private boolean run(DemoServers servers, Path directory) {
    long start = System.nanoTime();
    Demo demo = new Demo(servers, tests, directory);
    JobID stream = stages.run("submit", job -> "streaming job " + job, demo::startStream);
    Demo.Published published = replay(demo);
    stages.run(
        "stream",
        facts -> text("%,d facts joined per viewer and counted, stopped with a savepoint", facts),
        () ->
            stages.withBar(
                "stream", published.facts(), progress -> demo.finishStream(stream, progress)));
    stages.run(
        "batch",
        any -> "all facts counted again from the topics",
        () -> {
          demo.runBatch();
          return true;
        });
    double seconds = (System.nanoTime() - start) / 1e9;
    Reconciliation reconciliation = stages.run("compare", DemoRun::said, demo::compare);
    reconciliation.differences().forEach(difference -> say("    differs: %s%n", difference));
    List<AnalysisReport> reports =
        stages.run("analyse", any -> "sample ratio, Pearson, Holm, two looks each", demo::analyse);
    print(reports);
    say(
        "%n%,d viewers in %.1f s from the first fact to both counts: %,.0f viewers a second.%n",
        viewers(), seconds, viewers() / seconds);
    conclude(servers, directory);
    return reconciliation.agrees();
  }

  private Demo.Published replay(Demo demo) {
    return stages.run(
        "replay",
        published ->
            text(
                "%,d exposures and %,d clicks published, a tenth of them twice, out of order",
                published.exposures(), published.events()),
        () ->
            stages.withBar(
                "replay",
                Math.round(viewers() * 1.1),
                progress -> demo.replay(options.seed(), progress)));
  }

  private static String said(Reconciliation reconciliation) {
    return reconciliation.agrees()
        ? text(
            "archive = stream = batch: %,d arms to the unit, %,d rows bit for bit",
            reconciliation.arms(), reconciliation.rows())
        : text(
            "%,d DIFFERENCES between archive, stream and batch",
            reconciliation.differences().size());
  }

  private void print(List<AnalysisReport> reports) {
    ReportTable table = new ReportTable(out);
    for (int i = 0; i < tests.size(); i++) {
      table.print(i + 1, tests.get(i), reports.get(i));
    }
    say(
        "%nLift is relative to the first headline; its interval holds for all arms and looks at"
            + " once (95 %%).%n");
  }

  private void conclude(DemoServers servers, Path directory) {
    if (!options.keep()) {
      say(
          options.directory().isPresent()
              ? "The data stay in %s.%n"
              : "The data were in %s and go with it; --keep leaves the servers up.%n",
          directory);
      return;
    }
    say("%nThe servers stay up until you press Ctrl-C:%n");
    say(
        "  Kafka       %s, topics evenlot.exposures and evenlot.events%n",
        servers.kafka().bootstrapServers());
    say(
        "  PostgreSQL  %s?user=%s, schema evenlot%n",
        servers.postgres().jdbcUrl(), servers.postgres().user());
    say("  Flink       %s%n", servers.flink().url());
    say("  data        %s%n", directory);
    Interruption.await();
  }

  private long viewers() {
    return tests.stream().mapToLong(test -> test.archived().viewers()).sum();
  }

  private void say(String format, Object... values) {
    out.print(text(format, values));
    out.flush();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
