package io.github.evenlot.metric;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.statistics.ExactMoments;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is known of one unit, and what it adds to the rows. The rows are a pure function of the
 * <em>set</em> of the unit's facts: neither their order nor how often they come matters. The
 * streaming job keeps one ledger per unit and emits the change that each fact makes; the batch job,
 * a single process and a test run the same class.
 *
 * <p>Of the exposures only those that can matter are kept: the earliest of each (experiment,
 * variant, epoch). Of events with the same id the one that is least by (time, metric, value)
 * counts. A sum of one unit's values beyond ±9·10¹² counts as ±9·10¹², for its square has to fit.
 *
 * <p>Mutable, and not safe for use by several threads.
 */
public final class UnitLedger {

  private static final Comparator<MetricEvent> EVENT_ORDER =
      Comparator.comparing(MetricEvent::time)
          .thenComparing(MetricEvent::metric)
          .thenComparingLong(MetricEvent::millionths)
          .thenComparing(MetricEvent::id);

  private record ExposureSlot(String experiment, String variant, int epoch) {

    static ExposureSlot of(Exposure exposure) {
      return new ExposureSlot(exposure.experiment(), exposure.variant(), exposure.epoch());
    }
  }

  /** From so many events on, what they add up to is kept rather than computed for each new one. */
  private static final int BUSY = 64;

  private final Map<ExposureSlot, Exposure> exposures = new HashMap<>();
  private final Map<String, MetricEvent> events = new HashMap<>();
  private final Map<String, UnitHistory> histories = new HashMap<>();

  /** A ledger without facts. */
  public UnitLedger() {}

  /**
   * Takes a fact in.
   *
   * @return by how much it changes the rows; empty for a repetition and for what no experiment
   *     counts
   */
  public Map<RowKey, ExactMoments> add(Fact fact, Experiments experiments) {
    if (!isNews(fact)) {
      return Map.of();
    }
    Collection<Experiment> concerned = concerned(fact, experiments);
    Map<RowKey, ExactMoments> before = rows(concerned);
    replace(fact);
    return MetricRows.difference(rows(concerned), before);
  }

  /**
   * Takes a fact in without computing what it changes.
   *
   * @return whether it was news
   */
  public boolean put(Fact fact) {
    boolean news = isNews(fact);
    if (news) {
      replace(fact);
    }
    return news;
  }

  private void replace(Fact fact) {
    if (fact instanceof Exposure exposure) {
      exposures.put(ExposureSlot.of(exposure), exposure);
      histories.remove(exposure.experiment());
    } else {
      replace((MetricEvent) fact);
    }
  }

  private void replace(MetricEvent event) {
    if (events.put(event.id(), event) == null) {
      histories.values().forEach(history -> history.add(event));
    } else {
      histories.clear();
    }
  }

  private boolean isNews(Fact fact) {
    if (fact instanceof Exposure exposure) {
      Exposure known = exposures.get(ExposureSlot.of(exposure));
      return known == null || exposure.time().isBefore(known.time());
    }
    MetricEvent event = (MetricEvent) fact;
    MetricEvent known = events.get(event.id());
    return known == null || EVENT_ORDER.compare(event, known) < 0;
  }

  /** All that the unit adds to the rows of these experiments. */
  public Map<RowKey, ExactMoments> rows(Collection<Experiment> experiments) {
    Map<RowKey, ExactMoments> rows = new HashMap<>();
    for (Experiment experiment : experiments) {
      history(experiment).ifPresent(history -> history.addRowsTo(rows));
    }
    return rows;
  }

  private Optional<UnitHistory> history(Experiment experiment) {
    UnitHistory known = histories.get(experiment.key());
    if (known != null && known.isOf(experiment)) {
      return Optional.of(known);
    }
    List<Exposure> seen = exposures(experiment.key());
    if (seen.isEmpty()) {
      return Optional.empty();
    }
    UnitHistory history = new UnitHistory(experiment, seen, events.values());
    if (events.size() >= BUSY) {
      histories.put(experiment.key(), history);
    }
    return Optional.of(history);
  }

  /**
   * Drops the events that can no longer matter once no fact from before {@code horizon} will come:
   * those outside the window and the lookback of every known exposure and of every exposure that
   * can still come. Exposures are kept, for a later one of another variant makes the unit a
   * switcher.
   *
   * <p>What is forgotten is forgotten with its id: an event from after the horizon that bears the
   * id of a forgotten one counts, where a ledger that forgets nothing would take it for a conflict.
   */
  public void forget(Instant horizon, Experiments experiments) {
    histories.clear();
    events.values().removeIf(event -> !canMatter(event, horizon, experiments));
  }

  private boolean canMatter(MetricEvent event, Instant horizon, Experiments experiments) {
    if (!event.time().isBefore(horizon)) {
      return true;
    }
    for (Experiment experiment : experiments.measuring(event.metric())) {
      for (var metric : experiment.metrics()) {
        if (metric.key().equals(event.metric())
            && (isInReach(metric.lookback(), event, horizon)
                || exposures(experiment.key()).stream()
                    .anyMatch(seen -> MetricTotals.matters(metric, seen.time(), event)))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isInReach(Duration lookback, MetricEvent event, Instant horizon) {
    return !lookback.isZero() && MetricTotals.isWithin(lookback, event, horizon);
  }

  private Collection<Experiment> concerned(Fact fact, Experiments experiments) {
    if (fact instanceof Exposure exposure) {
      return experiments.find(exposure.experiment()).map(List::of).orElse(List.of());
    }
    MetricEvent event = (MetricEvent) fact;
    Set<Experiment> concerned = new LinkedHashSet<>(experiments.measuring(event.metric()));
    MetricEvent replaced = events.get(event.id());
    if (replaced != null) {
      concerned.addAll(experiments.measuring(replaced.metric()));
    }
    return concerned;
  }

  private List<Exposure> exposures(String experiment) {
    List<Exposure> found = new ArrayList<>();
    exposures.forEach(
        (slot, exposure) -> {
          if (slot.experiment.equals(experiment)) {
            found.add(exposure);
          }
        });
    return found;
  }

  /** The facts that are kept, exposures first, in an order that depends on nothing but the set. */
  public List<Fact> facts() {
    Set<Exposure> sortedExposures =
        new TreeSet<>(
            Comparator.comparing(Exposure::time)
                .thenComparing(Exposure::experiment)
                .thenComparing(Exposure::variant)
                .thenComparingInt(Exposure::epoch));
    sortedExposures.addAll(exposures.values());
    List<Fact> facts = new ArrayList<>(sortedExposures);
    events.values().stream().sorted(EVENT_ORDER).forEach(facts::add);
    return facts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof UnitLedger that
        && exposures.equals(that.exposures)
        && events.equals(that.events);
  }

  @Override
  public int hashCode() {
    return 31 * exposures.hashCode() + events.hashCode();
  }

  @Override
  public String toString() {
    return "UnitLedger" + facts();
  }
}
