package io.github.evenlot.laws;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Counts against what chance would make of them, by commons-math3: not by what is tested. */
final class Tables {

  private Tables() {}

  /** The p-value of Pearson's chi-squared for cells that should be equally likely. */
  static double uniformity(int[] cells) {
    double expected = total(cells) / cells.length;
    double statistic = 0;
    for (int cell : cells) {
      statistic += (cell - expected) * (cell - expected) / expected;
    }
    return survival(statistic, cells.length - 1);
  }

  /** The p-value of Pearson's chi-squared for independence of rows and columns. */
  static double independence(int[] cells, int columns) {
    int rows = cells.length / columns;
    double[] row = new double[rows];
    double[] column = new double[columns];
    for (int i = 0; i < cells.length; i++) {
      row[i / columns] += cells[i];
      column[i % columns] += cells[i];
    }
    double statistic = 0;
    for (int i = 0; i < cells.length; i++) {
      double expected = row[i / columns] * column[i % columns] / total(cells);
      statistic += (cells[i] - expected) * (cells[i] - expected) / expected;
    }
    return survival(statistic, (rows - 1) * (columns - 1));
  }

  /** The correlation of row and column number of a square table. */
  static double correlation(int[] cells, int columns) {
    double n = total(cells);
    double x = 0;
    double y = 0;
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < cells.length; i++) {
      int row = i / columns;
      int column = i % columns;
      x += (double) cells[i] * row;
      y += (double) cells[i] * column;
      xx += (double) cells[i] * row * row;
      yy += (double) cells[i] * column * column;
      xy += (double) cells[i] * row * column;
    }
    return (n * xy - x * y) / Math.sqrt((n * xx - x * x) * (n * yy - y * y));
  }

  /** The two-sided p-value of a correlation of {@code n} pairs that are independent. */
  static double noCorrelation(double correlation, double n) {
    return 2
        * new NormalDistribution(null, 0, 1)
            .cumulativeProbability(-Math.abs(correlation) * Math.sqrt(n));
  }

  /** The chance that a two-sided test alarms where its statistic is off by so many errors. */
  static double power(double standardErrors, double alarm) {
    NormalDistribution normal = new NormalDistribution(null, 0, 1);
    double critical = normal.inverseCumulativeProbability(1 - alarm / 2);
    return normal.cumulativeProbability(standardErrors - critical)
        + normal.cumulativeProbability(-standardErrors - critical);
  }

  static double total(int[] cells) {
    long sum = 0;
    for (int cell : cells) {
      sum += cell;
    }
    return sum;
  }

  private static double survival(double statistic, int degrees) {
    return 1 - new ChiSquaredDistribution(null, degrees).cumulativeProbability(statistic);
  }
}
