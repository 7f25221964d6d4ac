package io.github.evenlot.sequential;

/** The rules for information times. */
final class Information {

  /** Two looks have to differ by more than the rounding of their information. */
  private static final double LEAST_GROWTH = 1e-12;

  private Information() {}

  /**
   * @param last the information of the look before, 0 if there is none
   * @throws IllegalArgumentException if {@code next} is not positive, finite and above {@code last}
   */
  static void check(double last, double next) {
    if (!(next > 0) || Double.isInfinite(next)) {
      throw new IllegalArgumentException("information " + next + " is not positive and finite");
    }
    if (!(next - last > LEAST_GROWTH * next)) {
      throw new IllegalArgumentException(
          "information %s is not above %s, that of the look before".formatted(next, last));
    }
  }
}
