package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/** Drawn user by user: first the denominator, then the sum of as many values. */
record RatioFamily(double ratio, double standardDeviation, double denominator)
    implements DataFamily {

  RatioFamily {
    Parameters.finite("ratio", ratio);
    Parameters.positive("standard deviation", standardDeviation);
    Parameters.between("denominator", denominator, 1, Double.POSITIVE_INFINITY);
  }

  @Override
  public Moments draw(RandomGenerator random, long users, double effect) {
    double logRest = Math.log1p(-1 / denominator);
    RunningMoments all = new RunningMoments();
    for (long i = 0; i < users; i++) {
      // The geometric distribution by inversion; 1 − U is never 0.
      double x = 1 + Math.floor(Math.log1p(-random.nextDouble()) / logRest);
      double noise = standardDeviation * Math.sqrt(x) * random.nextGaussian();
      all.add((ratio + effect) * x + noise, x);
    }
    return all.moments();
  }
}
