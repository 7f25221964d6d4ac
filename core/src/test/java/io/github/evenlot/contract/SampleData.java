package io.github.evenlot.contract;

import io.github.evenlot.statistics.ExactMoments;
import io.github.evenlot.statistics.Moments;
import java.util.Random;

/** Where the units of the contract's experiments come from. */
public enum SampleData {
  /** Normal with mean 10 and standard deviation 2. */
  MEASUREMENTS {
    @Override
    ExactMoments unit(Random random, double effect) {
      return moments(10 + effect + 2 * random.nextGaussian(), 0, 0);
    }
  },
  /** 1 with probability 0.3, else 0. */
  CONVERSIONS {
    @Override
    ExactMoments unit(Random random, double effect) {
      return moments(random.nextDouble() < 0.3 + effect ? 1 : 0, 0, 0);
    }
  },
  /** Of 1 to 5 requests a unit, 3 each, with noise. */
  RATIOS {
    @Override
    ExactMoments unit(Random random, double effect) {
      int requests = 1 + random.nextInt(5);
      return moments(requests * (3 + effect) + random.nextGaussian(), requests, 0);
    }
  },
  /** Like the measurements, four fifths of a covariate of mean 5 in them. */
  COVARIATES {
    @Override
    ExactMoments unit(Random random, double effect) {
      double covariate = 5 + 2 * random.nextGaussian();
      return moments(10 + effect + 0.8 * covariate + random.nextGaussian(), 0, covariate);
    }
  };

  private static final double MILLION = 1e6;

  /** The exact moments of {@code n} units whose mean or ratio is moved by {@code effect}. */
  public ExactMoments units(Random random, int n, double effect) {
    ExactMoments sum = ExactMoments.ZERO;
    for (int i = 0; i < n; i++) {
      sum = sum.plus(unit(random, effect));
    }
    return sum;
  }

  /** An arm of {@code n} units whose mean or ratio is moved by {@code effect}. */
  public Moments arm(Random random, int n, double effect) {
    return Moments.of(units(random, n, effect));
  }

  abstract ExactMoments unit(Random random, double effect);

  private static ExactMoments moments(double y, double x, double c) {
    return ExactMoments.ofUnit(millionths(y), millionths(x), millionths(c));
  }

  private static long millionths(double value) {
    return Math.round(value * MILLION);
  }
}
