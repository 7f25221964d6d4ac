package io.github.evenlot.simulation;

import io.github.evenlot.inference.TestMethod;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Runs the same experiment many times, on data whose truth is known, and counts how often a method
 * errs: its size or power, the coverage of its interval, the bias of its estimate and the users it
 * takes, under any schedule of looks.
 *
 * <pre>{@code
 * Simulator.of(
 *         WelchTTest.withDefaults(),
 *         DataFamily.normal(10, 2),
 *         PeekingSchedule.atLevel(0.05, 1000, 2000, 3000))
 *     .run();
 * }</pre>
 *
 * <p>Every run has its own stream of random numbers, made of the seed and the number of the run; so
 * the result depends on the configuration and on no number of threads. The runs are shared out over
 * the common pool of {@link java.util.concurrent.ForkJoinPool}, or over the pool that calls.
 *
 * @param method on trial
 * @param family where the users of both arms come from
 * @param schedule when is looked, and what a p-value is held against
 * @param effect by how much the treatment's mean, or ratio, lies above the control's
 * @param truth what the method estimates, where that is not the effect: for a relative lift the
 *     effect over the control's mean
 * @param allocation the treatment's users over the control's, positive
 * @param runs how many experiments, positive
 * @param seed another seed, other random numbers
 */
public record Simulator(
    TestMethod method,
    DataFamily family,
    PeekingSchedule schedule,
    double effect,
    OptionalDouble truth,
    double allocation,
    int runs,
    long seed) {

  /** Runs that one thread does at a stretch; decides how sums are rounded, so it is fixed. */
  private static final int STRETCH = 250;

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Simulator {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(family, "family");
    Objects.requireNonNull(schedule, "schedule");
    Parameters.finite("effect", effect);
    truth.ifPresent(value -> Parameters.finite("truth", value));
    Parameters.positive("allocation", allocation);
    schedule.looks().forEach(look -> checkTreatmentUsers(look.users(), allocation));
    if (runs < 1) {
      throw new IllegalArgumentException("%d runs; it takes at least 1".formatted(runs));
    }
  }

  /** 10,000 runs without an effect, in arms of equal size. */
  public static Simulator of(TestMethod method, DataFamily family, PeekingSchedule schedule) {
    return new Simulator(method, family, schedule, 0, OptionalDouble.empty(), 1, 10_000, 1);
  }

  public Simulator with(TestMethod newMethod) {
    return new Simulator(newMethod, family, schedule, effect, truth, allocation, runs, seed);
  }

  public Simulator with(DataFamily newFamily) {
    return new Simulator(method, newFamily, schedule, effect, truth, allocation, runs, seed);
  }

  public Simulator with(PeekingSchedule newSchedule) {
    return new Simulator(method, family, newSchedule, effect, truth, allocation, runs, seed);
  }

  public Simulator withEffect(double newEffect) {
    return new Simulator(method, family, schedule, newEffect, truth, allocation, runs, seed);
  }

  public Simulator withTruth(double newTruth) {
    return new Simulator(
        method, family, schedule, effect, OptionalDouble.of(newTruth), allocation, runs, seed);
  }

  public Simulator withAllocation(double newAllocation) {
    return new Simulator(method, family, schedule, effect, truth, newAllocation, runs, seed);
  }

  public Simulator withRuns(int newRuns) {
    return new Simulator(method, family, schedule, effect, truth, allocation, newRuns, seed);
  }

  public Simulator withSeed(long newSeed) {
    return new Simulator(method, family, schedule, effect, truth, allocation, runs, newSeed);
  }

  /**
   * Runs all.
   *
   * @throws IllegalArgumentException if the family can't have the effect
   */
  public SimulationResult run() {
    return run(done -> {});
  }

  /**
   * Runs all, and tells how it goes on.
   *
   * @param progress is told how many further runs are done, by any thread
   * @throws IllegalArgumentException if the family can't have the effect
   */
  public SimulationResult run(IntConsumer progress) {
    // What a family refuses is thrown here, by this thread.
    family.draw(new SplittableRandom(seed), 1, effect);
    return IntStream.range(0, 1 + (runs - 1) / STRETCH)
        .parallel()
        .mapToObj(stretch -> stretch(stretch, progress))
        .toList()
        .stream()
        .reduce(Tally::plus)
        .orElseThrow()
        .result();
  }

  private double[] usersAt() {
    return schedule.looks().stream()
        .mapToDouble(look -> (double) look.users() + treatmentUsers(look))
        .toArray();
  }

  long treatmentUsers(PlannedLook look) {
    return Math.round(look.users() * allocation);
  }

  private static void checkTreatmentUsers(long controlUsers, double allocation) {
    double users = controlUsers * allocation;
    if (!(users >= 0.5 && users < Long.MAX_VALUE)) {
      throw new IllegalArgumentException(
          "allocation %s of a look at %d users gives the treatment %s, not 1 to %d"
              .formatted(allocation, controlUsers, users, Long.MAX_VALUE));
    }
  }

  private Tally stretch(int index, IntConsumer progress) {
    int first = index * STRETCH;
    int end = Math.min(runs, first + STRETCH);
    Tally tally = new Tally(truth.orElse(effect), usersAt());
    for (int run = first; run < end; run++) {
      tally.add(new Run(this, run).ending());
    }
    progress.accept(end - first);
    return tally;
  }
}
