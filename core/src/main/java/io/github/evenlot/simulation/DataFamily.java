package io.github.evenlot.simulation;

import io.github.evenlot.statistics.Moments;
import java.util.random.RandomGenerator;

/**
 * Where the users of a simulation come from.
 *
 * <p>A family of one's own is a lambda, or one of values through {@link #ofValues}. It has to be a
 * function of its arguments and of what it takes from {@code random}: many threads ask it at the
 * same time.
 */
@FunctionalInterface
public interface DataFamily {

  /**
   * The moments of further users of an arm. Those of users who came before are added by {@link
   * Moments#plus}.
   *
   * @param random the only source of chance
   * @param users how many; at least 1
   * @param effect by how much the arm's mean, or ratio, lies above the control's; 0 for the control
   * @throws IllegalArgumentException if the family can't have this effect
   */
  Moments draw(RandomGenerator random, long users, double effect);

  /**
   * Normal values; the effect is added to each. Drawn as mean and variance, whatever the number of
   * users.
   *
   * @throws IllegalArgumentException if {@code standardDeviation} is not positive and finite
   */
  static DataFamily normal(double mean, double standardDeviation) {
    return new NormalFamily(mean, standardDeviation);
  }

  /**
   * 1 with probability {@code rate} + effect, else 0. Drawn as one count, whatever the number of
   * users.
   *
   * @throws IllegalArgumentException if {@code rate} is outside (0, 1)
   */
  static DataFamily bernoulli(double rate) {
    return new BernoulliFamily(rate);
  }

  /**
   * Values whose logarithm is normal, as durations and amounts often are. The effect multiplies
   * every value, so that the mean exp({@code mu} + {@code sigma}²/2) is moved by it.
   *
   * @param mu the mean of the logarithm
   * @param sigma the standard deviation of the logarithm, positive
   * @throws IllegalArgumentException if a parameter is out of range
   */
  static DataFamily logNormal(double mu, double sigma) {
    return new LogNormalFamily(mu, sigma);
  }

  /**
   * Nothing of most users and log-normal amounts of the others, as revenue is. The effect
   * multiplies the share of those others, so that the mean is moved by it.
   *
   * @param rate the share of users with an amount, in (0, 1)
   * @param mu the mean of the amounts' logarithm
   * @param sigma the standard deviation of the amounts' logarithm, positive
   * @throws IllegalArgumentException if a parameter is out of range
   */
  static DataFamily zeroInflated(double rate, double mu, double sigma) {
    return new ZeroInflatedFamily(rate, new LogNormalFamily(mu, sigma));
  }

  /**
   * Normal values with a covariate of the same mean and standard deviation, the metric before the
   * exposure. The effect is added to the values, not to the covariate. Drawn as moments, whatever
   * the number of users.
   *
   * @param correlation of value and covariate, in (−1, 1)
   * @throws IllegalArgumentException if a parameter is out of range
   */
  static DataFamily correlated(double mean, double standardDeviation, double correlation) {
    return new CorrelatedFamily(new NormalFamily(mean, standardDeviation), correlation);
  }

  /**
   * A metric over a denominator, as time over visits: the denominator of a user is geometric from 1
   * on, the metric the sum of as many independent normal values of mean {@code ratio} + effect.
   *
   * @param ratio of the sums of metric and denominator
   * @param standardDeviation of the values that are summed, positive
   * @param denominator the mean of the denominator, above 1
   * @throws IllegalArgumentException if a parameter is out of range
   */
  static DataFamily ratio(double ratio, double standardDeviation, double denominator) {
    return new RatioFamily(ratio, standardDeviation, denominator);
  }

  /** Of values that are drawn one user at a time. */
  static DataFamily ofValues(ValueSampler values) {
    return (random, users, effect) -> {
      RunningMoments all = new RunningMoments();
      for (long i = 0; i < users; i++) {
        all.add(values.next(random, effect));
      }
      return all.moments();
    };
  }
}
