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
    SpendingFunction spending =
        SpendingFunction.byId(
            question.text("spending"), name -> question.decimal(name).doubleValue());
    return new GroupSequentialDesign(
        spending, question.decimal("alpha").doubleValue(), sides(question));
  }

  private static Sides sides(Document question) {
    long sides = question.integer("sides");
    if (sides != 1 && sides != 2) {
      throw new IllegalArgumentException("sides %d is neither 1 nor 2".formatted(sides));
    }
    return sides == 1 ? Sides.ONE_SIDED : Sides.TWO_SIDED;
  }
}
