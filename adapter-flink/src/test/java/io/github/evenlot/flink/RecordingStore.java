package io.github.evenlot.flink;

import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.memory.InMemoryMetricRowStore;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.flink.util.function.SerializableSupplier;

/** The store in memory, which remembers every write and how often it was opened and closed. */
final class RecordingStore implements MetricRowStore {

  /** One call of upsert that was not made to fail before, and how many rows it wrote. */
  record Write(Fence fence, List<MetricRow> rows, int written) {}

  private static final Map<Integer, RecordingStore> STORES = new ConcurrentHashMap<>();
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Experiments experiments;
  private final InMemoryMetricRowStore store = new InMemoryMetricRowStore();
  private final List<Write> writes = new ArrayList<>();
  private final int number = NUMBERS.incrementAndGet();
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger opened = new AtomicInteger();

  private int calls;
  private int failingCall;
  private boolean failingAfter;

  RecordingStore() {
    this(SampleFacts.EXPERIMENTS);
  }

  RecordingStore(Experiments experiments) {
    this.experiments = experiments;
    STORES.put(number, this);
  }

  /** What a task of a job opens. */
  SerializableSupplier<MetricRowStore> supplier() {
    int known = number;
    return () -> STORES.get(known).connect();
  }

  private MetricRowStore connect() {
    open.incrementAndGet();
    opened.incrementAndGet();
    return new Connection(this);
  }

  @Override
  public long nextJobEpoch(RowOrigin origin) {
    return store.nextJobEpoch(origin);
  }

  @Override
  public synchronized int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> rows) {
    calls++;
    fail(false);
    int written = store.upsert(origin, fence, rows);
    writes.add(new Write(fence, List.copyOf(rows), written));
    notifyAll();
    fail(true);
    return written;
  }

  private void fail(boolean hasWritten) {
    if (calls == failingCall && hasWritten == failingAfter) {
      throw new IllegalStateException("a failure of the store on purpose");
    }
  }

  /** Makes one call of upsert fail, before or after it has written. */
  synchronized void failAtWrite(int call, boolean after) {
    failingCall = call;
    failingAfter = after;
  }

  @Override
  public List<MetricRow> find(RowOrigin origin, String experiment) {
    return store.find(origin, experiment);
  }

  @Override
  public int removeBefore(RowOrigin origin, long jobEpoch) {
    return store.removeBefore(origin, jobEpoch);
  }

  Experiments experiments() {
    return experiments;
  }

  synchronized List<Write> writes() {
    return List.copyOf(writes);
  }

  /** Waits until a condition holds, asking again after every write. */
  synchronized void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("not within " + PATIENCE + "; written: " + writes);
      }
      wait(left);
    }
  }

  /** All rows of the experiments that are not zero. */
  SortedMap<RowKey, ExactMoments> rows(RowOrigin origin) {
    SortedMap<RowKey, ExactMoments> rows = new TreeMap<>();
    experiments.all().forEach(experiment -> rows.putAll(Fold.map(find(origin, experiment.key()))));
    return rows;
  }

  private record Connection(RecordingStore to) implements MetricRowStore, AutoCloseable {

    @Override
    public long nextJobEpoch(RowOrigin origin) {
      return to.nextJobEpoch(origin);
    }

    @Override
    public int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> rows) {
      return to.upsert(origin, fence, rows);
    }

    @Override
    public List<MetricRow> find(RowOrigin origin, String experiment) {
      return to.find(origin, experiment);
    }

    @Override
    public int removeBefore(RowOrigin origin, long jobEpoch) {
      return to.removeBefore(origin, jobEpoch);
    }

    @Override
    public void close() {
      to.open.decrementAndGet();
    }
  }
}
