package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Traffic.Step;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TrafficTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  @DisplayName("A ramp has a step for each share, and each step its buckets.")
  void ramp() {
    Traffic ramp = Traffic.of("salt", 0.01).then(NOON, 12.5).then(NOON.plusNanos(1), 12.5);
    assertThat(ramp.steps())
        .containsExactly(
            new Step(Instant.MIN, 1), new Step(NOON, 1250), new Step(NOON.plusNanos(1), 1250));
    assertThat(ramp.steps()).extracting(ramp::bucketsOf).containsExactly(1, 1250, 1250);
    assertThat(ramp.isEveryone()).isFalse();
  }

  @Test
  @DisplayName("Everyone is in if the whole is in from the first moment on.")
  void everyone() {
    assertThat(Traffic.ALL.isEveryone()).isTrue();
    assertThat(Traffic.of("salt", 100).isEveryone()).isTrue();
    assertThat(Traffic.of("salt", 99.99).then(NOON, 100).isEveryone()).isFalse();
    Traffic later = new Traffic(Bucketings.EVENLOT_1, "salt", List.of(new Step(NOON, 10_000)));
    assertThat(later.isEveryone()).isFalse();
  }

  @Test
  @DisplayName("A builder's traffic holds for its audience, whichever of them is given first.")
  void order() {
    Audience devices = Audience.EVERYONE.withUnitKind("device");
    Experiment first = exp().traffic(20).audience(devices).build();
    assertThat(first).isEqualTo(exp().audience(devices).traffic(20).build());
    assertThat(first.audience()).isEqualTo(devices.withTraffic(Traffic.of("$traffic:exp", 20)));
    Traffic tenth = Traffic.of("salt", 10);
    assertThat(exp().audience(devices.withTraffic(tenth)).build().audience().traffic())
        .isEqualTo(tenth);
  }

  private static Experiment.Builder exp() {
    return Experiment.builder("exp").variant("a", 100);
  }

  @Test
  @DisplayName("An experiment's traffic is drawn by a salt of its own.")
  void ofABuilder() {
    Experiment experiment = Experiment.builder("exp").variant("a", 100).traffic(20).build();
    assertThat(experiment.audience().traffic()).isEqualTo(Traffic.of("$traffic:exp", 20));
    assertThat(experiment.salt()).isEqualTo("exp");
  }

  @Test
  @DisplayName("A ramp neither falls nor goes back in time, and its shares are whole buckets.")
  void refuses() {
    Traffic half = Traffic.of("salt", 50);
    refused(
        "traffic of 49.99 percent at 2026-03-01T12:00:00Z is below the 50 percent before it; units"
            + " would leave",
        () -> half.then(NOON, 49.99));
    refused(
        "traffic step at 2026-03-01T12:00:00Z is not after the one before it at"
            + " 2026-03-01T12:00:00Z",
        () -> half.then(NOON, 60).then(NOON, 70));
    refused("traffic of 100.5 percent is above 100", () -> half.then(NOON, 100.5));
    refused("traffic of -0.5 percent is below 0", () -> Traffic.of("salt", -0.5));
    refused("traffic of 0.125 percent has more than two decimals", () -> Traffic.of("salt", 0.125));
    refused("traffic of NaN percent is not a number", () -> Traffic.of("salt", Double.NaN));
    refused("traffic of -0.01 percent is below 0", () -> new Step(NOON, -1));
    refused("traffic has no step", () -> new Traffic(Bucketings.EVENLOT_1, "salt", List.of()));
    refused(
        "traffic of 12.5 percent is not a whole number of the 100 buckets",
        () -> new Traffic(Bucketings.MD5_100, "salt", List.of(new Step(NOON, 1250))));
  }

  private static void refused(String message, ThrowingCallable making) {
    assertThatIllegalArgumentException().isThrownBy(making).withMessage(message);
  }
}
