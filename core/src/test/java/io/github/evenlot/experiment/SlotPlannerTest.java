package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.SlotPlan.FormerTenant;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SlotPlannerTest {

  private static final MutexGroup SHOP = MutexGroup.of("shop");
  private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant APRIL = Instant.parse("2026-04-01T00:00:00Z");

  private static Experiment live(String key, Slot slot) {
    return Experiment.builder(key)
        .variant("on", 100)
        .audience(Audience.EVERYONE.withSlot(slot))
        .build();
  }

  private static SlotPlanner planner(Experiment... experiments) {
    return SlotPlanner.of(SHOP, List.of(experiments));
  }

  @Test
  @DisplayName("The first experiment gets the first buckets, which were never held.")
  void first() {
    SlotPlan plan = planner().take(2000);
    assertThat(plan.slot()).isEqualTo(SHOP.slot(0, 2000));
    assertThat(plan.formerTenants()).isEmpty();
    assertThat(plan.explanation())
        .isEqualTo(
            "slot [0, 2000) of mutex group \"shop\" has never been held: it brings no former"
                + " experiment's units along.");
    assertThat(planner().takePercent(12.5)).isEqualTo(planner().take(1250));
  }

  @Test
  @DisplayName("The next one gets the next, and experiments of other groups do not matter.")
  void next() {
    Experiment elsewhere = live("elsewhere", MutexGroup.of("other").slot(0, 10_000));
    Experiment without = Experiment.builder("without").variant("on", 100).build();
    SlotPlanner planner = planner(live("one", SHOP.slot(0, 2000)), elsewhere, without);
    assertThat(planner.take(8000).slot()).isEqualTo(SHOP.slot(2000, 10_000));
    assertThat(planner.free()).containsExactly(SHOP.slot(2000, 10_000));
  }

  @Test
  @DisplayName("Never held comes before freed, and freed long ago before freed lately.")
  void oldestFirst() {
    Experiment lately = live("lately", SHOP.slot(0, 2000)).concluded(APRIL);
    Experiment longAgo = live("long ago", SHOP.slot(2000, 4000)).concluded(MARCH);
    assertThat(planner(lately, longAgo).take(2000).slot()).isEqualTo(SHOP.slot(4000, 6000));
    SlotPlanner full = planner(lately, longAgo, live("rest", SHOP.slot(4000, 10_000)));
    SlotPlan plan = full.take(1500);
    assertThat(plan.slot()).isEqualTo(SHOP.slot(2000, 3500));
    assertThat(plan.formerTenants()).containsExactly(new FormerTenant("long ago", 1500, MARCH));
    assertThat(plan.explanation())
        .isEqualTo(
            "slot [2000, 3500) of mutex group \"shop\" has been held before: of its 1500 buckets"
                + " 1500 by experiment \"long ago\" until 2026-03-01T00:00:00Z. What its units"
                + " carry over is alike in all arms, for the split is drawn independently; but they"
                + " are in this slot alone.");
    assertThat(full.free()).containsExactly(SHOP.slot(0, 4000));
  }

  @Test
  @DisplayName("A slot over several former ones is as old as the youngest of them.")
  void youngestDecides() {
    SlotPlanner planner =
        planner(
            live("a", SHOP.slot(0, 1000)).concluded(APRIL),
            live("b", SHOP.slot(1000, 2000)).concluded(MARCH),
            live("c", SHOP.slot(2000, 3000)),
            live("d", SHOP.slot(3000, 4000)).concluded(MARCH.plusSeconds(1)),
            live("e", SHOP.slot(4000, 5000)).concluded(MARCH),
            live("f", SHOP.slot(5000, 10_000)));
    assertThat(planner.take(1000).slot()).isEqualTo(SHOP.slot(1000, 2000));
    SlotPlan wide = planner.take(1500);
    assertThat(wide.slot()).isEqualTo(SHOP.slot(3000, 4500));
    assertThat(wide.formerTenants())
        .containsExactly(
            new FormerTenant("e", 500, MARCH), new FormerTenant("d", 1000, MARCH.plusSeconds(1)));
    assertThat(planner.free()).containsExactly(SHOP.slot(0, 2000), SHOP.slot(3000, 5000));
  }

  @Test
  @DisplayName("Buckets that were held twice are as old as the later time, and both are named.")
  void heldTwice() {
    SlotPlanner planner =
        planner(
            live("a", SHOP.slot(0, 5000)).concluded(MARCH),
            live("b", SHOP.slot(0, 5000)).concluded(APRIL),
            live("c", SHOP.slot(5000, 10_000)).concluded(MARCH.plusSeconds(1)));
    assertThat(planner.take(5000).slot()).isEqualTo(SHOP.slot(5000, 10_000));
    assertThat(planner.take(10_000).formerTenants())
        .extracting(FormerTenant::experiment)
        .containsExactly("a", "c", "b");
  }

  @Test
  @DisplayName("An experiment that was concluded without an end may have ended just now.")
  void withoutEnd() {
    Experiment unknown = live("unknown", SHOP.slot(0, 5000)).withStatus(ExperimentStatus.CONCLUDED);
    Experiment known = live("known", SHOP.slot(5000, 10_000)).concluded(APRIL);
    assertThat(planner(unknown, known).take(5000).slot()).isEqualTo(SHOP.slot(5000, 10_000));
    SlotPlan all = planner(unknown, known).take(10_000);
    assertThat(all.explanation()).contains("5000 by experiment \"unknown\" until an unknown time");
  }

  @Test
  @DisplayName("To conclude gives the end, unless an earlier one was planned.")
  void concluded() {
    Experiment open = live("open", SHOP.slot(0, 1));
    assertThat(open.concluded(MARCH).status()).isEqualTo(ExperimentStatus.CONCLUDED);
    assertThat(open.concluded(MARCH).end()).isEqualTo(MARCH);
    Experiment planned = Experiment.builder("planned").variant("on", 100).end(MARCH).build();
    assertThat(planned.concluded(APRIL).end()).isEqualTo(MARCH);
    assertThat(planned.concluded(MARCH.minusSeconds(1)).end()).isEqualTo(MARCH.minusSeconds(1));
  }

  @Test
  @DisplayName("A nested group holds its slot of the outer one while somebody lives in it.")
  void nested() {
    MutexGroup inner = MutexGroup.of("inner").within(SHOP.slot(0, 5000));
    Experiment gone = live("gone", inner.slot(0, 10)).concluded(MARCH);
    Experiment here = live("here", inner.slot(10, 20));
    assertThat(planner(gone, here).free()).containsExactly(SHOP.slot(5000, 10_000));
    SlotPlan plan = planner(gone, here.concluded(APRIL)).take(10_000);
    assertThat(plan.formerTenants())
        .containsExactly(
            new FormerTenant("gone", 5000, MARCH), new FormerTenant("here", 5000, APRIL));
    assertThat(SlotPlanner.of(inner, List.of(gone, here)).take(10).slot())
        .isEqualTo(inner.slot(20, 30));
  }

  @Test
  @DisplayName("What is not free in a row is refused, with the longest range that is.")
  void refuses() {
    SlotPlanner planner =
        planner(
            live("a", SHOP.slot(1000, 2000)),
            live("b", SHOP.slot(4000, 5000)),
            live("c", SHOP.slot(7000, 10_000)));
    refused(
        "mutex group \"shop\" has no 2001 free buckets in a row; the longest free range is"
            + " [5000, 7000)",
        () -> planner.take(2001));
    refused(
        "mutex group \"shop\" has no 1 free buckets in a row; none is free",
        () -> planner(live("all", SHOP.slot(0, 10_000))).take(1));
    refused(
        "mutex group \"shop\" has no 2147483647 free buckets in a row; the longest free range is"
            + " [0, 10000)",
        () -> planner().take(Integer.MAX_VALUE));
    refused("slot of 0 buckets of mutex group \"shop\" is empty", () -> planner().take(0));
    refused(
        "slot of 101 percent of mutex group \"shop\" is above 100",
        () -> planner().takePercent(101));
  }

  @Test
  @DisplayName("A fresh salt is the next number, behind all that there have been.")
  void freshSalt() {
    Experiment old = live("old", SHOP.slot(0, 5000)).concluded(MARCH);
    FreshSalt second = planner(old).freshSalt();
    assertThat(second.group()).isEqualTo(SHOP.withSalt("$group:shop#2"));
    assertThat(second.explanation())
        .isEqualTo(
            "mutex group \"shop\" gets the salt \"$group:shop#2\": the units of each experiment"
                + " that has held a slot of it are spread evenly over all slots, of those that left"
                + " just now too.");
    Experiment newer = live("newer", second.group().slot(0, 5000)).concluded(APRIL);
    assertThat(SlotPlanner.of(second.group(), List.of(old, newer)).freshSalt().group().salt())
        .isEqualTo("$group:shop#3");
    assertThat(planner(old, newer).freshSalt().group().salt()).isEqualTo("$group:shop#3");
  }

  @Test
  @DisplayName("Under a fresh salt all buckets are as good as new.")
  void afterAFreshSalt() {
    MutexGroup fresh = SHOP.withSalt("$group:shop#2");
    Experiment old = live("old", SHOP.slot(0, 5000)).concluded(MARCH);
    SlotPlan plan = SlotPlanner.of(fresh, List.of(old)).take(100);
    assertThat(plan.slot()).isEqualTo(fresh.slot(0, 100));
    assertThat(plan.explanation())
        .isEqualTo(
            "slot [0, 100) of mutex group \"shop\" has never been held since the group was salted"
                + " anew: it brings former experiments' units along, but no more of them than any"
                + " other slot.");
  }

  @Test
  @DisplayName("While somebody lives in the group its salt stays, and so does its meaning.")
  void noFreshSalt() {
    refused(
        "mutex group \"shop\" can't be salted anew while experiment \"here\" holds [0, 10) of it",
        () -> planner(live("here", SHOP.slot(0, 10))).freshSalt());
    Experiment other = live("other", SHOP.withSalt("another").slot(0, 10));
    refused(
        "mutex group \"shop\" is not the same for experiment \"other\": salt another and"
            + " $group:shop",
        () -> planner(other));
  }

  private static void refused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
