package io.github.evenlot.benchmarks.engines;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FootprintTest {

  private static final long HALF_A_MEGABYTE = 500_000;

  @Test
  @DisplayName("a thousand experiments take no more than half a megabyte of heap")
  void bound() {
    assertThat(Footprint.bytes(new EvenlotEngine(Work.S4).assigner()))
        .isBetween(1_000L, HALF_A_MEGABYTE);
  }
}
