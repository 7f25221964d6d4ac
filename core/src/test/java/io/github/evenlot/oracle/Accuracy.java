package io.github.evenlot.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Counts the correct digits of many numbers against their references, prints the fewest per
 * quantity and fails where they are fewer than promised.
 */
public final class Accuracy {

  private record Reached(int values, double digits, String row) {

    Reached and(Reached other) {
      Reached least = digits <= other.digits ? this : other;
      return new Reached(values + other.values, least.digits, least.row);
    }
  }

  private final String title;
  private final ToDoubleFunction<String> promised;
  private final Map<String, Reached> reached = new TreeMap<>();
  private final List<String> tooFew = new ArrayList<>();

  private Accuracy(String title, ToDoubleFunction<String> promised) {
    this.title = title;
    this.promised = promised;
  }

  public static Accuracy of(String title, double requiredDigits) {
    return new Accuracy(title, quantity -> requiredDigits);
  }

  /** Of a reference file, each of whose columns has the digits promised in {@code accuracy.md}. */
  public static Accuracy asPromised(String file) {
    return new Accuracy(file, quantity -> AccuracyPage.promise(file, quantity).digits());
  }

  public void compare(OracleRow row, String column, double got) {
    compare(row, column, got, 0);
  }

  /** Digits relative to the larger of the wanted number and {@code scale}. */
  public void compare(OracleRow row, String column, double got, double scale) {
    compare(row.text("id"), column, got, row.number(column), scale);
  }

  public void compare(String row, String quantity, double got, double want) {
    compare(row, quantity, got, want, 0);
  }

  /** Digits relative to the larger of the wanted number and {@code scale}. */
  public void compare(String row, String quantity, double got, double want, double scale) {
    double digits = digits(got, want, Math.max(scale, Math.abs(want)));
    reached.merge(quantity, new Reached(1, digits, row), Reached::and);
    if (digits < promised.applyAsDouble(quantity)) {
      tooFew.add("%s %s: %s, not %s (%.1f digits)".formatted(row, quantity, got, want, digits));
    }
  }

  /** Prints and asserts. */
  public void check() {
    reached.forEach(
        (quantity, least) ->
            System.out.printf(
                "%s, %s: %d values, at least %.1f digits (%s)%n",
                title, quantity, least.values, least.digits, least.row));
    assertThat(reached).isNotEmpty();
    assertThat(tooFew).as(title).isEmpty();
  }

  /** Also that as many numbers were compared as the page says. */
  public void checkAsPromised() {
    check();
    reached.forEach(
        (quantity, least) ->
            assertThat(least.values)
                .as("%s, %s", title, quantity)
                .isEqualTo(AccuracyPage.promise(title, quantity).values()));
  }

  private static double digits(double got, double want, double scale) {
    if (got == want) {
      return 17;
    }
    double error = Math.abs(got - want) / scale;
    return Double.isFinite(error) ? Math.min(17, Math.max(0, -Math.log10(error))) : 0;
  }
}
