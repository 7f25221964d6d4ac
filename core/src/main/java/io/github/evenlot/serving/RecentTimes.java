package io.github.evenlot.serving;

import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The earliest time of each of the keys seen lately. Keys are kept in two generations; when the
 * younger one is full it becomes the older one, whose keys are forgotten. So at least half of the
 * capacity is remembered, no key needs a place in an order.
 */
final class RecentTimes<K> {

  private record Generations<K>(
      ConcurrentHashMap<K, Instant> young, ConcurrentHashMap<K, Instant> old) {}

  private final int half;
  private volatile Generations<K> generations =
      new Generations<>(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());

  RecentTimes(int capacity) {
    if (capacity < 2) {
      throw new IllegalArgumentException("capacity %d is below 2".formatted(capacity));
    }
    this.half = capacity / 2;
  }

  /** Whether a key has not been seen at this time or earlier; from now on it has. */
  boolean isEarliest(K key, Instant time) {
    Generations<K> now = generations;
    @Nullable Instant older = now.old.get(key);
    boolean[] earliest = {false};
    now.young.compute(
        key,
        (any, younger) -> {
          @Nullable Instant before = younger == null ? older : younger;
          earliest[0] = before == null || time.isBefore(before);
          return earliest[0] ? time : before;
        });
    if (now.young.size() >= half) {
      age(now);
    }
    return earliest[0];
  }

  /** One of those who find a generation full replaces it; the others find that done. */
  @SuppressWarnings("ReferenceEquality") // the very maps that were full
  private synchronized void age(Generations<K> full) {
    if (generations == full) {
      generations = new Generations<>(new ConcurrentHashMap<>(), full.young);
    }
  }

  void forget(K key) {
    Generations<K> now = generations;
    now.young.remove(key);
    now.old.remove(key);
  }

  /** How many keys are remembered, those that are there twice counted twice. */
  int size() {
    Generations<K> now = generations;
    return now.young.size() + now.old.size();
  }
}
