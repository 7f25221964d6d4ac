package io.github.evenlot.app.demo;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import io.github.evenlot.event.MetricEvent;
import io.github.evenlot.event.Millionths;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Lives the archived tests again, week by week: every viewer is exposed at some moment of the
 * test's days and clicks, if at all, within ten minutes. As on a real bus, facts arrive out of
 * order by up to five minutes, and one in ten arrives twice. Deterministic by seed.
 */
final class Replay {

  private static final long SECONDS_OF_TEST = Duration.ofDays(ReplayedTest.DAYS).toSeconds();
  private static final int SECONDS_TO_CLICK = 600;
  private static final int SECONDS_OF_DISORDER = 300;
  private static final double REPEATED = 0.1;
  private static final long ONE_CLICK = Millionths.of(1.0);

  private record Arrival(Instant at, Fact fact) {}

  private final List<ReplayedTest> tests;
  private final Random random;

  Replay(List<ReplayedTest> tests, long seed) {
    this.tests = tests;
    this.random = new Random(seed);
  }

  /** Hands over every fact, repetitions included, in the order of arrival. */
  void run(Consumer<Fact> receiver) {
    TreeMap<LocalDate, List<ReplayedTest>> weeks = new TreeMap<>();
    for (ReplayedTest test : tests) {
      weeks.computeIfAbsent(test.archived().week(), any -> new ArrayList<>()).add(test);
    }
    for (List<ReplayedTest> week : weeks.values()) {
      List<Arrival> arrivals = new ArrayList<>();
      week.forEach(test -> addTo(arrivals, test));
      arrivals.sort(Comparator.comparing(Arrival::at));
      arrivals.forEach(arrival -> receiver.accept(arrival.fact));
    }
  }

  private void addTo(List<Arrival> arrivals, ReplayedTest test) {
    for (Viewers.Viewer viewer : Viewers.of(test, random)) {
      Instant shown = test.start().plusSeconds((long) (random.nextDouble() * SECONDS_OF_TEST));
      add(arrivals, Exposure.of(viewer.assigned(), viewer.unit(), shown));
      if (viewer.clicks()) {
        Instant clicked = shown.plusSeconds(1 + random.nextInt(SECONDS_TO_CLICK));
        String id = "click-" + viewer.unit();
        add(arrivals, new MetricEvent(id, viewer.unit(), ReplayedTest.CLICK, ONE_CLICK, clicked));
      }
    }
  }

  private void add(List<Arrival> arrivals, Fact fact) {
    arrivals.add(new Arrival(late(fact), fact));
    if (random.nextDouble() < REPEATED) {
      arrivals.add(new Arrival(late(fact), fact));
    }
  }

  private Instant late(Fact fact) {
    return fact.time().plusSeconds(random.nextInt(SECONDS_OF_DISORDER));
  }
}
