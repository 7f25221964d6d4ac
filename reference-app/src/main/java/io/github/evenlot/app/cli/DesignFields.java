package io.github.evenlot.app.cli;

import io.github.evenlot.internal.Document;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;
import java.util.ArrayList;
import java.util.List;

/** The fields by which commands describe a group-sequential design. */
final class DesignFields {

  private DesignFields() {}

  /**
   * @param others the fields that the question may have besides
   * @throws IllegalArgumentException if a field is missing, out of range, or read by nobody
   */
  static GroupSequentialDesign design(Document question, String... others) {
    List<String> known = new ArrayList<>(List.of("id", "spending", "alpha", "sides"));
    known.addAll(List.of(others));
    SpendingFunction spending =
        SpendingFunction.byId(
            question.text("spending"),
            name -> {
              known.add(name);
              return question.decimal(name).doubleValue();
            });
    question.refuseUnknown(known.toArray(String[]::new));
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
