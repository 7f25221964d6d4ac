package io.github.evenlot.bucketing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Bucketings that have numbers in their id, as {@code unleash-1000-86028157}. */
final class Families {

  static final int UNLEASH_VARIANT_SEED = 86_028_157;

  /** What their ids look like, for messages. */
  static final List<String> PATTERNS =
      List.of(
          "eppo-SHARDS",
          "launchdarkly-WEIGHT-WEIGHT…",
          "planout-uniform-CHOICES",
          "planout-weighted-TOTAL",
          "unleash-BUCKETS-SEED");

  private static final int MOST_BUCKETS = 1_000_000;
  private static final int MOST_DIGITS = Integer.toString(Integer.MAX_VALUE).length();

  private static final Map<String, Function<List<Integer>, Bucketing>> BY_PREFIX =
      new TreeMap<>(
          Map.of(
              "eppo-", numbers -> eppo(numbers.get(0)),
              "launchdarkly-", LaunchDarklyWeights::new,
              "planout-uniform-", numbers -> planOutUniform(numbers.get(0)),
              "planout-weighted-", numbers -> planOutWeighted(numbers.get(0)),
              "unleash-", numbers -> unleash(numbers.get(0), numbers.get(numbers.size() - 1))));

  private Families() {}

  static Bucketing eppo(int shards) {
    return eppo("eppo-" + shards, shards, "{salt}-{unit}");
  }

  static Bucketing eppo(String id, int shards, String template) {
    checkBuckets(id, shards);
    return TextBucketing.of(id, shards, template, text -> Draws.eppo(text, shards));
  }

  static Bucketing unleash(int buckets, int seed) {
    String id = "unleash-%d-%d".formatted(buckets, seed);
    checkBuckets(id, buckets);
    if (seed < 0) {
      throw new IllegalArgumentException("seed %d of bucketing %s is below 0".formatted(seed, id));
    }
    return TextBucketing.of(
        id, buckets, "{salt}:{unit}", text -> Draws.unleash(text, buckets, seed));
  }

  static Bucketing planOutUniform(int choices) {
    String id = "planout-uniform-" + choices;
    checkBuckets(id, choices);
    return TextBucketing.of(
        id, choices, "{salt}.{unit}", text -> Draws.planOutUniform(text, choices));
  }

  static FractionBucketing planOutWeighted(int totalWeight) {
    String id = "planout-weighted-" + totalWeight;
    checkBuckets(id, totalWeight);
    return ScaledBucketing.of(id, totalWeight, "{salt}.{unit}", Scale.PLANOUT_WEIGHTS);
  }

  private static void checkBuckets(String id, int buckets) {
    if (buckets < 1 || buckets > MOST_BUCKETS) {
      throw new IllegalArgumentException(
          "bucketing %s has %d buckets, not 1 to %d".formatted(id, buckets, MOST_BUCKETS));
    }
  }

  /**
   * The bucketing with this id, if it is one of a family's.
   *
   * @throws IllegalArgumentException if it is, but for numbers out of range
   */
  static Optional<Bucketing> find(String id) {
    return BY_PREFIX.entrySet().stream()
        .filter(family -> id.startsWith(family.getKey()))
        .flatMap(family -> numbers(id.substring(family.getKey().length())).map(family.getValue()))
        // A leading zero, or one number too many: no two ids for one bucketing.
        .filter(found -> found.id().equals(id))
        .findFirst();
  }

  /** One list, or none where something is no number. */
  private static Stream<List<Integer>> numbers(String joined) {
    List<String> texts = List.of(joined.split("-", -1));
    return texts.stream().allMatch(Families::isNumber)
        ? Stream.of(texts.stream().map(Integer::valueOf).toList())
        : Stream.empty();
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.length() <= MOST_DIGITS
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && Long.parseLong(text) <= Integer.MAX_VALUE;
  }
}
