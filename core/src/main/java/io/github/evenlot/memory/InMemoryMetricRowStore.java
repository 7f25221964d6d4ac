package io.github.evenlot.memory;

import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.MetricRows;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.port.Fence;
import io.github.evenlot.port.MetricRowStore;
import io.github.evenlot.port.RowOrigin;
import io.github.evenlot.statistics.ExactMoments;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Rows in memory. Safe under any number of threads. */
public final class InMemoryMetricRowStore implements MetricRowStore {

  private record Stored(Fence fence, ExactMoments increment) {}

  private final Map<RowOrigin, Long> jobEpochs = new EnumMap<>(RowOrigin.class);
  private final Map<RowOrigin, Long> lowestJobEpochs = new EnumMap<>(RowOrigin.class);
  private final Map<RowOrigin, SortedMap<RowKey, Stored>> rows = new EnumMap<>(RowOrigin.class);

  @Override
  public synchronized long nextJobEpoch(RowOrigin origin) {
    return jobEpochs.merge(origin, 1L, Long::sum);
  }

  @Override
  public synchronized int upsert(RowOrigin origin, Fence fence, Collection<MetricRow> newRows) {
    SortedMap<RowKey, ExactMoments> increments = MetricRows.byKey(newRows);
    if (fence.jobEpoch() < lowestJobEpochs.getOrDefault(origin, 1L)) {
      return 0;
    }
    SortedMap<RowKey, Stored> stored = rows.computeIfAbsent(origin, any -> new TreeMap<>());
    increments.keySet().removeIf(key -> isFenced(stored.get(key), fence));
    increments.forEach((key, increment) -> stored.put(key, new Stored(fence, increment)));
    return increments.size();
  }

  private static boolean isFenced(@Nullable Stored known, Fence fence) {
    return known != null && known.fence.compareTo(fence) >= 0;
  }

  @Override
  public synchronized List<MetricRow> find(RowOrigin origin, String experiment) {
    return rows.getOrDefault(origin, new TreeMap<>()).entrySet().stream()
        .filter(entry -> entry.getKey().experiment().equals(experiment))
        .map(entry -> new MetricRow(entry.getKey(), entry.getValue().increment))
        .toList();
  }

  @Override
  public synchronized int removeBefore(RowOrigin origin, long jobEpoch) {
    lowestJobEpochs.merge(origin, jobEpoch, Math::max);
    SortedMap<RowKey, Stored> stored = rows.getOrDefault(origin, new TreeMap<>());
    int before = stored.size();
    stored.values().removeIf(row -> row.fence.jobEpoch() < jobEpoch);
    return before - stored.size();
  }
}
