package io.github.evenlot.targeting;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Numbers among attributes. Only those of the JDK's value classes are numbers. */
final class Numbers {

  /** Converting a number takes time that grows faster than its digits. */
  private static final int MOST_BITS = 1024;

  /** Up to these, a decimal becomes a double by one division. */
  private static final int MOST_QUICK_BITS = 52;

  private static final int MOST_SCALE = 22;

  /** Beyond them it takes up to 1,024 bits' worth of long division. */
  private static final int COST_OF_LARGE_DECIMAL = 300;

  /** Up to this, every whole number is a double. */
  private static final double MOST_EXACT = 0x1p53;

  /** Outside of these, a JavaScript program would write an exponent. */
  private static final double LEAST_PLAIN = 1e-6;

  private static final double MOST_PLAIN = 1e21;

  private Numbers() {}

  /** Whether it is a whole number of 64 bits. */
  static boolean isWhole(@Nullable Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Short
        || value instanceof Byte
        || value instanceof BigInteger integer && isBigInteger(value) && integer.bitLength() < 64;
  }

  /** The value of what {@link #isWhole}. */
  static long whole(@Nullable Object value) {
    return value instanceof Number number ? number.longValue() : 0;
  }

  static boolean isNumber(@Nullable Object value) {
    return isWhole(value)
        || value instanceof Double
        || value instanceof Float
        || isBigDecimal(value)
        || isBigInteger(value);
  }

  /** The value as a double, NaN if it is no number or has more than 1,024 bits. */
  static double of(@Nullable Object value) {
    if (!isNumber(value) || !(value instanceof Number number)) {
      return Double.NaN;
    }
    if (number instanceof BigDecimal decimal) {
      return isSmall(decimal.unscaledValue()) ? decimal.doubleValue() : Double.NaN;
    }
    if (number instanceof BigInteger integer) {
      return isSmall(integer) ? integer.doubleValue() : Double.NaN;
    }
    return number.doubleValue();
  }

  /** A {@code Long} where the value is whole, else a {@code Double}; null if it is neither. */
  static @Nullable Number normal(@Nullable Object value) {
    if (isWhole(value)) {
      return whole(value);
    }
    double number = of(value);
    if (!Double.isFinite(number)) {
      return null;
    }
    return number == Math.rint(number) && Math.abs(number) <= MOST_EXACT
        ? (Number) (long) number
        : (Number) number;
  }

  /** How many steps it takes beyond the usual one to make a double of the value. */
  static int extraCost(@Nullable Object value) {
    return value instanceof BigDecimal decimal
            && isBigDecimal(value)
            && (Math.abs((long) decimal.scale()) > MOST_SCALE
                || decimal.unscaledValue().bitLength() > MOST_QUICK_BITS)
        ? COST_OF_LARGE_DECIMAL
        : 0;
  }

  /** The number without an exponent, as a JavaScript program would write it, or null. */
  static @Nullable String plain(@Nullable Object value) {
    double number = of(value);
    double size = Math.abs(number);
    if (size == 0) {
      return "0";
    }
    return size >= LEAST_PLAIN && size < MOST_PLAIN
        ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
        : null;
  }

  private static boolean isSmall(BigInteger integer) {
    return integer.bitLength() <= MOST_BITS;
  }

  // A subclass of these could do anything.

  private static boolean isBigDecimal(@Nullable Object value) {
    return value != null && value.getClass() == BigDecimal.class;
  }

  private static boolean isBigInteger(@Nullable Object value) {
    return value != null && value.getClass() == BigInteger.class;
  }
}
