package io.github.evenlot.sequential;

import io.github.evenlot.internal.NormalTail;
import java.util.function.ToDoubleFunction;

/**
 * How much of the type I error may have been spent when a given share of the information is in.
 *
 * <p>To bring one's own, implement {@link #spent}: a function of the information that does not fall
 * and stays within [0, alpha]. The design asks for information in (0, 1) only; from 1 on all of
 * alpha is spent. One that depends on results seen so far voids the error rate.
 */
@FunctionalInterface
public interface SpendingFunction {

  /**
   * The type I error spent so far.
   *
   * @param alpha the whole type I error of one side, in (0, ½)
   * @param information the information fraction, in (0, 1)
   * @return a value in [0, alpha]
   */
  double spent(double alpha, double information);

  /**
   * A name for messages and records; two functions of the same name are taken to be the same. One
   * without a name of its own can't be stored.
   */
  default String id() {
    return Spending.UNNAMED;
  }

  /** A function of one's own under a name. */
  static SpendingFunction named(String id, SpendingFunction function) {
    return new Spending(id, function);
  }

  /**
   * The O'Brien-Fleming type: 2 − 2Φ(z₁₋ₐ⸝₂/√t). Next to nothing early, almost all of alpha at the
   * end.
   *
   * <p>Lan and DeMets (1983), Biometrika 70, 659-663, α₁*.
   */
  static SpendingFunction obrienFleming() {
    return new Spending(
        "obrien-fleming",
        (alpha, t) -> 2 * NormalTail.survival(NormalTail.quantile(alpha / 2) / Math.sqrt(t)));
  }

  /**
   * The Pocock type: α·ln(1 + (e − 1)t). About equal boundaries at all looks.
   *
   * <p>Lan and DeMets (1983), Biometrika 70, 659-663, α₂*.
   */
  static SpendingFunction pocock() {
    return new Spending("pocock", (alpha, t) -> alpha * Math.log1p((Math.E - 1) * t));
  }

  /**
   * The power family: α·t^ρ.
   *
   * <p>Kim and DeMets (1987), Biometrika 74, 149-154.
   *
   * @param rho positive; 1 is near Pocock's boundaries, 3 near O'Brien and Fleming's
   * @throws IllegalArgumentException if {@code rho} is not positive and finite
   */
  static SpendingFunction kimDeMets(double rho) {
    if (!(rho > 0) || Double.isInfinite(rho)) {
      throw new IllegalArgumentException("rho " + rho + " is not positive and finite");
    }
    return new Spending("kim-demets(" + rho + ")", (alpha, t) -> alpha * Math.pow(t, rho));
  }

  /**
   * The exponential family: α(1 − e^(−γt))/(1 − e^(−γ)), and αt for γ = 0.
   *
   * <p>Hwang, Shih and De Cani (1990), Statistics in Medicine 9, 1439-1445.
   *
   * @param gamma −4 is near O'Brien and Fleming's boundaries, 1 near Pocock's
   * @throws IllegalArgumentException if {@code gamma} is not within [−700, 700]
   */
  static SpendingFunction hwangShihDeCani(double gamma) {
    if (!(Math.abs(gamma) <= 700)) {
      throw new IllegalArgumentException("gamma " + gamma + " is outside [-700, 700]");
    }
    return new Spending(
        "hwang-shih-decani(" + gamma + ")",
        (alpha, t) ->
            gamma == 0 ? alpha * t : alpha * (Math.expm1(-gamma * t) / Math.expm1(-gamma)));
  }

  /**
   * One of those above by its id: {@code obrien-fleming}, {@code pocock}, {@code kim-demets} with
   * the parameter {@code rho}, {@code hwang-shih-decani} with {@code gamma}.
   *
   * @param parameter gives the value of a parameter that the function has; may throw if it is
   *     missing
   * @throws IllegalArgumentException if there is no such function, or its parameter is out of range
   */
  static SpendingFunction byId(String id, ToDoubleFunction<String> parameter) {
    return switch (id) {
      case "obrien-fleming" -> obrienFleming();
      case "pocock" -> pocock();
      case "kim-demets" -> kimDeMets(parameter.applyAsDouble("rho"));
      case "hwang-shih-decani" -> hwangShihDeCani(parameter.applyAsDouble("gamma"));
      default ->
          throw new IllegalArgumentException(
              "no spending \"%s\"; there are obrien-fleming, pocock, kim-demets, hwang-shih-decani"
                  .formatted(id));
    };
  }
}
