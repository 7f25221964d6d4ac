package io.github.evenlot.serving;

import io.github.evenlot.experiment.UnitId;
import java.util.concurrent.ConcurrentHashMap;

/** Under which anonymous id a known user was met first. */
@FunctionalInterface
public interface UnitLinks {

  /**
   * Links a known user with an anonymous id, unless the user is linked already.
   *
   * @return the anonymous id that the user is linked with from now on: the first one for ever
   */
  UnitId link(UnitId known, UnitId anonymous);

  /** Links in memory, for one process and for tests; it grows with the number of known users. */
  static UnitLinks inMemory() {
    ConcurrentHashMap<UnitId, UnitId> links = new ConcurrentHashMap<>();
    return (known, anonymous) -> {
      UnitId before = links.putIfAbsent(known, anonymous);
      return before == null ? anonymous : before;
    };
  }
}
