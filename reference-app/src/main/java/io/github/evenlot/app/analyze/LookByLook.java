package io.github.evenlot.app.analyze;

import io.github.evenlot.inference.Tested;
import io.github.evenlot.inference.WelchTTest;
import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.LookReport;
import io.github.evenlot.sequential.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A sequential test over the checkpoints of a study, one after the other as they came.
 *
 * <p>Information is the number of units. What was planned is not in the data: it is taken to be the
 * greatest number of units at any checkpoint, so the last look has information 1.
 */
final class LookByLook {

  /** O'Brien-Fleming type spending, two-sided, 5 percent. */
  static final GroupSequentialDesign DESIGN = GroupSequentialDesign.withDefaults();

  private static final double CONFIDENCE = 0.95;
  private static final WelchTTest TEST = WelchTTest.withDefaults();

  private final List<InterimLook> taken = new ArrayList<>();
  private int untestable;
  private int withoutGrowth;

  private LookByLook() {}

  static Looks of(Study study) {
    LookByLook looks = new LookByLook();
    long planned =
        study.checkpoints().stream()
            .filter(each -> tested(each).isPresent())
            .mapToLong(Checkpoint::total)
            .max()
            .orElse(0);
    study.checkpoints().forEach(each -> looks.add(each, planned));
    return looks.looks();
  }

  private void add(Checkpoint checkpoint, long planned) {
    Optional<Tested> test = tested(checkpoint);
    double information = (double) checkpoint.total() / planned;
    if (test.isEmpty()) {
      untestable++;
    } else if (information > informationSoFar()) {
      taken.add(new InterimLook(checkpoint, information, z(test.get()), test.get()));
    } else {
      withoutGrowth++;
    }
  }

  private static Optional<Tested> tested(Checkpoint checkpoint) {
    return checkpoint.moments().isEmpty()
        ? Optional.empty()
        : Optional.of(TEST.test(checkpoint.moments()))
            .filter(Tested.class::isInstance)
            .map(Tested.class::cast);
  }

  private double informationSoFar() {
    return taken.isEmpty() ? 0 : taken.get(taken.size() - 1).information();
  }

  private static double z(Tested test) {
    double size = NormalTail.quantileOfLog(test.logPValue() - Math.log(2));
    return Math.copySign(size, test.statistic());
  }

  private Looks looks() {
    return new Looks(taken, untestable, withoutGrowth, naive(), report());
  }

  private Optional<Integer> naive() {
    for (int i = 0; i < taken.size(); i++) {
      if (taken.get(i).test().pValue() < DESIGN.alpha()) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  private Optional<LookReport> report() {
    Monitor monitor = Monitor.of(DESIGN);
    for (InterimLook look : taken) {
      monitor = monitor.look(look.information(), look.z());
    }
    return taken.isEmpty() ? Optional.empty() : Optional.of(monitor.report(CONFIDENCE));
  }
}
