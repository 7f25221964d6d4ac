package io.github.evenlot.assignment;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Buffers for callers who bring none. A place holds one buffer or none; who finds none makes one,
 * who finds the place taken lets the buffer go. So nobody waits, a call from within a call gets a
 * buffer of its own, and nothing is tied to a thread.
 */
final class BufferPool {

  private static final int PLACES = 16;

  private final AtomicReferenceArray<@Nullable AssignmentBuffer> buffers =
      new AtomicReferenceArray<>(PLACES);

  AssignmentBuffer take() {
    AssignmentBuffer free = buffers.getAndSet(place(), null);
    return free == null ? new AssignmentBuffer() : free;
  }

  void giveBack(AssignmentBuffer buffer) {
    buffers.lazySet(place(), buffer);
  }

  private static int place() {
    long id = Thread.currentThread().getId();
    return (int) (id ^ id >>> 4) & (PLACES - 1);
  }
}
