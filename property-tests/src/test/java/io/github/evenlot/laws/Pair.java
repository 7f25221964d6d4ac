package io.github.evenlot.laws;

import java.util.stream.DoubleStream;

/**
 * How two draws go together.
 *
 * @param table how many units fall into which tenth of the buckets in the first draw (row) and in
 *     the second (column)
 */
record Pair(int[] table) {

  private static final int PARTS = Draw.TENTHS;

  static Pair of(Draw rows, Draw columns) {
    return of(rows.tenths(), 0, columns.tenths(), 0);
  }

  /** Each unit and the one after it, in one draw. */
  static Pair ofSuccessive(Draw draw) {
    return of(draw.tenths(), 0, draw.tenths(), 1);
  }

  private static Pair of(byte[] rows, int firstRow, byte[] columns, int firstColumn) {
    int[] table = new int[PARTS * PARTS];
    int n = Math.min(rows.length - firstRow, columns.length - firstColumn);
    for (int i = 0; i < n; i++) {
      table[rows[firstRow + i] * PARTS + columns[firstColumn + i]]++;
    }
    return new Pair(table);
  }

  /** The correlation of the numbers of the tenths. */
  double correlation() {
    return Tables.correlation(table, PARTS);
  }

  /** The correlation of the halves: of two experiments that each have two arms of 50 %. */
  double correlationOfHalves() {
    int[] halves = new int[4];
    for (int i = 0; i < table.length; i++) {
      int row = i / PARTS * 2 / PARTS;
      int column = i % PARTS * 2 / PARTS;
      halves[row * 2 + column] += table[i];
    }
    return Tables.correlation(halves, 2);
  }

  /** The least of three p-values: of both correlations, and of the chi-squared of the table. */
  double pValue() {
    double n = Tables.total(table);
    return DoubleStream.of(
            Tables.independence(table, PARTS),
            Tables.noCorrelation(correlation(), n),
            Tables.noCorrelation(correlationOfHalves(), n))
        .min()
        .getAsDouble();
  }
}
