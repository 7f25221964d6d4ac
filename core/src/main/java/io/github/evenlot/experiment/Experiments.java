package io.github.evenlot.experiment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A snapshot: all experiments at one moment, by key. Immutable. Together they are consistent: no
 * two of them hold overlapping slots of a mutex group or mean different things by one holdout, none
 * is a prerequisite of itself.
 */
public final class Experiments {

  private final Map<String, Experiment> byKey;
  private final Map<String, List<Experiment>> byMetric;

  private Experiments(Collection<Experiment> experiments) {
    Map<String, Experiment> keys = new LinkedHashMap<>();
    Map<String, List<Experiment>> metrics = new LinkedHashMap<>();
    for (Experiment experiment : experiments) {
      if (keys.put(experiment.key(), experiment) != null) {
        throw new IllegalArgumentException(
            "two experiments have the key \"%s\"".formatted(experiment.key()));
      }
      for (MetricDefinition metric : experiment.metrics()) {
        metrics.computeIfAbsent(metric.key(), any -> new ArrayList<>()).add(experiment);
      }
    }
    LiveSlots slots = new LiveSlots();
    keys.values().forEach(slots::add);
    LiveHoldouts holdouts = new LiveHoldouts();
    keys.values().forEach(holdouts::add);
    Prerequisites.check(keys);
    metrics.replaceAll((metric, users) -> List.copyOf(users));
    this.byKey = Collections.unmodifiableMap(keys);
    this.byMetric = metrics;
  }

  /**
   * @throws IllegalArgumentException if two experiments have the same key; if two that are not
   *     concluded hold slots that overlap, or mean different things by one mutex group or one
   *     holdout; if prerequisites go in a circle, are chained over more than 32 experiments, or
   *     name a variant that the other experiment has not
   */
  public static Experiments of(Collection<Experiment> experiments) {
    return new Experiments(experiments);
  }

  public static Experiments of(Experiment... experiments) {
    return new Experiments(List.of(experiments));
  }

  /**
   * The same experiments and behind them this one, without the one that had its key.
   *
   * @throws IllegalArgumentException if they can't be together, as {@link #of(Collection)} says
   */
  public Experiments with(Experiment experiment) {
    Map<String, Experiment> all = new LinkedHashMap<>(byKey);
    all.remove(experiment.key());
    all.put(experiment.key(), experiment);
    return of(all.values());
  }

  public Optional<Experiment> find(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** All of them, in the order given. */
  public Collection<Experiment> all() {
    return byKey.values();
  }

  /** Those that measure this metric. */
  public List<Experiment> measuring(String metric) {
    return byMetric.getOrDefault(metric, List.of());
  }
}
