package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/** Drawn value by value: sums of log-normal values have no distribution in closed form. */
record LogNormalFamily(double mu, double sigma) implements DataFamily {

  LogNormalFamily {
    Parameters.finite("mu", mu);
    Parameters.positive("sigma", sigma);
    Parameters.positive("mean exp(mu + sigma²/2)", Math.exp(mu + sigma * sigma / 2));
  }

  double mean() {
    return Math.exp(mu + sigma * sigma / 2);
  }

  @Override
  public Moments draw(RandomGenerator random, long users, double effect) {
    double moved = mean() + effect;
    Parameters.positive("mean with its effect", moved);
    return drawScaled(random, users, moved / mean());
  }

  Moments drawScaled(RandomGenerator random, long users, double factor) {
    double scaledMu = mu + Math.log(factor);
    RunningMoments all = new RunningMoments();
    for (long i = 0; i < users; i++) {
      all.add(Math.exp(scaledMu + sigma * random.nextGaussian()));
    }
    return all.moments();
  }
}
