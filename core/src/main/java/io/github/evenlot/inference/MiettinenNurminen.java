package io.github.evenlot.inference;

import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * The upper score bound for a difference of proportions: the δ above the estimate d at which (δ −
 * d)² = z² V(δ) N/(N − 1), with the variance V at the likeliest rates whose difference is δ
 * (Miettinen and Nurminen 1985, Comparative analysis of two rates).
 */
record MiettinenNurminen(Proportion treatment, Proportion control) {

  private static final int MAX_STEPS = 200;
  private static final double RELATIVE_ACCURACY = 4e-16;

  /** From the estimate up to the bound. */
  double upperDistance(double z) {
    double room = treatment.complement() + control.rate();
    if (room == 0) {
      return 0;
    }
    double units = (double) treatment.units() + control.units();
    // Above 0, which is a false root where both rates are 0 or 1, and always below the true one.
    double below = room * z * z / (4 * (units + z * z));
    double scaled = z * Math.sqrt(units / (units - 1));
    return new BrentSolver(RELATIVE_ACCURACY, Double.MIN_NORMAL, 0)
        .solve(MAX_STEPS, distance -> distance - scaled * error(distance), below, room);
  }

  /** √V where δ is the estimate plus a distance. */
  private double error(double distance) {
    double delta = treatment.minus(control) + distance;
    double rate = controlRate(delta);
    double other = rate + delta;
    double squared = other * (1 - other) / treatment.units() + rate * (1 - rate) / control.units();
    return Math.sqrt(Math.max(0, squared));
  }

  /** The likeliest rate of the control where that of the treatment is higher by δ. */
  private double controlRate(double delta) {
    double low = Math.max(0, -delta);
    double high = Math.min(1, 1 - delta);
    double rate = (low + high) / 2;
    for (int i = 0; i < MAX_STEPS && low < high; i++) {
      double score = score(rate, delta);
      if (score > 0) {
        low = rate;
      } else {
        high = rate;
      }
      double newton = rate + score / information(rate, delta);
      double next = newton > low && newton < high ? newton : (low + high) / 2;
      if (Math.abs(next - rate) <= RELATIVE_ACCURACY * rate) {
        return next;
      }
      rate = next;
    }
    return rate;
  }

  /** The derivative of the log-likelihood, which falls. */
  private double score(double rate, double delta) {
    return slope(treatment, rate + delta) + slope(control, rate);
  }

  private static double slope(Proportion proportion, double rate) {
    return proportion.converted() / rate
        - (proportion.units() - proportion.converted()) / (1 - rate);
  }

  /** Less the derivative of the score. */
  private double information(double rate, double delta) {
    return curvature(treatment, rate + delta) + curvature(control, rate);
  }

  private static double curvature(Proportion proportion, double rate) {
    return proportion.converted() / rate / rate
        + (proportion.units() - proportion.converted()) / ((1 - rate) * (1 - rate));
  }
}
