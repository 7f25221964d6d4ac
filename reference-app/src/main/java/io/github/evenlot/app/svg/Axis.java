package io.github.evenlot.app.svg;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis: what it shows, from where to where.
 *
 * @param label what it shows, with its unit
 * @param from its lower end
 * @param to its upper end, above {@code from}
 * @param ticks its marks
 */
public record Axis(String label, double from, double to, List<Tick> ticks) {

  private static final int ABOUT_TICKS = 6;

  /**
   * @throws IllegalArgumentException if the ends are not finite and in order
   */
  public Axis {
    if (!(from < to) || Double.isInfinite(to - from)) {
      throw new IllegalArgumentException("axis from %s to %s is empty".formatted(from, to));
    }
    ticks = List.copyOf(ticks);
  }

  /** With ticks at round numbers. */
  public static Axis of(String label, double from, double to) {
    Axis bare = new Axis(label, from, to, List.of());
    return bare.withTicks(round(from, to));
  }

  /** The same with other ticks; those beyond its ends are not shown. */
  public Axis withTicks(List<Tick> newTicks) {
    return new Axis(label, from, to, newTicks);
  }

  /** Whether a value is on it. */
  boolean contains(double value) {
    return from <= value && value <= to;
  }

  /** The share of the axis below a value; values beyond its ends are on them. */
  double share(double value) {
    return (Math.max(from, Math.min(to, value)) - from) / (to - from);
  }

  /** Multiples of 1, 2 or 5 times a power of ten. */
  private static List<Tick> round(double from, double to) {
    BigDecimal step = step((to - from) / ABOUT_TICKS);
    List<Tick> ticks = new ArrayList<>();
    long first = (long) Math.ceil(from / step.doubleValue() - 1e-9);
    for (long i = first; i * step.doubleValue() <= to + 1e-9 * (to - from); i++) {
      BigDecimal value = step.multiply(BigDecimal.valueOf(i));
      ticks.add(new Tick(value.doubleValue(), label(value)));
    }
    return ticks;
  }

  private static String label(BigDecimal value) {
    String plain = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return plain.replace('-', '\u2212');
  }

  private static BigDecimal step(double about) {
    BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen((int) Math.floor(Math.log10(about)));
    double times = about / power.doubleValue();
    int digit = times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10;
    return power.multiply(BigDecimal.valueOf(digit), MathContext.DECIMAL64);
  }
}
