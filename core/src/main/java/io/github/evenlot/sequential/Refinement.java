package io.github.evenlot.sequential;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A panel cut into equal parts, each made when it is first needed. */
final class Refinement {

  private final Panel whole;
  private final long count;
  private final Map<Long, Panel> parts = new HashMap<>();

  Refinement(Panel whole, double maxWidth) {
    this.whole = whole;
    this.count = (long) Math.max(1, Math.ceil(whole.width() / maxWidth));
  }

  /** Adds to {@code touched} the parts that touch [lo, hi]. */
  void addTo(List<Panel> touched, double lo, double hi) {
    if (hi <= whole.lo() || whole.hi() <= lo) {
      return;
    }
    long last = index(hi);
    for (long i = index(lo); i <= last; i++) {
      touched.add(part(i));
    }
  }

  private long index(double x) {
    double index = Math.floor((x - whole.lo()) / whole.width() * count);
    return (long) Math.min(Math.max(index, 0), count - 1);
  }

  private Panel part(long i) {
    return count == 1
        ? whole
        : parts.computeIfAbsent(i, key -> whole.part(edge(key), edge(key + 1)));
  }

  /** The same double for the parts on both sides, so that nothing is lost between them. */
  private double edge(long i) {
    return i == count ? whole.hi() : whole.lo() + whole.width() * ((double) i / count);
  }
}
