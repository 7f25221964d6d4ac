package io.github.evenlot.simulation;

import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** One experiment of a simulation. */
final class Run {

  private final Simulator simulator;
  private final RandomGenerator random;
  private Moments control = Moments.EMPTY;
  private Moments treatment = Moments.EMPTY;

  Run(Simulator simulator, int number) {
    this.simulator = simulator;
    this.random = stream(simulator.seed(), number);
  }

  /**
   * Each run begins elsewhere in one sequence of 2⁶⁴ numbers, at places that its own mixing made
   * look random: of 10⁵ runs of 10⁵ draws, two share a piece with a probability of 5 · 10⁻⁵.
   */
  private static RandomGenerator stream(long seed, int number) {
    long mixed = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(new SplittableRandom(mixed + number).nextLong());
  }

  Ending ending() {
    List<PlannedLook> looks = simulator.schedule().looks();
    for (int i = 0; i < looks.size() - 1; i++) {
      TestResult result = resultAt(looks.get(i));
      if (stops(looks.get(i), result)) {
        return ending(i, result);
      }
    }
    int last = looks.size() - 1;
    return ending(last, resultAt(looks.get(last)));
  }

  private Ending ending(int look, TestResult result) {
    boolean rejected =
        result instanceof Tested tested
            && simulator.schedule().looks().get(look).rejects(tested.pValue());
    return new Ending(look, rejected, result);
  }

  private static boolean stops(PlannedLook look, TestResult result) {
    return result instanceof Tested tested
        && (look.rejects(tested.pValue()) || look.isFutile(tested.pValue()));
  }

  private TestResult resultAt(PlannedLook look) {
    control = grown(control, look.users(), 0);
    treatment = grown(treatment, simulator.treatmentUsers(look), simulator.effect());
    return simulator.method().test(control, treatment);
  }

  private Moments grown(Moments arm, long users, double effect) {
    long further = users - arm.n();
    return further == 0 ? arm : arm.plus(simulator.family().draw(random, further, effect));
  }
}
