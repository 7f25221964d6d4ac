package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Traffic;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.experiment.Weight;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** 6: a growing share never loses a unit, and changes nobody's variant. */
class Law06GrowthKeepsTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final String OUT = "out";
  private static final int UNITS = 200;

  private static Experiment.Builder halves() {
    return Experiment.builder("exp").variant("a", 50).variant("b", 50);
  }

  private static String variant(Assigner assigner, int unit, Instant time) {
    return assigner.assign("exp", UnitId.of(unit), time).variantOr(OUT);
  }

  /** Who is in stays in the same variant; who is out may join. */
  private static void assertKept(String before, String after) {
    if (!before.equals(OUT)) {
      assertThat(after).isEqualTo(before);
    }
  }

  @Property(seed = "601", tries = 200)
  void aRampOfTraffic(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 0, max = 10_000) Integer> drawn,
      @ForAll int firstUnit) {
    List<Integer> shares = drawn.stream().sorted().toList();
    Traffic ramp = Traffic.of("traffic", shares.get(0) / 100.0);
    for (int i = 1; i < shares.size(); i++) {
      ramp = ramp.then(NOON.plusSeconds(i), shares.get(i) / 100.0);
    }
    Assigner assigner = Assigner.of(halves().audience(Audience.EVERYONE.withTraffic(ramp)).build());
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      for (int i = 1; i < shares.size(); i++) {
        assertKept(
            variant(assigner, unit, NOON.plusSeconds(i - 1)),
            variant(assigner, unit, NOON.plusSeconds(i)));
      }
    }
  }

  @Property(seed = "602", tries = 200)
  void moreTrafficForTheSameSalt(
      @ForAll @IntRange(min = 0, max = 10_000) int one,
      @ForAll @IntRange(min = 0, max = 10_000) int two,
      @ForAll int firstUnit) {
    Assigner less = Assigner.of(halves().traffic(Math.min(one, two) / 100.0).build());
    Assigner more = Assigner.of(halves().traffic(Math.max(one, two) / 100.0).build());
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      assertKept(variant(less, unit, NOON), variant(more, unit, NOON));
    }
  }

  @Property(seed = "603", tries = 200)
  void weightsThatAllGrow(
      @ForAll @IntRange(min = 0, max = 40) int a,
      @ForAll @IntRange(min = 0, max = 40) int b,
      @ForAll @IntRange(min = 0, max = 10) int moreA,
      @ForAll @IntRange(min = 0, max = 10) int moreB,
      @ForAll int firstUnit) {
    Experiment before = Experiment.builder("exp").variant("a", a).variant("b", b).build();
    Experiment after =
        before.reallocated(
            List.of(Weight.ofPercent("a", a + moreA), Weight.ofPercent("b", b + moreB)), NOON);
    Assigner assigner = Assigner.of(after);
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      assertKept(variant(assigner, unit, NOON.minusNanos(1)), variant(assigner, unit, NOON));
    }
  }

  /** The one that grows keeps its own even where others shrink. */
  @Property(seed = "604", tries = 200)
  void theVariantThatGrows(@ForAll @IntRange(min = 0, max = 50) int more, @ForAll int firstUnit) {
    Experiment after =
        halves()
            .build()
            .reallocated(
                List.of(Weight.ofPercent("a", 50 + more), Weight.ofPercent("b", 50 - more)), NOON);
    Assigner assigner = Assigner.of(after);
    for (int unit = firstUnit; unit != firstUnit + UNITS; unit++) {
      if (variant(assigner, unit, NOON.minusNanos(1)).equals("a")) {
        assertThat(variant(assigner, unit, NOON)).isEqualTo("a");
      }
    }
  }
}
