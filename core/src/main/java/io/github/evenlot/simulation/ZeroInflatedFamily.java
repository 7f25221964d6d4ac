package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/** The number of users with an amount is binomial; only their amounts are drawn. */
record ZeroInflatedFamily(double rate, LogNormalFamily amounts) implements DataFamily {

  ZeroInflatedFamily {
    Parameters.between("rate", rate, 0, 1);
  }

  @Override
  public Moments draw(RandomGenerator random, long users, double effect) {
    double moved = rate + effect / amounts.mean();
    Parameters.between("rate with its effect", moved, 0, 1);
    long paying = Binomial.draw(random, users, moved);
    return Moments.of(users - paying, 0, 0).plus(amounts.drawScaled(random, paying, 1));
  }
}
