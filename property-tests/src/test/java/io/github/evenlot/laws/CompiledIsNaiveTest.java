package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.assignment.AssignmentBuffer;
import io.github.evenlot.assignment.Units;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;

/** The engine's answers are those that the definitions give when they are read one by one. */
class CompiledIsNaiveTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final int EXPERIMENTS = 12;

  private final MutexGroup outer = MutexGroup.of("outer").withHoldouts(List.of(holdout("o", 3)));
  private final MutexGroup inner = MutexGroup.of("inner").within(outer.slot(5000, 10_000));

  @Property(seed = "701", tries = 300)
  @Label("One by one and all together, from a buffer and as values.")
  void sameAnswers(@ForAll long seed) {
    Random random = new Random(seed);
    Experiments experiments = experiments(random);
    Assigner assigner = Assigner.of(experiments);
    AssignmentBuffer all = new AssignmentBuffer();
    AssignmentBuffer one = new AssignmentBuffer();
    for (int i = 0; i < 30; i++) {
      Units units = units(random);
      Attributes attributes = attributes(random);
      Instant time = NOON.plusSeconds(random.nextInt(21) - 10);
      NaiveAssigner naive = new NaiveAssigner(experiments, units, attributes, time);
      assigner.assignAll(units, attributes, time, all);
      for (Experiment experiment : experiments.all()) {
        Assignment expected = naive.assign(experiment.key());
        int index = assigner.indexOf(experiment.key());
        assigner.assign(index, units, attributes, time, one);
        assertThat(all.get(index)).isEqualTo(expected);
        assertThat(one.get(index)).isEqualTo(expected);
        assertThat(assigner.assign(experiment.key(), units, attributes, time)).isEqualTo(expected);
      }
    }
  }

  @Example
  @Label("The experiments above leave no rule out.")
  void allReasons() {
    Set<Reason> met = EnumSet.noneOf(Reason.class);
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      Assigner assigner = Assigner.of(experiments(random));
      Instant time = NOON.plusSeconds(random.nextInt(21) - 10);
      assigner
          .assignAll(units(random), attributes(random), time)
          .forEach(answer -> met.add(answer.reason()));
    }
    assertThat(EnumSet.complementOf(EnumSet.copyOf(met)))
        .containsExactly(Reason.NO_SNAPSHOT, Reason.UNKNOWN_EXPERIMENT, Reason.KILLED);
  }

  private static Holdout holdout(String key, int percent) {
    return Holdout.of(key, percent);
  }

  private Experiments experiments(Random random) {
    List<Experiment> experiments = new ArrayList<>();
    for (int i = 0; i < EXPERIMENTS; i++) {
      experiments.add(experiment(i, random));
    }
    return Experiments.of(experiments);
  }

  private Experiment experiment(int number, Random random) {
    Bucketing bucketing = random.nextInt(3) == 0 ? Bucketings.MD5_100 : Bucketings.EVENLOT_1;
    int first = random.nextInt(60);
    Experiment.Builder builder =
        Experiment.builder("e" + number)
            .bucketing(bucketing)
            .variant("a", first)
            .variant("b", random.nextInt(101 - first))
            .variant("c", 0)
            .audience(audience(number, random));
    if (random.nextInt(3) == 0) {
      builder.targeting(condition(random));
    }
    if (random.nextInt(4) == 0) {
      builder.start(NOON.minusSeconds(random.nextInt(10)));
    }
    if (random.nextInt(4) == 0) {
      builder.end(NOON.plusSeconds(1 + random.nextInt(10)));
    }
    if (random.nextInt(5) == 0) {
      builder.status(ExperimentStatus.values()[random.nextInt(4)]);
    }
    Experiment experiment = builder.build();
    if (random.nextInt(3) == 0) {
      experiment =
          experiment
              .withTargeting(condition(random), NOON.minusSeconds(3))
              .withAllocation(stripes(bucketing.buckets(), random), NOON.plusSeconds(2));
    }
    return experiment;
  }

  /** Many ranges with gaps, so that both ways of finding a bucket's range are taken. */
  private static Allocation stripes(int buckets, Random random) {
    int stripes = 1 + random.nextInt(20);
    int width = buckets / (2 * stripes);
    List<Allocation.Range> ranges = new ArrayList<>();
    for (int i = 0; i < stripes; i++) {
      String variant = List.of("a", "b", "c").get(random.nextInt(3));
      ranges.add(new Allocation.Range(2 * i * width, 2 * i * width + width, variant));
    }
    return Allocation.of(buckets, ranges);
  }

  private Audience audience(int number, Random random) {
    Audience audience = Audience.EVERYONE;
    if (random.nextInt(4) == 0) {
      audience = audience.withUnitKind("device");
    }
    if (random.nextInt(4) == 0) {
      audience = audience.withHoldout(holdout("h", 20));
    }
    if (random.nextInt(4) == 0) {
      audience = audience.withForced("user-1", "c").withForced("device-2", "b");
    }
    if (number > 0 && random.nextInt(4) == 0) {
      String other = "e" + random.nextInt(number);
      audience = audience.withPrerequisite(Prerequisite.of(other, "a", "c"));
    }
    if (number % 3 == 0) {
      audience = audience.withSlot(outer.slot(number * 400, number * 400 + 1000));
    } else if (number % 3 == 1) {
      audience = audience.withSlot(inner.slot(number * 800, number * 800 + 2000));
    }
    return random.nextInt(3) == 0
        ? audience.withTraffic(
            Traffic.of("traffic " + number, random.nextInt(50))
                .then(NOON.plusSeconds(random.nextInt(9) - 4), 50 + random.nextInt(51)))
        : audience;
  }

  private static Condition condition(Random random) {
    return random.nextBoolean()
        ? Condition.parse(Map.of("country", "US"))
        : Condition.parse(Map.of("age", Map.of("$gte", 18), "country", Map.of("$ne", "US")));
  }

  private static Units units(Random random) {
    String user = "user-" + random.nextInt(1000);
    Units units = Units.ofUser(random.nextInt(10) == 0 ? "user-1" : user);
    return random.nextInt(3) == 0 ? units : units.and("device", "device-" + random.nextInt(50));
  }

  private static Attributes attributes(Random random) {
    return Attributes.of(
        Map.of("country", random.nextBoolean() ? "US" : "DE", "age", random.nextInt(40)));
  }
}
