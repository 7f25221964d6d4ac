package io.github.evenlot.app.analyze;

import java.util.Locale;

/** Numbers for people. */
final class Numbers {

  private Numbers() {}

  /** A p-value: three decimals, or two digits where it is below them. */
  static String p(double p) {
    if (p == 0) {
      return "< 1e-300";
    }
    return p < 0.001 ? format("%.1e", p) : format("%.3f", p);
  }

  /** A count, in groups of three. */
  static String count(long count) {
    return format("%,d", count);
  }

  /** A share, in percent. */
  static String percent(long part, long whole) {
    return whole == 0 ? "" : format("%.1f %%", 100.0 * part / whole);
  }

  /** A difference relative to the control, with its sign. */
  static String lift(double lift) {
    double percent = 100 * lift;
    return format(Math.abs(percent) < 10 ? "%+.2g %%" : "%+,.0f %%", percent);
  }

  static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
