package io.github.evenlot.assignment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranges of buckets of shared draws, as flat arrays: holdouts, and slots of mutex groups. A rule
 * refers to consecutive gates by the first one and their number.
 */
final class Gates {

  private final int[] draws;
  private final int[] from;
  private final int[] to;
  private final String[] names;

  Gates(int[] draws, int[] from, int[] to, String[] names) {
    this.draws = draws;
    this.from = from;
    this.to = to;
    this.names = names;
  }

  int draw(int gate) {
    return draws[gate];
  }

  boolean contains(int gate, int bucket) {
    return from[gate] <= bucket && bucket < to[gate];
  }

  String name(int gate) {
    return names[gate];
  }

  /** The place of consecutive gates. */
  record Run(int first, int count) {

    int end() {
      return first + count;
    }
  }

  /** Collects gates; equal runs are kept once. */
  static final class Builder {

    /** A range of a draw's buckets under a name. */
    record Gate(int draw, int from, int to, String name) {}

    private final Ints draws = new Ints();
    private final Ints from = new Ints();
    private final Ints to = new Ints();
    private final List<String> names = new ArrayList<>();
    private final Map<List<Gate>, Run> runs = new HashMap<>();

    Run add(List<Gate> gates) {
      return runs.computeIfAbsent(gates, this::append);
    }

    private Run append(List<Gate> gates) {
      Run run = new Run(draws.size(), gates.size());
      for (Gate gate : gates) {
        draws.add(gate.draw);
        from.add(gate.from);
        to.add(gate.to);
        names.add(gate.name);
      }
      return run;
    }

    Gates build() {
      return new Gates(draws.toArray(), from.toArray(), to.toArray(), names.toArray(String[]::new));
    }
  }
}
