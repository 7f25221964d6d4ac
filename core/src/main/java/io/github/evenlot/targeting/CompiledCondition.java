package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition on attributes that have indices. Equal texts, which most conditions ask for, are
 * compared as numbers ({@link KnownTexts}).
 */
public final class CompiledCondition {

  /** One text that one attribute has to be; a chain, which machines follow sooner than a loop. */
  private record Equality(int index, int text, @Nullable Equality next) {

    static Equality of(Field field, @Nullable Equality next, AttributeNames names) {
      int index = names.index(field.name());
      return new Equality(index, names.text(index, textOf(field).text()), next);
    }
  }

  private final @Nullable Equality equalities;
  private final boolean plain;
  private final All rest;
  private final int steps;

  private CompiledCondition(List<Field> fields, All rest, AttributeNames names) {
    Equality chain = null;
    for (int i = fields.size() - 1; i >= 0; i--) {
      chain = Equality.of(fields.get(i), chain, names);
    }
    this.equalities = chain;
    this.plain = rest.parts().isEmpty();
    this.rest = rest;
    this.steps = Steps.MOST - fields.stream().mapToInt(CompiledCondition::cost).sum();
  }

  private static PlainText textOf(Field equality) {
    return (PlainText) equality.test();
  }

  private static int cost(Field equality) {
    return Field.COST + textOf(equality).cost();
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
    for (Equality equality = equalities; equality != null; equality = equality.next) {
      if (equality.text != values.text(equality.index, attributes)) {
        return false;
      }
    }
    return plain || Steps.matchesInTime(rest.judge(values.of(attributes), steps));
  }
}
