package io.github.evenlot.targeting;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Counts what a condition's document has, and refuses it where it has too much. */
final class Limits {

  static final int DEEPEST = 16;
  static final int MOST_NODES = 256;
  static final int MOST_ENTRIES = 10_000;
  static final int MOST_BYTES = 65_536;

  private int nodes;
  private int entries;
  private long bytes;

  void depth(Path path, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException(
          "%s is nested %d deep, above %d".formatted(path, depth, DEEPEST));
    }
  }

  /** An attribute or an operator, or an object that has none. */
  void node(Path path) {
    nodes++;
    if (nodes > MOST_NODES) {
      throw new IllegalArgumentException(
          "%s is node %d, above %d".formatted(path, nodes, MOST_NODES));
    }
  }

  void entry(Path path) {
    entries++;
    if (entries > MOST_ENTRIES) {
      throw new IllegalArgumentException(
          "%s is list entry %d, above %d".formatted(path, entries, MOST_ENTRIES));
    }
  }

  /** A name or a text: JSON has quotes around it, and a colon, a comma or a bracket behind it. */
  void text(Path path, String text) {
    add(path, text, 3);
  }

  /** A number, truth value or null, which has no quotes. */
  void literal(Path path, String literal) {
    add(path, literal, 1);
  }

  private void add(Path path, String text, int punctuation) {
    // Encoding a text takes as much memory again: not before it is known to be short.
    bytes +=
        punctuation + (text.length() > MOST_BYTES ? text.length() : text.getBytes(UTF_8).length);
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s ends at %d bytes of document, above %d".formatted(path, bytes, MOST_BYTES));
    }
  }
}
