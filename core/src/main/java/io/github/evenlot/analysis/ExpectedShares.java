package io.github.evenlot.analysis;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Experiment;
import java.util.ArrayList;
import java.util.List;

/** Which share of all units each arm should have. */
final class ExpectedShares {

  private ExpectedShares() {}

  /**
   * The shares of the buckets that the arms really have, over the epochs as many units came in
   * them; without units those of the epoch in force.
   *
   * @param units of each epoch those of each arm
   */
  static List<Double> of(Experiment experiment, List<List<Long>> units) {
    double all = units.stream().flatMap(List::stream).mapToLong(Long::longValue).sum();
    List<Double> shares = new ArrayList<>();
    for (int arm = 0; arm < experiment.variants().size(); arm++) {
      double share = all == 0 ? share(experiment, experiment.allocation(), arm) : 0;
      for (int epoch = 0; epoch < units.size() && all > 0; epoch++) {
        double weight = units.get(epoch).stream().mapToLong(Long::longValue).sum() / all;
        share += weight * share(experiment, experiment.epochs().get(epoch).allocation(), arm);
      }
      shares.add(share);
    }
    return shares;
  }

  private static double share(Experiment experiment, Allocation allocation, int arm) {
    double allocated =
        experiment.variants().stream().mapToInt(v -> allocation.bucketsOf(v.id())).sum();
    int buckets = allocation.bucketsOf(experiment.variants().get(arm).id());
    return allocated == 0 ? 0 : buckets / allocated;
  }
}
