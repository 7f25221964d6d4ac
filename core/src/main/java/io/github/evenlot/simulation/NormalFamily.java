package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/**
 * Of m normal values the mean is normal with variance σ²/m, and the sample variance independent of
 * it as σ²·χ²/(m − 1) with m − 1 degrees of freedom (Fisher 1925).
 */
record NormalFamily(double mean, double standardDeviation) implements DataFamily {

  NormalFamily {
    Parameters.finite("mean", mean);
    Parameters.positive("standard deviation", standardDeviation);
  }

  @Override
  public Moments draw(RandomGenerator random, long users, double effect) {
    double error = standardDeviation / Math.sqrt(users);
    double drawn = mean + effect + error * random.nextGaussian();
    return Moments.of(users, drawn, users == 1 ? 0 : variance(random, users - 1));
  }

  double variance(RandomGenerator random, long degrees) {
    return standardDeviation * standardDeviation * ChiSquared.draw(random, degrees) / degrees;
  }
}
