package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Classical boundaries for a planned number of equally spaced looks: z_k = C·(k/K)^(Δ−½). Δ = 0 is
 * O'Brien and Fleming's (1979, Biometrics 35, 549-556), Δ = ½ Pocock's (1977, Biometrika 64,
 * 191-199), those between are Wang and Tsiatis' (1987, Biometrics 43, 193-199).
 *
 * <p>The number of looks and their times have to be kept; a {@link GroupSequentialDesign} is free
 * in both.
 *
 * @param delta Δ, in [−1, 1]
 * @param looks K, from 1 to 1000
 * @param alpha the type I error rate over all sides and looks, in (0, ½)
 * @param sides on which sides it rejects
 */
public record WangTsiatis(double delta, int looks, double alpha, Sides sides) {

  private static final int MOST_LOOKS = 1000;
  private static final double ACCURACY = 1e-15;
  private static final int ORDER = 5;
  private static final int MAX_EVALUATIONS = 100;

  /**
   * @throws IllegalArgumentException if an argument is out of range
   */
  public WangTsiatis {
    Objects.requireNonNull(sides, "sides");
    if (!(Math.abs(delta) <= 1)) {
      throw new IllegalArgumentException("delta " + delta + " is outside [-1, 1]");
    }
    if (looks < 1 || looks > MOST_LOOKS) {
      throw new IllegalArgumentException("%d looks, not 1 to %d".formatted(looks, MOST_LOOKS));
    }
    if (!(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException("alpha " + alpha + " is outside (0, 0.5)");
    }
  }

  /** Two-sided 5 percent: z_k = C·√(K/k). */
  public static WangTsiatis obrienFleming(int looks) {
    return new WangTsiatis(0, looks, 0.05, Sides.TWO_SIDED);
  }

  /** Two-sided 5 percent: the same boundary at all looks. */
  public static WangTsiatis pocock(int looks) {
    return new WangTsiatis(0.5, looks, 0.05, Sides.TWO_SIDED);
  }

  /**
   * The same with another type I error rate.
   *
   * @throws IllegalArgumentException if it is outside (0, ½)
   */
  public WangTsiatis withAlpha(double newAlpha) {
    return new WangTsiatis(delta, looks, newAlpha, sides);
  }

  /** The same on other sides. */
  public WangTsiatis withSides(Sides newSides) {
    return new WangTsiatis(delta, looks, alpha, newSides);
  }

  /** C, the boundary at the last look. */
  public double constant() {
    double alone = criticalValue(alpha);
    return looks == 1 ? alone : search(alone, criticalValue(alpha / looks) / Math.min(1, shape(1)));
  }

  /** The boundaries of all looks, with the type I error spent at each. */
  public List<LookBoundary> boundaries() {
    double constant = constant();
    double[] spent = crossings(constant).stream().mapToDouble(Crossing::upper).toArray();
    Arrays.parallelPrefix(spent, Double::sum);
    return IntStream.rangeClosed(1, looks)
        .mapToObj(k -> boundary(k, constant * shape(k), spent[k - 1]))
        .toList();
  }

  /**
   * The boundary of one look.
   *
   * @param look 1 for the first
   * @throws IllegalArgumentException if there is no such look
   */
  public LookBoundary boundary(int look) {
    if (look < 1 || look > looks) {
      throw new IllegalArgumentException(
          "look %d is not one of the %d planned".formatted(look, looks));
    }
    return boundaries().get(look - 1);
  }

  /** What the boundaries do under a drift. */
  public StoppingBoundaries stoppingBoundaries() {
    return StoppingBoundaries.of(boundaries(), sides);
  }

  /**
   * From below, where the last look alone would spend alpha, to above, where no look spends more
   * than its share.
   */
  private double search(double below, double above) {
    double perSide = alpha / sides.count();
    return new BracketingNthOrderBrentSolver(ACCURACY, ACCURACY, ACCURACY * perSide, ORDER)
        .solve(
            MAX_EVALUATIONS,
            c -> crossings(c).stream().mapToDouble(Crossing::upper).sum() - perSide,
            below,
            above);
  }

  private List<Crossing> crossings(double constant) {
    StoppingBoundaries all = StoppingBoundaries.NONE;
    for (int k = 1; k <= looks; k++) {
      double z = constant * shape(k);
      all = all.plus(information(k), sides.opposite(z), z);
    }
    return all.crossings(0);
  }

  private LookBoundary boundary(int look, double z, double spentPerSide) {
    return new LookBoundary(
        information(look),
        z,
        Double.NEGATIVE_INFINITY,
        sides.count() * NormalTail.survival(z),
        sides.count() * spentPerSide);
  }

  private double criticalValue(double level) {
    return NormalTail.quantile(level / sides.count());
  }

  private double information(int look) {
    return look / (double) looks;
  }

  private double shape(int look) {
    return Math.pow(information(look), delta - 0.5);
  }
}
