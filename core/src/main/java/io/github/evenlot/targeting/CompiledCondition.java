package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition on attributes that have indices. Equal texts, which most conditions ask for, are
 * compared as numbers ({@link KnownTexts}).
 */
public final class CompiledCondition {

  private final int[] indices;
  private final int[] texts;
  private final All rest;
  private final int steps;

  private CompiledCondition(List<Field> equalities, All rest, AttributeNames names) {
    this.indices = equalities.stream().mapToInt(field -> names.index(field.name())).toArray();
    this.texts =
        equalities.stream()
            .mapToInt(field -> names.text(names.index(field.name()), text(field).text()))
            .toArray();
    this.rest = rest;
    this.steps = Steps.MOST - equalities.stream().mapToInt(CompiledCondition::cost).sum();
  }

  private static PlainText text(Field equality) {
    return (PlainText) equality.test();
  }

  private static int cost(Field equality) {
    return Field.COST + text(equality).cost();
  }

  static CompiledCondition of(Node root, AttributeNames names) {
    List<Field> equalities = new ArrayList<>();
    List<Node> rest = new ArrayList<>();
    for (Node part : root instanceof All all ? all.parts() : List.of(root)) {
      if (part instanceof Field field && field.test() instanceof PlainText) {
        equalities.add(field);
      } else {
        rest.add(part.bind(names));
      }
    }
    return new CompiledCondition(equalities, new All(rest), names);
  }

  /**
   * Whether a user meets the condition. Never throws.
   *
   * @param attributes the user's
   * @param values what is known of these attributes, at the indices of the names it was compiled
   *     with; cleared since it has seen those of another user
   */
  public boolean matches(Attributes attributes, AttributeValues values) {
    for (int i = 0; i < indices.length; i++) {
      if (texts[i] != values.text(indices[i], attributes)) {
        return false;
      }
    }
    return rest.parts().isEmpty() || Steps.matchesInTime(rest.judge(values.of(attributes), steps));
  }
}
