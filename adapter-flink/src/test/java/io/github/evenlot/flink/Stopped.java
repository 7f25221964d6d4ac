package io.github.evenlot.flink;

import io.github.evenlot.event.Fact;
import io.github.evenlot.port.RowOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A streaming job that has counted some facts and was stopped with a savepoint. */
record Stopped(String savepoint, List<Fact> late) {

  /** Runs one until the store holds what {@code facts} without the late ones come to. */
  static Stopped after(
      Cluster cluster,
      StreamExecutionEnvironment environment,
      MetricRowPipeline pipeline,
      RecordingStore store,
      List<Fact> facts,
      WatermarkStrategy<Fact> watermarks,
      Path savepoints)
      throws Exception {
    // The source does not end as long as there is one more.
    List<Fact> oneMore = new ArrayList<>(facts);
    oneMore.add(facts.get(0));
    CollectSink<Fact> late = new CollectSink<>();
    pipeline
        .attachTo(FactSource.inOrder(environment, oneMore, new PauseAt<>(facts.size()), watermarks))
        .late()
        .sinkTo(late);
    JobID job = cluster.submit(environment);
    store.await(() -> isAll(store, facts, late.collected()));
    return new Stopped(cluster.stop(job, savepoints), late.collected());
  }

  private static boolean isAll(RecordingStore store, List<Fact> facts, List<Fact> late) {
    List<Fact> counted = new ArrayList<>(facts);
    late.forEach(counted::remove);
    return store.rows(RowOrigin.STREAM).equals(Fold.rows(counted, store.experiments()));
  }
}
