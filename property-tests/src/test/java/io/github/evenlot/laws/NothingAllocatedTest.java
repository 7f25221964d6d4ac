package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.AssignmentBuffer;
import io.github.evenlot.assignment.Units;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.Label;

class NothingAllocatedTest {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Example
  @Label("With a buffer of the caller's nothing is allocated, whatever the rules and the id.")
  void nothingAllocated() {
    Assigner assigner = Assigner.of(Experiments.of(elaborate()));
    AssignmentBuffer buffer = new AssignmentBuffer();
    String[] users = {"", "alice", "\uD800", "naïve 😀", "\0", "x".repeat(10_000)};
    Attributes attributes = Attributes.of(Map.of("country", "US", "age", 20));
    Units units = Units.ofUser("alice").and("device", "d-1");
    long before = 0;
    // The first rounds let arrays grow and classes load.
    for (int round = 0; round < 3; round++) {
      before = allocated();
      for (String user : users) {
        assigner.assignAll(user, attributes, NOON, buffer);
        assigner.assign(1, user, attributes, NOON, buffer);
      }
      assigner.assignAll(-42L, attributes, NOON, buffer);
      assigner.assignAll(units, attributes, NOON, buffer);
    }
    long bytes = allocated() - before;
    assertThat(bytes).isZero();
  }

  private static long allocated() {
    return THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
  }

  /** One experiment for each bucketing, all of whose rules are in use. */
  private static List<Experiment> elaborate() {
    List<Experiment> experiments = new ArrayList<>();
    MutexGroup group = MutexGroup.of("group");
    int slot = 0;
    for (Bucketing bucketing : Bucketings.all()) {
      Audience audience =
          Audience.EVERYONE
              .withHoldout(Holdout.of("holdout", 5))
              .withForced("alice", "control")
              .withSlot(group.slot(slot, slot + 500))
              .withTraffic(Traffic.of("traffic", 50));
      experiments.add(
          Experiment.builder("under " + bucketing.id())
              .bucketing(bucketing)
              .variant("control", 50)
              .variant("green", 50)
              .targeting(Condition.parse(Map.of("country", "US", "age", Map.of("$gte", 18))))
              .audience(
                  experiments.isEmpty()
                      ? audience
                      : audience.withPrerequisite(
                          Prerequisite.of(experiments.get(0).key(), "control")))
              .build());
      slot += 500;
    }
    experiments.add(
        Experiment.builder("plain").variant("control", 50).variant("green", 50).build());
    return experiments;
  }
}
