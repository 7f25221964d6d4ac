package io.github.evenlot.assignment;

import static io.github.evenlot.assignment.IdentityBucketing.INSTANCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.assignment.Assignment.NotAssigned;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.ExperimentStatus;
import io.github.evenlot.experiment.Holdout;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.targeting.Attributes;
import io.github.evenlot.targeting.Condition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RulesTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Condition US = Condition.parse(Map.of("country", "US"));
  private static final Attributes AMERICAN = Attributes.of(Map.of("country", "US"));

  private static final MutexGroup SHOP =
      MutexGroup.of("shop").withBucketing(INSTANCE).withSalt("shop");

  private static Experiment.Builder checkout() {
    return Experiment.builder("checkout")
        .bucketing(INSTANCE)
        .salt("split")
        .variant("control", 50)
        .variant("green", 50);
  }

  private static Experiment.Builder checkout(Audience audience) {
    return checkout().audience(audience);
  }

  private static Assignment of(Experiment.Builder experiment, String unit, Attributes attributes) {
    return Assigner.of(experiment.build()).assign("checkout", UnitId.of(unit), attributes, NOON);
  }

  private static Assignment of(Experiment.Builder experiment, String unit) {
    return of(experiment, unit, Attributes.NONE);
  }

  private static NotAssigned not(Reason reason, String by) {
    return new NotAssigned("checkout", -1, 1, "identity", reason, by);
  }

  private static Holdout holdout(String key, int percent) {
    return new Holdout(key, Audience.USER, INSTANCE, key, 100 * percent);
  }

  @Test
  @DisplayName("A kill switch is asked first, for one experiment or for all of them.")
  void killed() {
    Experiment running = checkout().build();
    Experiment draft = running.withStatus(ExperimentStatus.DRAFT);
    for (KillSwitch off : List.of(KillSwitch.of("checkout", "another"), KillSwitch.ALL)) {
      for (Experiment experiment : List.of(running, draft)) {
        Assigner assigner =
            Assigner.of(io.github.evenlot.experiment.Experiments.of(experiment), off);
        assertThat(assigner.assign("checkout", UnitId.of("1"), NOON))
            .isEqualTo(not(Reason.KILLED, ""));
      }
    }
  }

  @Test
  @DisplayName("A holdout keeps the buckets below its share out, and is named.")
  void heldOut() {
    Experiment.Builder experiment =
        checkout(Audience.EVERYONE.withHoldout(holdout("h1", 5)).withHoldout(holdout("h2", 1)));
    assertThat(of(experiment, "h1=4,h2=50")).isEqualTo(not(Reason.HELD_OUT, "h1"));
    assertThat(of(experiment, "h1=5,h2=0")).isEqualTo(not(Reason.HELD_OUT, "h2"));
    assertThat(of(experiment, "h1=5,h2=1").reason()).isEqualTo(Reason.ALLOCATED);
  }

  @Test
  @DisplayName("A holdout comes before a forced variant, and that before all that follows.")
  void forced() {
    Audience audience =
        Audience.EVERYONE
            .withHoldout(holdout("h1", 5))
            .withForced("h1=9,split=3", "green")
            .withForced("h1=0", "green")
            .withSlot(SHOP.slot(50, 60));
    Experiment.Builder experiment = checkout(audience).targeting(US);
    assertThat(of(experiment, "h1=9,split=3"))
        .isEqualTo(new Assigned("checkout", "green", 3, 1, "identity", Reason.FORCED));
    assertThat(of(experiment, "h1=0")).isEqualTo(not(Reason.HELD_OUT, "h1"));
    assertThat(of(experiment, "h1=9,split=4")).isEqualTo(not(Reason.NOT_TARGETED, ""));
  }

  @Test
  @DisplayName("Only whom the lot has allocated is analysed, not whom somebody has forced.")
  void analysed() {
    Experiment.Builder experiment = checkout(Audience.EVERYONE.withForced("7", "green"));
    assertThat(of(experiment, "7").isAnalysed()).isFalse();
    assertThat(of(experiment, "8").isAnalysed()).isTrue();
    assertThat(of(experiment.status(ExperimentStatus.PAUSED), "8").isAnalysed()).isFalse();
  }

  @Test
  @DisplayName("A prerequisite wants one of some variants of another experiment.")
  void prerequisite() {
    Experiment first =
        Experiment.builder("first")
            .bucketing(INSTANCE)
            .salt("first")
            .variant("off", 40)
            .variant("on", 40)
            .build();
    Experiment then =
        checkout(Audience.EVERYONE.withPrerequisite(Prerequisite.of("first", "on"))).build();
    for (Assigner assigner : List.of(Assigner.of(first, then), Assigner.of(then, first))) {
      assertThat(assigner.assign("checkout", UnitId.of("first=40,split=0"), NOON).variantOr("none"))
          .isEqualTo("control");
      for (String unit : List.of("first=39,split=0", "first=80,split=0")) {
        assertThat(assigner.assign("checkout", UnitId.of(unit), NOON))
            .isEqualTo(not(Reason.PREREQUISITE, "first"));
      }
    }
    assertThat(Assigner.of(then).assign("checkout", UnitId.of("first=40"), NOON))
        .isEqualTo(not(Reason.PREREQUISITE, "first"));
  }

  @Test
  @DisplayName("Targeting comes before the mutex slot, and that before the traffic.")
  void order() {
    Audience audience =
        Audience.EVERYONE
            .withSlot(SHOP.slot(50, 60))
            .withTraffic(
                new Traffic(INSTANCE, "traffic", List.of(new Traffic.Step(Instant.MIN, 1000))));
    Experiment.Builder experiment = checkout(audience).targeting(US);
    assertThat(of(experiment, "shop=0,traffic=50")).isEqualTo(not(Reason.NOT_TARGETED, ""));
    assertThat(of(experiment, "shop=49,traffic=50", AMERICAN))
        .isEqualTo(not(Reason.OTHER_SLOT, "shop"));
    assertThat(of(experiment, "shop=60,traffic=50", AMERICAN))
        .isEqualTo(not(Reason.OTHER_SLOT, "shop"));
    assertThat(of(experiment, "shop=50,traffic=10", AMERICAN))
        .isEqualTo(not(Reason.NO_TRAFFIC, ""));
    assertThat(of(experiment, "shop=59,traffic=9,split=70", AMERICAN))
        .isEqualTo(new Assigned("checkout", "green", 70, 1, "identity", Reason.ALLOCATED));
  }

  @Test
  @DisplayName("A group within a slot of another one shares out that slot alone, and its holdouts.")
  void nested() {
    MutexGroup site =
        MutexGroup.of("site")
            .withBucketing(INSTANCE)
            .withSalt("site")
            .withHoldouts(List.of(holdout("h1", 5)));
    Experiment.Builder experiment =
        checkout(Audience.EVERYONE.withSlot(SHOP.within(site.slot(0, 30)).slot(50, 60)));
    assertThat(of(experiment, "h1=0,site=0,shop=50")).isEqualTo(not(Reason.HELD_OUT, "h1"));
    assertThat(of(experiment, "h1=5,site=30,shop=50")).isEqualTo(not(Reason.OTHER_SLOT, "site"));
    assertThat(of(experiment, "h1=5,site=29,shop=49")).isEqualTo(not(Reason.OTHER_SLOT, "shop"));
    assertThat(of(experiment, "h1=5,site=29,shop=50").reason()).isEqualTo(Reason.ALLOCATED);
  }

  @Test
  @DisplayName("A ramp lets more in from each of its steps on, to the nanosecond.")
  void ramp() {
    Traffic ramp =
        new Traffic(INSTANCE, "traffic", List.of(new Traffic.Step(NOON, 1000)))
            .then(NOON.plusSeconds(60), 50);
    Assigner assigner = Assigner.of(checkout(Audience.EVERYONE.withTraffic(ramp)).build());
    UnitId early = UnitId.of("traffic=9");
    UnitId late = UnitId.of("traffic=49");
    assertThat(assigner.assign("checkout", early, NOON.minusNanos(1)))
        .isEqualTo(not(Reason.NO_TRAFFIC, ""));
    assertThat(assigner.assign("checkout", early, NOON).variantOr("none")).isEqualTo("control");
    assertThat(assigner.assign("checkout", late, NOON.plusSeconds(60).minusNanos(1)))
        .isEqualTo(not(Reason.NO_TRAFFIC, ""));
    assertThat(assigner.assign("checkout", late, NOON.plusSeconds(60)).variantOr("none"))
        .isEqualTo("control");
    assertThat(assigner.assign("checkout", early, Instant.MAX).variantOr("none"))
        .isEqualTo("control");
  }

  @Test
  @DisplayName("A new targeting holds from its epoch on, and moves nobody whom it lets in.")
  void retargeted() {
    Experiment everyone = checkout().build();
    Assigner assigner = Assigner.of(everyone.withTargeting(US, NOON));
    UnitId unit = UnitId.of("60");
    assertThat(assigner.assign("checkout", unit, NOON.minusNanos(1)))
        .isEqualTo(new Assigned("checkout", "green", 60, 1, "identity", Reason.ALLOCATED));
    assertThat(assigner.assign("checkout", unit, NOON))
        .isEqualTo(new NotAssigned("checkout", -1, 2, "identity", Reason.NOT_TARGETED, ""));
    assertThat(assigner.assign("checkout", unit, AMERICAN, NOON))
        .isEqualTo(new Assigned("checkout", "green", 60, 2, "identity", Reason.ALLOCATED));
  }

  @Test
  @DisplayName(
      "An experiment randomises the kind of unit that it names, and says if there is none.")
  void unitKinds() {
    Experiment devices = checkout(Audience.EVERYONE.withUnitKind("device")).build();
    Assigner assigner = Assigner.of(devices);
    Units both = Units.ofUser("10").and("device", "90");
    assertThat(assigner.assign("checkout", both, Attributes.NONE, NOON).variantOr("none"))
        .isEqualTo("green");
    assertThat(assigner.assign("checkout", UnitId.of("10"), NOON))
        .isEqualTo(not(Reason.NO_UNIT, ""));
  }

  @Test
  @DisplayName("A holdout or a group of another kind of unit needs that unit.")
  void otherKinds() {
    Holdout devices = new Holdout("devices", "device", INSTANCE, "devices", 500);
    MutexGroup organisations = SHOP.withUnitKind("organisation");
    Experiment held = checkout(Audience.EVERYONE.withHoldout(devices)).build();
    Experiment grouped = checkout(Audience.EVERYONE.withSlot(organisations.slot(0, 50))).build();
    Units all = Units.ofUser("10").and("device", "90").and("organisation", "20");
    for (Experiment experiment : List.of(held, grouped)) {
      Assigner assigner = Assigner.of(experiment);
      assertThat(assigner.assign("checkout", all, Attributes.NONE, NOON).reason())
          .isEqualTo(Reason.ALLOCATED);
      assertThat(assigner.assign("checkout", UnitId.of("10"), NOON).reason())
          .isEqualTo(Reason.NO_UNIT);
    }
  }
}
