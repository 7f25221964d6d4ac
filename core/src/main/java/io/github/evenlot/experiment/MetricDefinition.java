package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import java.time.Duration;
import java.util.Objects;

/**
 * What is measured, and how events become one number per exposed unit.
 *
 * @param key the metric key that events carry
 * @param kind how a unit's events are summed up
 * @param window how long after the unit's first exposure events count; positive, at most {@link
 *     #LONGEST}
 * @param lookback how long before the first exposure events count for the covariate of CUPED; zero
 *     for no covariate, at most {@link #LONGEST}
 * @param direction which way is good
 * @param role what the metric decides
 */
public record MetricDefinition(
    String key, Kind kind, Duration window, Duration lookback, Direction direction, Role role) {

  /** How a unit's events within the window become numbers. */
  public enum Kind {
    /** y = 1 if there is any event, else 0. */
    CONVERSION(Aggregation.PROPORTION),
    /** y = the sum of the events' values. */
    REVENUE(Aggregation.MEAN),
    /** y = the sum of the events' values, x = the number of events: a ratio of sums. */
    LATENCY(Aggregation.MEAN),
    /** y = the number of events. */
    COUNT(Aggregation.MEAN);

    private final Aggregation aggregation;

    Kind(Aggregation aggregation) {
      this.aggregation = aggregation;
    }

    /** How the values of units are put together. */
    public Aggregation aggregation() {
      return aggregation;
    }
  }

  /** What the arms are compared by. */
  public enum Aggregation {
    PROPORTION,
    MEAN
  }

  /** Which way is good. */
  public enum Direction {
    INCREASE,
    DECREASE
  }

  /** What the metric decides: the primary one the verdict; a guardrail may veto it. */
  public enum Role {
    PRIMARY,
    SECONDARY,
    GUARDRAIL
  }

  /** The longest window and the longest lookback. */
  public static final Duration LONGEST = Duration.ofDays(3650);

  private static final Duration TWO_WEEKS = Duration.ofDays(14);

  public MetricDefinition {
    Keys.check("metric", key);
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(direction, "direction");
    Objects.requireNonNull(role, "role");
    if (window.isNegative() || window.isZero()) {
      throw new IllegalArgumentException(
          "window %s of metric \"%s\" is not positive".formatted(window, key));
    }
    if (lookback.isNegative()) {
      throw new IllegalArgumentException(
          "lookback %s of metric \"%s\" is negative".formatted(lookback, key));
    }
    checkLength("window", window, key);
    checkLength("lookback", lookback, key);
  }

  private static void checkLength(String what, Duration length, String key) {
    if (length.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "%s %s of metric \"%s\" is above %d days".formatted(what, length, key, LONGEST.toDays()));
    }
  }

  /** A primary conversion metric: more is better, two weeks, no covariate. */
  public static MetricDefinition conversion(String key) {
    return of(key, Kind.CONVERSION);
  }

  /**
   * A primary metric of this kind: two weeks, no covariate; less latency and more else is better.
   */
  public static MetricDefinition of(String key, Kind kind) {
    Direction good = kind == Kind.LATENCY ? Direction.DECREASE : Direction.INCREASE;
    return new MetricDefinition(key, kind, TWO_WEEKS, Duration.ZERO, good, Role.PRIMARY);
  }

  /** The same metric with another window. */
  public MetricDefinition withWindow(Duration newWindow) {
    return new MetricDefinition(key, kind, newWindow, lookback, direction, role);
  }

  /** The same metric with another lookback; zero for none. */
  public MetricDefinition withLookback(Duration newLookback) {
    return new MetricDefinition(key, kind, window, newLookback, direction, role);
  }

  /** The same metric with another good direction. */
  public MetricDefinition with(Direction newDirection) {
    return new MetricDefinition(key, kind, window, lookback, newDirection, role);
  }

  /** The same metric in another role. */
  public MetricDefinition with(Role newRole) {
    return new MetricDefinition(key, kind, window, lookback, direction, newRole);
  }
}
