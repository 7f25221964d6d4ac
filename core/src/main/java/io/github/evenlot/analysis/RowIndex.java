package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Variant;
import io.github.evenlot.metric.MetricRow;
import io.github.evenlot.metric.RowKey;
import io.github.evenlot.statistics.ExactMoments;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows of an experiment as of the end of a day, added up in one pass: by metric, epoch and arm.
 * What is of an epoch or an arm that the experiment has not had is left out; its units are
 * mismatches.
 */
final class RowIndex {

  private final int epochs;
  private final Map<String, Integer> arms = new HashMap<>();
  private final Map<String, ExactMoments[]> cells = new HashMap<>();
  private long switchers;
  private long mismatches;

  private RowIndex(Experiment experiment) {
    this.epochs = experiment.epochs().size();
    for (Variant variant : experiment.variants()) {
      arms.put(variant.id(), arms.size());
    }
  }

  static RowIndex of(Experiment experiment, Collection<MetricRow> rows, LocalDate asOf) {
    RowIndex index = new RowIndex(experiment);
    for (MetricRow row : rows) {
      if (!row.key().eventDay().isAfter(asOf)) {
        index.add(row.key(), row.increment());
      }
    }
    return index;
  }

  private void add(RowKey key, ExactMoments increment) {
    switch (key.metric()) {
      case RowKey.SWITCHERS -> switchers += increment.n();
      case RowKey.MISMATCHES -> mismatches += increment.n();
      default -> addToCell(key, increment);
    }
  }

  private void addToCell(RowKey key, ExactMoments increment) {
    Integer arm = arms.get(key.variant());
    if (arm != null && key.epoch() <= epochs) {
      ExactMoments[] metric = cells.computeIfAbsent(key.metric(), any -> empty());
      int cell = cell(key.epoch() - 1, arm);
      metric[cell] = metric[cell].plus(increment);
    }
  }

  private ExactMoments[] empty() {
    ExactMoments[] empty = new ExactMoments[epochs * arms.size()];
    Arrays.fill(empty, ExactMoments.ZERO);
    return empty;
  }

  private int cell(int epoch, int arm) {
    return epoch * arms.size() + arm;
  }

  /** Of each epoch the sums of each arm. */
  List<List<ExactMoments>> strata(String metric) {
    ExactMoments[] found = Optional.ofNullable(cells.get(metric)).orElseGet(this::empty);
    return IntStream.range(0, epochs)
        .mapToObj(epoch -> List.of(found).subList(cell(epoch, 0), cell(epoch + 1, 0)))
        .toList();
  }

  /** Of each epoch the analysed units of each arm. */
  List<List<Long>> units() {
    return strata(RowKey.EXPOSURES).stream()
        .map(arms -> arms.stream().map(ExactMoments::n).toList())
        .toList();
  }

  long switchers() {
    return switchers;
  }

  long mismatches() {
    return mismatches;
  }
}
