package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/**
 * Means of two correlated normals, and their sums of squares and products from the Wishart
 * distribution by the decomposition of Bartlett (1933): of independent standard values they are a²,
 * ab and b² + c² with a² and c² chi-squared of m − 1 and m − 2 degrees of freedom, and b standard
 * normal.
 */
record CorrelatedFamily(NormalFamily marginal, double correlation) implements DataFamily {

  CorrelatedFamily {
    Parameters.between("correlation", correlation, -1, 1);
  }

  /** What is left of the metric's standard deviation where the covariate is known. */
  private double rest() {
    return Math.sqrt((1 - correlation) * (1 + correlation));
  }

  @Override
  public Moments draw(RandomGenerator random, long users, double effect) {
    double error = marginal.standardDeviation() / Math.sqrt(users);
    double first = random.nextGaussian();
    double second = random.nextGaussian();
    double covariate = marginal.mean() + error * first;
    double metric = marginal.mean() + effect + error * (correlation * first + rest() * second);
    return users == 1
        ? Moments.of(1, metric, 0).withCovariate(covariate, 0, 0)
        : spread(random, users, metric, covariate);
  }

  private Moments spread(RandomGenerator random, long users, double metric, double covariate) {
    double a = Math.sqrt(ChiSquared.draw(random, users - 1));
    double b = random.nextGaussian();
    double c = users == 2 ? 0 : Math.sqrt(ChiSquared.draw(random, users - 2));
    double along = correlation * a + rest() * b;
    double across = rest() * c;
    double unit = marginal.standardDeviation() * marginal.standardDeviation() / (users - 1);
    return Moments.of(users, metric, unit * (along * along + across * across))
        .withCovariate(covariate, unit * a * a, unit * a * along);
  }
}
