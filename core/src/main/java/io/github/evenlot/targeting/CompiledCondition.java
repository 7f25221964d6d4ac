package io.github.evenlot.targeting;

import java.util.ArrayList;
import java.util.List;

/**
 * A condition on attributes that have indices. Equal texts, which most conditions ask for, are
 * compared as numbers ({@link KnownTexts}).
 */
public final class CompiledCondition {

  private final int[] slots;
  private final int[] texts;
  private final All rest;
  private final int steps;

  private CompiledCondition(List<Slot> equalities, List<Node> rest, AttributeNames names) {
    this.slots = equalities.stream().mapToInt(Slot::index).toArray();
    this.texts =
        equalities.stream().mapToInt(slot -> names.text(slot.index(), text(slot))).toArray();
    this.rest = new All(rest);
    this.steps = Steps.MOST - equalities.stream().mapToInt(CompiledCondition::cost).sum();
  }

  private static String text(Slot slot) {
    return ((PlainText) slot.test()).text();
  }

  private static int cost(Slot slot) {
    return Field.COST + ((PlainText) slot.test()).cost();
  }

  static CompiledCondition of(Node root, AttributeNames names) {
    Node bound = root.bind(names);
    List<Slot> equalities = new ArrayList<>();
    List<Node> rest = new ArrayList<>();
    for (Node part : bound instanceof All all ? all.parts() : List.of(bound)) {
      if (part instanceof Slot slot && slot.test() instanceof PlainText) {
        equalities.add(slot);
      } else {
        rest.add(part);
      }
    }
    return new CompiledCondition(equalities, rest, names);
  }

  /**
   * Whether the attributes meet the condition. Never throws.
   *
   * @param values the attributes, at the indices of the names it was compiled with
   */
  public boolean matches(AttributeValues values) {
    for (int i = 0; i < slots.length; i++) {
      if (texts[i] != values.text(slots[i])) {
        return false;
      }
    }
    return rest.parts().isEmpty() || Steps.matchesInTime(rest.judge(values, steps));
  }
}
