package io.github.evenlot.architecture;

import io.github.evenlot.internal.Int128;
import java.util.List;
import java.util.Set;

/** What the rule about signatures is there to find. */
public final class Leaky {

  private Leaky() {}

  public static List<? extends Set<Int128>> leak() {
    return List.of();
  }
}
