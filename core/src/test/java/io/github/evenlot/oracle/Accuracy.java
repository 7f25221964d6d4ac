package io.github.evenlot.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts the correct digits of many numbers against their references, prints the fewest per
 * quantity and fails where they are too few.
 */
public final class Accuracy {

  private record Worst(double digits, String row) {}

  private final String title;
  private final double required;
  private final Map<String, Worst> worst = new TreeMap<>();
  private final List<String> tooFew = new ArrayList<>();
  private int count;

  private Accuracy(String title, double required) {
    this.title = title;
    this.required = required;
  }

  public static Accuracy of(String title, double requiredDigits) {
    return new Accuracy(title, requiredDigits);
  }

  public void compare(String row, String quantity, double got, double want) {
    compare(row, quantity, got, want, Math.abs(want), required);
  }

  /** Digits relative to the larger of the wanted number and {@code scale}. */
  public void compare(String row, String quantity, double got, double want, double scale) {
    compare(row, quantity, got, want, scale, required);
  }

  /** An exception from the required digits, for a reason that stands beside the call. */
  public void compare(
      String row, String quantity, double got, double want, double scale, double needed) {
    count++;
    double digits = digits(got, want, Math.max(scale, Math.abs(want)));
    worst.merge(quantity, new Worst(digits, row), (a, b) -> a.digits <= b.digits ? a : b);
    if (digits < needed) {
      tooFew.add("%s %s: %s, not %s (%.1f digits)".formatted(row, quantity, got, want, digits));
    }
  }

  /** Prints and asserts. */
  public void check() {
    worst.forEach(
        (quantity, least) ->
            System.out.printf(
                "%s, %s: at least %.1f digits (%s)%n", title, quantity, least.digits, least.row));
    assertThat(count).as("numbers compared").isPositive();
    assertThat(tooFew).as("of %d numbers", count).isEmpty();
  }

  private static double digits(double got, double want, double scale) {
    if (got == want) {
      return 17;
    }
    double error = Math.abs(got - want) / scale;
    return Double.isFinite(error) ? Math.max(0, -Math.log10(error)) : 0;
  }
}
