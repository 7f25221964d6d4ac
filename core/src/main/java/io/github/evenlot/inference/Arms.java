package io.github.evenlot.inference;

import io.github.evenlot.statistics.Moments;
import java.util.List;
import java.util.Optional;

/** What can be wrong with arms, in words. */
final class Arms {

  private Arms() {}

  /**
   * @throws IllegalArgumentException if these are not a control and one treatment
   */
  static void checkTwo(String method, List<Moments> arms) {
    if (arms.size() != 2) {
      throw new IllegalArgumentException(
          "method \"%s\" compares 2 arms, not %d".formatted(method, arms.size()));
    }
  }

  /**
   * @throws IllegalArgumentException if there is nothing to compare
   */
  static void checkTwoOrMore(String method, List<Moments> arms) {
    if (arms.size() < 2) {
      throw new IllegalArgumentException(
          "method \"%s\" compares at least 2 arms, not %d".formatted(method, arms.size()));
    }
  }

  static String name(int index, int arms) {
    if (index == 0) {
      return "the control";
    }
    return arms == 2 ? "the treatment" : "arm %d".formatted(index + 1);
  }

  /** Why no variance can be had of these arms; empty if it can. */
  static Optional<String> obstacle(List<Moments> arms) {
    for (int i = 0; i < arms.size(); i++) {
      Moments arm = arms.get(i);
      String name = name(i, arms.size());
      if (arm.n() < 2) {
        return Optional.of("%s has n %d; a variance takes at least 2".formatted(name, arm.n()));
      }
      double least = Math.min(arm.variance(), Math.min(arm.x().variance(), arm.c().variance()));
      if (least < 0) {
        return Optional.of(
            "%s has variance %s below 0; its sum of squares is too small for its sum"
                .formatted(name, least));
      }
    }
    return Optional.empty();
  }
}
