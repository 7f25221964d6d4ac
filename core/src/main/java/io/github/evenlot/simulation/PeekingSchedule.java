package io.github.evenlot.simulation;

import io.github.evenlot.internal.NormalTail;
import io.github.evenlot.sequential.GroupSequentialDesign;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.sequential.WangTsiatis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * When an experiment is looked at, and what its p-value is held against. It ends at the first look
 * that rejects or is futile, else at the last.
 *
 * @param looks in order, with growing users
 */
public record PeekingSchedule(List<PlannedLook> looks) {

  /**
   * @throws IllegalArgumentException if there is no look, or the users do not grow
   */
  public PeekingSchedule {
    looks = List.copyOf(looks);
    if (looks.isEmpty()) {
      throw new IllegalArgumentException("a schedule of 0 looks; it takes at least 1");
    }
    for (int i = 1; i < looks.size(); i++) {
      if (looks.get(i).users() <= looks.get(i - 1).users()) {
        throw new IllegalArgumentException(
            "look %d has %d users, not above the %d of the look before"
                .formatted(i + 1, looks.get(i).users(), looks.get(i - 1).users()));
      }
    }
  }

  /**
   * Every look is held against the same level. For a method that is made for one look this is the
   * peeking that inflates the type I error; for one that is always valid it is how it is used.
   *
   * @param level of each look, in (0, 1)
   * @param users the control's users at each look
   * @throws IllegalArgumentException if {@code level} is out of range, or the users are not
   *     positive and growing
   */
  public static PeekingSchedule atLevel(double level, long... users) {
    Parameters.between("level", level, 0, 1);
    return new PeekingSchedule(
        Arrays.stream(users).mapToObj(n -> new PlannedLook(n, level)).toList());
  }

  /**
   * Every look is held against the boundary of a group-sequential design; its information is its
   * share of the last look's users. A one-sided design, which alone can have futility bounds, needs
   * a method with a one-sided alternative, so that p = 1 − Φ(z).
   *
   * @param users the control's users at each look
   * @throws IllegalArgumentException if the users are not positive and growing
   */
  public static PeekingSchedule of(GroupSequentialDesign design, long... users) {
    // The users are checked before they become information.
    PeekingSchedule checked = atLevel(design.alpha(), users);
    return checked.against(design.boundaries(information(users)));
  }

  /**
   * Every look is held against a classical boundary; the looks are equally spaced.
   *
   * @param usersPerLook the control's further users at each look
   * @throws IllegalArgumentException if {@code usersPerLook} is not positive
   */
  public static PeekingSchedule of(WangTsiatis design, long usersPerLook) {
    long[] users =
        LongStream.rangeClosed(1, design.looks())
            .map(look -> Math.multiplyExact(look, usersPerLook))
            .toArray();
    return atLevel(design.alpha(), users).against(design.boundaries());
  }

  private static double[] information(long[] users) {
    double all = users[users.length - 1];
    return Arrays.stream(users).mapToDouble(n -> n / all).toArray();
  }

  private PeekingSchedule against(List<LookBoundary> boundaries) {
    List<PlannedLook> bounded = new ArrayList<>();
    IntStream.range(0, looks.size())
        .forEach(i -> bounded.add(look(looks.get(i).users(), boundaries.get(i))));
    return new PeekingSchedule(bounded);
  }

  private static PlannedLook look(long users, LookBoundary boundary) {
    return boundary.futility() == Double.NEGATIVE_INFINITY
        ? new PlannedLook(users, boundary.nominalP())
        : new PlannedLook(users, boundary.nominalP(), futility(boundary));
  }

  /** At the last look the bounds may meet: what does not reject there is futile. */
  private static double futility(LookBoundary boundary) {
    double p = NormalTail.survival(boundary.futility());
    return p > boundary.nominalP() ? p : Math.nextUp(boundary.nominalP());
  }
}
