package io.github.evenlot.targeting;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * About how many instructions a regular expression becomes, without compiling it: {@code
 * ((a{1000}){1000}){1000}} would be a thousand million. Too many rather than too few; of an
 * expression with wrong syntax any number.
 */
final class RegexSize {

  /** The two ends of a group. */
  private static final long GROUP = 2;

  /** RE2 refuses a count above 1,000; any above it will do. */
  private static final long LARGEST_COUNT = 10_000;

  /** Keeps products within a long. */
  private static final long HUGE = 1L << 40;

  private final String regex;
  private final Deque<Long> outer = new ArrayDeque<>();
  private int at;

  private int longestClass;

  /** Of the group that is being read, up to its last atom. */
  private long group;

  /** Of the last atom, which a repetition repeats. */
  private long atom;

  private RegexSize(String regex) {
    this.regex = regex;
  }

  static long estimate(String regex) {
    RegexSize size = read(regex);
    return size.group + size.atom;
  }

  /** How many characters the longest class in brackets has, which is no less than its ranges. */
  static int longestClass(String regex) {
    return read(regex).longestClass;
  }

  private static RegexSize read(String regex) {
    RegexSize size = new RegexSize(regex);
    while (size.at < regex.length()) {
      size.readOne();
    }
    while (!size.outer.isEmpty()) {
      size.close();
    }
    return size;
  }

  private void readOne() {
    switch (regex.charAt(at++)) {
      case '\\' -> readEscape();
      case '[' -> {
        skipClass();
        next(1);
      }
      case '(' -> {
        outer.push(group + atom);
        group = 0;
        atom = GROUP;
      }
      case ')' -> close();
      case '{' -> readRepetition();
      default -> next(1);
    }
  }

  private void readEscape() {
    int from = at;
    char escaped = at < regex.length() ? regex.charAt(at++) : 0;
    if (escaped == 'Q') {
      skipTo("\\E");
    } else if ("xpP".indexOf(escaped) >= 0 && regex.startsWith("{", at)) {
      skipTo("}");
    }
    next(escaped == 'Q' ? at - from : 1);
  }

  private void skipTo(String end) {
    int found = regex.indexOf(end, at);
    at = found < 0 ? regex.length() : found + end.length();
  }

  /** A bracket that comes first does not end a class, nor does one of {@code [:alpha:]}. */
  private void skipClass() {
    at += regex.startsWith("^", at) ? 1 : 0;
    int first = at;
    while (at < regex.length() && (at == first || regex.charAt(at) != ']')) {
      if (regex.startsWith("[:", at) && regex.indexOf(":]", at) > 0) {
        skipTo(":]");
      } else {
        at += regex.charAt(at) == '\\' ? 2 : 1;
      }
    }
    longestClass = Math.max(longestClass, at - first);
    at++;
  }

  private void next(long size) {
    group += atom;
    atom = size;
  }

  private void close() {
    long inner = group + atom;
    group = outer.isEmpty() ? 0 : outer.pop();
    atom = inner;
  }

  /** As {2}, {2,} or {2,5}; any other brace is itself. */
  private void readRepetition() {
    int from = at;
    long times = readNumber();
    if (times >= 0 && regex.startsWith(",", at)) {
      at++;
      times = Math.max(times, readNumber());
    }
    if (times < 0 || !regex.startsWith("}", at)) {
      at = from;
      next(1);
      return;
    }
    at++;
    // Each copy may be optional, which is one more instruction; and none leaves something, too.
    atom = Math.min((atom + 1) * (times + 1), HUGE);
  }

  /** The digits that come next as a number, up to 10,000; -1 if none come. */
  private long readNumber() {
    long number = -1;
    while (at < regex.length() && regex.charAt(at) >= '0' && regex.charAt(at) <= '9') {
      number = Math.min(10 * Math.max(number, 0) + (regex.charAt(at++) - '0'), LARGEST_COUNT);
    }
    return number;
  }
}
