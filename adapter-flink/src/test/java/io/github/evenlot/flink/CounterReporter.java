package io.github.evenlot.flink;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Keeps the counters of all jobs of the cluster, finished ones too. */
public final class CounterReporter implements MetricReporter, MetricReporterFactory {

  private static final Map<String, List<Counter>> COUNTERS = new ConcurrentHashMap<>();

  /** A counter by its name, over all tasks of a job. */
  static long count(JobID job, String name) {
    return COUNTERS.getOrDefault(job + name, List.of()).stream().mapToLong(Counter::getCount).sum();
  }

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return this;
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Counter counter) {
      String job = group.getAllVariables().get("<job_id>");
      COUNTERS.computeIfAbsent(job + name, any -> new CopyOnWriteArrayList<>()).add(counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}
}
