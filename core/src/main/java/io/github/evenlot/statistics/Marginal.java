package io.github.evenlot.statistics;

/**
 * Mean and variance of one variable over units.
 *
 * <p>Means of two arms are often equal in all but their last digits, so the mean carries what
 * rounding took from it: {@code mean + residual} is the exact mean to about 32 digits.
 *
 * @param mean the mean, in units; 0 over no units
 * @param residual the exact mean less {@code mean}; 0 where the exact mean is not known
 * @param variance the sample variance, divided by n − 1, in squared units; 0 over fewer than two
 *     units. Negative where the sums it was made from contradict each other, for test methods to
 *     report
 */
public record Marginal(double mean, double residual, double variance) {

  /** Of a variable that is always zero, or that is not there. */
  public static final Marginal ZERO = new Marginal(0, 0, 0);

  /**
   * @throws IllegalArgumentException if a number is NaN or infinite
   */
  public Marginal {
    Finite.check("mean", mean);
    Finite.check("residual", residual);
    Finite.check("variance", variance);
  }

  /**
   * With a mean that is not known beyond its double.
   *
   * @throws IllegalArgumentException if a number is NaN or infinite
   */
  public static Marginal of(double mean, double variance) {
    return new Marginal(mean, 0, variance);
  }

  /** This mean less the other, in about twice the precision of a double, rounded at the end. */
  public double minus(Marginal other) {
    double difference = mean - other.mean;
    double lost = lost(mean, -other.mean, difference);
    return difference + (lost + (residual - other.residual));
  }

  /**
   * With a mean moved by an amount, in about twice the precision of a double.
   *
   * @throws IllegalArgumentException if the mean leaves the range of a double
   */
  public Marginal shifted(double amount) {
    double sum = mean + amount;
    return new Marginal(sum, lost(mean, amount, sum) + residual, variance);
  }

  /** What rounding took from a + b to make {@code sum} of it: Knuth's TwoSum. */
  private static double lost(double a, double b, double sum) {
    double bRounded = sum - a;
    return (a - (sum - bRounded)) + (b - bRounded);
  }

  /**
   * Of {@code n} units of this and {@code m} of the other together (Chan, Golub and LeVeque 1979,
   * Updating formulae and a pairwise algorithm for computing sample variances).
   */
  Marginal merge(long n, Marginal other, long m) {
    double total = (double) n + m;
    double delta = other.minus(this);
    double squares =
        (n - 1) * variance + (m - 1) * other.variance + delta * delta * (n / total) * m;
    return of(mean + delta * (m / total), squares / (total - 1));
  }
}
