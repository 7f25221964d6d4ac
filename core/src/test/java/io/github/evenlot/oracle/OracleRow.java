package io.github.evenlot.oracle;

import java.math.BigDecimal;
import java.util.List;

/** A row of a reference table, read by column names. */
public record OracleRow(List<String> header, List<String> cells) {

  public String text(String column) {
    int index = header.indexOf(column);
    if (index < 0) {
      throw new IllegalArgumentException("no column " + column + " in " + header);
    }
    return cells.get(index);
  }

  public boolean has(String column) {
    return !text(column).isEmpty();
  }

  public double number(String column) {
    return Double.parseDouble(text(column));
  }

  /** ln of a decimal that may be below the range of a double. */
  public double log(String column) {
    BigDecimal value = decimal(column);
    int exponent = value.precision() - value.scale();
    return Math.log(value.scaleByPowerOfTen(-exponent).doubleValue()) + exponent * Math.log(10);
  }

  public BigDecimal decimal(String column) {
    return new BigDecimal(text(column));
  }

  public long count(String column) {
    return decimal(column).longValueExact();
  }
}
