package io.github.evenlot.inference;

/**
 * A p-value, with its natural logarithm for those below the range of a double: {@code value} is
 * then 0 and {@code log} still exact.
 *
 * @param value in [0, 1]
 * @param log ln p, at most 0; −∞ only where p is truly 0
 */
public record PValue(double value, double log) {

  /** Nothing speaks against the null hypothesis. */
  public static final PValue ONE = new PValue(1, 0);

  /**
   * @throws IllegalArgumentException if {@code value} is outside [0, 1] or {@code log} above 0
   */
  public PValue {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("p-value %s is outside 0..1".formatted(value));
    }
    if (!(log <= 0)) {
      throw new IllegalArgumentException("logarithm %s of a p-value is above 0".formatted(log));
    }
  }

  /**
   * A p-value whose logarithm is that of the double.
   *
   * @throws IllegalArgumentException if it is outside [0, 1]
   */
  public static PValue of(double value) {
    return new PValue(value, Math.log(value));
  }

  /**
   * The p-value with this logarithm.
   *
   * @throws IllegalArgumentException if it is above 0
   */
  public static PValue ofLog(double log) {
    return new PValue(Math.exp(log), log);
  }

  /** The larger of two p-values: both null hypotheses have to be rejected. */
  public PValue max(PValue other) {
    return log >= other.log ? this : other;
  }
}
