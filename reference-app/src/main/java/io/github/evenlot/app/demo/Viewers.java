package io.github.evenlot.app.demo;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.experiment.UnitId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Finds viewers for an archived test: ids that our assigner puts into each arm, as many as the
 * archive counted there. Ids are tried one after the other; one whose arm is full already is passed
 * over, so the arms get their counts and every assignment is a real one.
 */
final class Viewers {

  /**
   * @param unit the viewer
   * @param assigned what the assigner said
   * @param clicks whether the viewer is to click
   */
  record Viewer(UnitId unit, Assigned assigned, boolean clicks) {}

  private Viewers() {}

  /** The viewers of a test, in an order that {@code random} decides. */
  static List<Viewer> of(ReplayedTest test, Random random) {
    Assigner assigner = Assigner.of(test.experiment());
    Map<String, ArchivedTest.Arm> arms = armsByVariant(test);
    Map<String, Long> found = new HashMap<>();
    long wanted = test.archived().viewers();
    List<Viewer> viewers = new ArrayList<>((int) wanted);
    for (long candidate = 0; viewers.size() < wanted; candidate++) {
      UnitId unit = UnitId.of("viewer-" + test.archived().id() + "-" + candidate);
      Assignment assignment = assigner.assign(test.experiment().key(), unit, test.start());
      if (assignment instanceof Assigned assigned) {
        ArchivedTest.Arm arm = arms.get(assigned.variant());
        long before = found.getOrDefault(assigned.variant(), 0L);
        if (arm != null && before < arm.viewers()) {
          viewers.add(new Viewer(unit, assigned, before < arm.clicks()));
          found.put(assigned.variant(), before + 1);
        }
      }
    }
    Collections.shuffle(viewers, random);
    return viewers;
  }

  private static Map<String, ArchivedTest.Arm> armsByVariant(ReplayedTest test) {
    Map<String, ArchivedTest.Arm> arms = new HashMap<>();
    for (int arm = 0; arm < test.archived().arms().size(); arm++) {
      arms.put(ReplayedTest.variantId(arm), test.archived().arms().get(arm));
    }
    return arms;
  }
}
