package io.github.evenlot.benchmarks.engines;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as every engine is given it. Its variants share its users evenly.
 *
 * @param key its name
 * @param variants their ids, the control first
 * @param rules the value that each of these attributes must have; empty for everybody
 * @param slot the part of a mutex group's users that it owns; null for all of them
 */
record Trial(String key, List<String> variants, Map<String, String> rules, @Nullable Slot slot) {

  /**
   * One of {@link #SLOTS} equal parts of a mutex group's users.
   *
   * @param group the group's name
   * @param index from 0 to {@code SLOTS - 1}
   */
  record Slot(String group, int index) {

    static final int SLOTS = 5;
  }

  /** Whether a user with these attributes is let in. */
  boolean admits(Map<String, String> attributes) {
    return rules.entrySet().stream()
        .allMatch(rule -> rule.getValue().equals(attributes.get(rule.getKey())));
  }
}
