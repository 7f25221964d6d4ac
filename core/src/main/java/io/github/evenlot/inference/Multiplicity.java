package io.github.evenlot.inference;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Adjustments of p-values for testing several hypotheses at once: an adjusted p-value below α
 * rejects at the level α of the whole family.
 */
public enum Multiplicity {
  /** m·p. Controls the family-wise error rate under any dependence. */
  BONFERRONI("bonferroni") {
    @Override
    double factor(int rank, int count) {
      return count;
    }
  },
  /** Step-down Bonferroni (Holm 1979): as safe, more powerful. */
  HOLM("holm") {
    @Override
    double factor(int rank, int count) {
      return count - rank + 1;
    }

    @Override
    void makeMonotone(double[] sorted) {
      Arrays.parallelPrefix(sorted, Math::max);
    }
  },
  /** Step-up (Hochberg 1988): the family-wise error rate of independent or positive p-values. */
  HOCHBERG("hochberg") {
    @Override
    double factor(int rank, int count) {
      return count - rank + 1;
    }

    @Override
    void makeMonotone(double[] sorted) {
      minimumFromRight(sorted);
    }
  },
  /** The false discovery rate of independent or positive p-values (Benjamini-Hochberg 1995). */
  BENJAMINI_HOCHBERG("bh") {
    @Override
    double factor(int rank, int count) {
      return (double) count / rank;
    }

    @Override
    void makeMonotone(double[] sorted) {
      minimumFromRight(sorted);
    }
  },
  /** The false discovery rate under any dependence (Benjamini-Yekutieli 2001). */
  BENJAMINI_YEKUTIELI("by") {
    @Override
    double factor(int rank, int count) {
      double harmonic = IntStream.rangeClosed(1, count).mapToDouble(i -> 1.0 / i).sum();
      return count * harmonic / rank;
    }

    @Override
    void makeMonotone(double[] sorted) {
      minimumFromRight(sorted);
    }
  };

  private final String id;

  Multiplicity(String id) {
    this.id = id;
  }

  /** The name on the command line. */
  public String id() {
    return id;
  }

  /**
   * The adjustment with this id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Multiplicity byId(String id) {
    return Choices.byId("adjustment", List.of(values()), Multiplicity::id, id);
  }

  /**
   * Adjusts p-values.
   *
   * @param pValues in any order
   * @return the adjusted p-values in the same order, each in [0, 1]
   * @throws IllegalArgumentException if one is outside [0, 1]
   */
  public List<Double> adjust(List<Double> pValues) {
    pValues.forEach(PValue::of);
    int count = pValues.size();
    List<Integer> order =
        IntStream.range(0, count).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    double[] sorted = new double[count];
    for (int i = 0; i < count; i++) {
      sorted[i] = Math.min(1, factor(i + 1, count) * pValues.get(order.get(i)));
    }
    makeMonotone(sorted);
    return inOriginalOrder(sorted, order);
  }

  /** By what the p-value of this rank, 1 for the smallest, is multiplied. */
  abstract double factor(int rank, int count);

  /** Keeps a larger p-value from being adjusted to less than a smaller one. */
  void makeMonotone(double[] sorted) {}

  private static void minimumFromRight(double[] sorted) {
    for (int i = sorted.length - 2; i >= 0; i--) {
      sorted[i] = Math.min(sorted[i], sorted[i + 1]);
    }
  }

  private static List<Double> inOriginalOrder(double[] sorted, List<Integer> order) {
    double[] original = new double[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      original[order.get(i)] = sorted[i];
    }
    return DoubleStream.of(original).boxed().toList();
  }
}
