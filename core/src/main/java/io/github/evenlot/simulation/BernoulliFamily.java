package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/** Of 0 and 1 the count of ones says everything. */
record BernoulliFamily(double rate) implements DataFamily {

  BernoulliFamily {
    Parameters.between("rate", rate, 0, 1);
  }

  @Override
  public Moments draw(RandomGenerator random, long users, double effect) {
    double moved = rate + effect;
    Parameters.between("rate with its effect", moved, 0, 1);
    double ones = Binomial.draw(random, users, moved);
    double variance = users == 1 ? 0 : ones * ((users - ones) / users) / (users - 1);
    return Moments.of(users, ones / users, variance);
  }
}
