package io.github.evenlot.app.cli;

import io.github.evenlot.internal.Document;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;

/** The fields by which commands describe a group-sequential design. */
final class DesignFields {

  private DesignFields() {}

  /**
   * @throws IllegalArgumentException if a field is missing or out of range
   */
  static GroupSequentialDesign design(Document question) {
    return new GroupSequentialDesign(
        spending(question), question.decimal("alpha").doubleValue(), sides(question));
  }

  private static SpendingFunction spending(Document question) {
    String name = question.text("spending");
    return switch (name) {
      case "obrien-fleming" -> SpendingFunction.obrienFleming();
      case "pocock" -> SpendingFunction.pocock();
      case "kim-demets" -> SpendingFunction.kimDeMets(question.decimal("rho").doubleValue());
      case "hwang-shih-decani" ->
          SpendingFunction.hwangShihDeCani(question.decimal("gamma").doubleValue());
      default ->
          throw new IllegalArgumentException(
              "no spending \"%s\"; there are obrien-fleming, pocock, kim-demets, hwang-shih-decani"
                  .formatted(name));
    };
  }

  private static Sides sides(Document question) {
    long sides = question.integer("sides");
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides %d is neither 1 nor 2".formatted(sides));
    }
    return sides == 1 ? Sides.ONE_SIDED : Sides.TWO_SIDED;
  }
}
