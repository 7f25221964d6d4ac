package io.github.evenlot.inference;

import java.util.List;
import java.util.function.Function;

/** Constants by their names in configurations. */
final class Choices {

  private Choices() {}

  /**
   * @throws IllegalArgumentException if none has this id; the message lists those there are
   */
  static <E> E byId(String what, List<E> choices, Function<E, String> id, String wanted) {
    for (E choice : choices) {
      if (id.apply(choice).equals(wanted)) {
        return choice;
      }
    }
    throw new IllegalArgumentException(
        "no %s \"%s\"; there are %s".formatted(what, wanted, choices.stream().map(id).toList()));
  }
}
