package io.github.evenlot.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SettableClockTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final SettableClock clock = new SettableClock(NOON);

  @Test
  void standsStill() {
    assertThat(clock.instant()).isEqualTo(NOON).isEqualTo(clock.instant());
    assertThat(clock.millis()).isEqualTo(NOON.toEpochMilli());
    assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
  }

  @Test
  void movesWhenTold() {
    clock.advance(Duration.ofHours(2));
    assertThat(clock.instant()).isEqualTo("2026-03-01T14:00:00Z");
    clock.advance(Duration.ofHours(-3));
    assertThat(clock.instant()).isEqualTo("2026-03-01T11:00:00Z");
    clock.set(Instant.EPOCH);
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void anotherZoneShowsTheSameHands() {
    Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));
    clock.advance(Duration.ofDays(1));
    assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(tokyo.instant()).isEqualTo("2026-03-02T12:00:00Z");
  }
}
