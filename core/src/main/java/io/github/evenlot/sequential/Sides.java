package io.github.evenlot.sequential;

/** On which sides a design may reject, and how the type I error is shared between them. */
public enum Sides {

  /** Only z at or above the boundary rejects; all of alpha is spent there. */
  ONE_SIDED(1) {
    @Override
    double spentPerSide(SpendingFunction spending, double alpha, double information) {
      return spending.spent(alpha, information);
    }
  },

  /** Each side is a one-sided design that spends alpha/2. */
  TWO_SIDED(2) {
    @Override
    double spentPerSide(SpendingFunction spending, double alpha, double information) {
      return spending.spent(alpha / 2, information);
    }
  },

  /**
   * The spending function of the whole alpha is halved at each look. The same as {@link #TWO_SIDED}
   * for functions that are proportional to alpha, a little less strict early for {@link
   * SpendingFunction#obrienFleming}.
   */
  TWO_SIDED_TOTAL_SPEND(2) {
    @Override
    double spentPerSide(SpendingFunction spending, double alpha, double information) {
      return spending.spent(alpha, information) / 2;
    }
  };

  private final int count;

  Sides(int count) {
    this.count = count;
  }

  /** 1 or 2. */
  public int count() {
    return count;
  }

  /** What is held against the boundary: z, or |z| where both sides reject. */
  double extremeness(double z) {
    return count == 1 ? z : Math.abs(z);
  }

  /** The end of the continuation region opposite to {@code upper}. */
  double opposite(double upper) {
    return count == 1 ? Double.NEGATIVE_INFINITY : -upper;
  }

  abstract double spentPerSide(SpendingFunction spending, double alpha, double information);
}
