package io.github.evenlot.experiment;

import io.github.evenlot.bucketing.Bucketing;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Holds that the draws of one experiment (holdouts, mutex groups, traffic, split) are independent
 * of each other. Two that used one bucketing with one salt on one kind of unit would give one
 * number: traffic of 50 percent would then keep one half of the arms and drop the other.
 */
final class Draws {

  private record Draw(String unitKind, String bucketing, String salt) {}

  private final String experiment;
  private final Map<Draw, String> names = new LinkedHashMap<>();

  private Draws(String experiment) {
    this.experiment = experiment;
  }

  /**
   * @throws IllegalArgumentException if two of the draws are the same
   */
  static void check(String experiment, Bucketing split, String salt, Audience audience) {
    Draws draws = new Draws(experiment);
    draws.add(new Draw(audience.unitKind(), split.id(), salt), "the split");
    Traffic traffic = audience.traffic();
    if (!traffic.isEveryone()) {
      draws.add(
          new Draw(audience.unitKind(), traffic.bucketing().id(), traffic.salt()), "the traffic");
    }
    audience.allSlots().forEach(slot -> draws.addGroup(slot.group()));
    audience.allHoldouts().forEach(draws::checkHoldout);
  }

  private void addGroup(MutexGroup group) {
    Draw draw = new Draw(group.unitKind(), group.bucketing().id(), group.salt());
    add(draw, "mutex group \"%s\"".formatted(group.key()));
  }

  private void add(Draw draw, String name) {
    String other = names.putIfAbsent(draw, name);
    if (other != null) {
      throw refused(draw, other, name);
    }
  }

  /** One holdout may be a part of another one: a unit in both is held out. */
  private void checkHoldout(Holdout holdout) {
    Draw draw = new Draw(holdout.unitKind(), holdout.bucketing().id(), holdout.salt());
    String other = names.get(draw);
    if (other != null) {
      throw refused(draw, other, "holdout \"%s\"".formatted(holdout.key()));
    }
  }

  private IllegalArgumentException refused(Draw draw, String one, String two) {
    return new IllegalArgumentException(
        ("experiment \"%s\": %s and %s both draw by %s with the salt \"%s\" over units of kind"
                + " \"%s\"; each draw needs a salt of its own")
            .formatted(experiment, one, two, draw.bucketing, draw.salt, draw.unitKind));
  }
}
