package io.github.evenlot.internal;

/** The density of Student's t distribution. */
final class StudentDensity {

  /** From here on the series of {@link #gammaRatio} has full precision. */
  private static final double LARGE = 60;

  private StudentDensity() {}

  static double of(double t, double nu) {
    return scale(nu) * Math.exp(-(nu + 1) / 2 * logOnePlus(t, nu));
  }

  static double logOf(double t, double nu) {
    return Math.log(scale(nu)) - (nu + 1) / 2 * logOnePlus(t, nu);
  }

  /** The density at 0. */
  private static double scale(double nu) {
    return gammaRatio(nu) / Math.sqrt(nu * Math.PI);
  }

  /** ln(1 + t²/ν), also where t² overflows. */
  private static double logOnePlus(double t, double nu) {
    return t > 1e150 ? 2 * Math.log(t) - Math.log(nu) : Math.log1p(t * t / nu);
  }

  /** Γ((ν+1)/2)/Γ(ν/2), moved up to large ν by Γ(x+1) = x Γ(x). */
  private static double gammaRatio(double nu) {
    double large = nu;
    double above = 1;
    double below = 1;
    for (; large < LARGE; large += 2) {
      above *= large;
      below *= large + 1;
    }
    return above / below * Math.sqrt(large / 2) * ratioSeries(1 / large);
  }

  /** Γ((ν+1)/2)/(Γ(ν/2) √(ν/2)) in powers of u = 1/ν (Tricomi and Erdélyi 1951). */
  private static double ratioSeries(double u) {
    double high = -399 / 8192.0 + u * (869 / 65536.0 + u * (39325 / 262144.0));
    double low = 1 / 32.0 + u * (5 / 128.0 + u * (-21 / 2048.0 + u * high));
    return 1 + u * (-1 / 4.0 + u * low);
  }
}
