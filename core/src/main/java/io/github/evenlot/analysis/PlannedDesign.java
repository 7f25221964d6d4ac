package io.github.evenlot.analysis;

import io.github.evenlot.experiment.AnalysisPlan;
import io.github.evenlot.experiment.NamedChoice;
import io.github.evenlot.inference.MethodParameters;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.Sides;
import io.github.evenlot.sequential.SpendingFunction;
import java.util.HashSet;
import java.util.Set;

/** The group-sequential design of a plan. */
final class PlannedDesign {

  private PlannedDesign() {}

  /**
   * @throws IllegalArgumentException if there is no such spending function, or its parameters are
   *     missing, unknown or out of range
   */
  static GroupSequentialDesign of(AnalysisPlan plan) {
    return GroupSequentialDesign.withDefaults()
        .withSpending(spending(plan.spending()))
        .withAlpha(plan.alpha())
        .withSides(plan.sides() == 1 ? Sides.ONE_SIDED : Sides.TWO_SIDED);
  }

  private static SpendingFunction spending(NamedChoice choice) {
    MethodParameters parameters = MethodParameters.of(choice.parameters());
    Set<String> unknown = new HashSet<>(choice.parameters().keySet());
    SpendingFunction spending =
        SpendingFunction.byId(
            choice.id(),
            name -> {
              unknown.remove(name);
              return parameters.number(name);
            });
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "spending \"%s\" has no parameter %s".formatted(choice.id(), unknown));
    }
    return spending;
  }
}
