package io.github.evenlot.benchmarks.engines;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The ten attributes of a user, and how often each value occurs. */
final class Population {

  private static final Map<String, Map<String, Integer>> PERCENT = new LinkedHashMap<>();

  static {
    PERCENT.put("country", Map.of("US", 40, "DE", 20, "GB", 20, "BR", 20));
    PERCENT.put("platform", Map.of("iOS", 45, "Android", 40, "web", 15));
    PERCENT.put("plan", Map.of("free", 70, "pro", 25, "team", 5));
    PERCENT.put("language", Map.of("en", 60, "de", 20, "es", 20));
    PERCENT.put("device", Map.of("phone", 60, "desktop", 30, "tablet", 10));
    PERCENT.put("channel", Map.of("organic", 50, "ads", 30, "referral", 20));
    PERCENT.put("cohort", Map.of("new", 30, "active", 50, "lapsed", 20));
    PERCENT.put("release", Map.of("5.2", 50, "5.1", 30, "5.0", 20));
    PERCENT.put("region", Map.of("north", 30, "south", 30, "east", 20, "west", 20));
    PERCENT.put("theme", Map.of("light", 60, "dark", 40));
  }

  /** The names of the attributes. */
  static final List<String> ATTRIBUTES = List.copyOf(PERCENT.keySet());

  private Population() {}

  /**
   * A value of an attribute, as often as it occurs. A string of its own, as a parser would make it:
   * no engine may win by comparing addresses.
   */
  static String draw(String attribute, SplittableRandom random) {
    int below = random.nextInt(100);
    // Sorted: the order of Map.of changes from one process to the next.
    for (Map.Entry<String, Integer> value :
        new TreeMap<>(PERCENT.getOrDefault(attribute, Map.of())).entrySet()) {
      below -= value.getValue();
      if (below < 0) {
        return new String(value.getKey());
      }
    }
    throw new IllegalArgumentException("attribute \"%s\" has no values".formatted(attribute));
  }
}
