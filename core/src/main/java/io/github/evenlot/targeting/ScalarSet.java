package io.github.evenlot.targeting;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The values that {@code $in} names. Looks one up without allocating; types stay apart. */
final class ScalarSet {

  private final Set<String> texts;
  private final int longestText;
  private final long[] wholes;
  private final double[] roundedWholes;
  private final double[] fractions;
  private final boolean hasTrue;
  private final boolean hasFalse;
  private final boolean hasNull;

  /**
   * @param exactCase whether texts have to agree in case, too
   */
  ScalarSet(List<?> values, boolean exactCase) {
    texts = exactCase ? new HashSet<>() : new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    values.stream().filter(String.class::isInstance).map(String.class::cast).forEach(texts::add);
    longestText = texts.stream().mapToInt(String::length).max().orElse(-1);
    wholes = values.stream().filter(Long.class::isInstance).mapToLong(Numbers::whole).toArray();
    Arrays.sort(wholes);
    roundedWholes = Arrays.stream(wholes).asDoubleStream().toArray();
    fractions = values.stream().filter(Double.class::isInstance).mapToDouble(Numbers::of).toArray();
    Arrays.sort(fractions);
    hasTrue = values.contains(true);
    hasFalse = values.contains(false);
    hasNull = values.contains(null);
  }

  /** The most steps that a look-up can take: the hash of a text, or the way down a tree of them. */
  int cost() {
    int comparisons =
        texts instanceof TreeSet ? Integer.SIZE - Integer.numberOfLeadingZeros(texts.size()) : 1;
    return 1 + comparisons * (1 + Math.max(longestText, 0) / 16);
  }

  boolean contains(@Nullable Object value) {
    if (value instanceof String text) {
      // A longer text is none of them, and its hash could take long.
      return text.length() <= longestText && texts.contains(text);
    }
    if (value instanceof Boolean truth) {
      return truth ? hasTrue : hasFalse;
    }
    return Numbers.isNumber(value) ? containsNumber(value) : hasNull && Values.isMissing(value);
  }

  private boolean containsNumber(@Nullable Object value) {
    // A negative zero becomes a zero: the search tells them apart.
    double number = Numbers.of(value) + 0.0;
    if (Arrays.binarySearch(fractions, number) >= 0) {
      return true;
    }
    return Numbers.isWhole(value)
        ? Arrays.binarySearch(wholes, Numbers.whole(value)) >= 0
        : Arrays.binarySearch(roundedWholes, number) >= 0;
  }
}
