package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Reallocation;
import io.github.evenlot.experiment.Reallocation.Move;
import io.github.evenlot.experiment.Weight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * 5: reallocation moves exactly the total variation distance. Everything is counted anew here,
 * bucket by bucket.
 */
class Law05FewestMovesTest {

  private static final List<String> VARIANTS = List.of("a", "b", "c", "d", "e");
  private static final String NOBODY = "nobody";

  private record Change(Allocation before, List<Weight> weights) {

    Reallocation made() {
      return Reallocation.of(before, weights);
    }
  }

  /** Of 100 buckets and whole percents, and of 10,000 and percents with two decimals. */
  @Provide
  Arbitrary<Change> changes() {
    return Arbitraries.of(100, Weight.WHOLE)
        .flatMap(n -> Combinators.combine(tables(n), weights(n)).as(Change::new));
  }

  @Provide
  Arbitrary<Reallocation> reallocations() {
    return Arbitraries.of(100, Weight.WHOLE)
        .flatMap(n -> Combinators.combine(tables(n), tables(n)).as(Reallocation::new));
  }

  /** Whole buckets for up to five variants, at most all of them; some of them 0. */
  private static Arbitrary<List<Weight>> weights(int buckets) {
    return Arbitraries.integers()
        .between(0, buckets)
        .list()
        .ofMinSize(0)
        .ofMaxSize(VARIANTS.size())
        .map(drawn -> cut(drawn, buckets));
  }

  private static List<Weight> cut(List<Integer> drawn, int buckets) {
    List<Weight> weights = new ArrayList<>();
    int left = buckets;
    for (int wanted : drawn) {
      int got = Math.min(wanted, left);
      weights.add(weight(VARIANTS.get(weights.size()), got, buckets));
      left -= got;
    }
    return weights;
  }

  private static Weight weight(String variant, int buckets, int ofBuckets) {
    return new Weight(variant, buckets * (Weight.WHOLE / ofBuckets));
  }

  /** Runs of buckets of any owner, so pieces of all lengths in any order. */
  private static Arbitrary<Allocation> tables(int buckets) {
    return Arbitraries.of("a", "b", "c", "d", NOBODY)
        .list()
        .ofSize(100)
        .flatMap(
            owners ->
                Arbitraries.integers()
                    .between(buckets / 100, buckets * 2 / 5)
                    .map(run -> table(owners, run, buckets)));
  }

  private static Allocation table(List<String> owners, int run, int buckets) {
    List<Allocation.Range> ranges = new ArrayList<>();
    for (int from = 0; from < buckets; from += run) {
      String owner = owners.get(from / run);
      if (!owner.equals(NOBODY)) {
        ranges.add(new Allocation.Range(from, Math.min(from + run, buckets), owner));
      }
    }
    return Allocation.of(buckets, ranges);
  }

  /** Bucket by bucket. */
  private static String[] owners(Allocation allocation) {
    String[] owners = new String[allocation.buckets()];
    Arrays.fill(owners, NOBODY);
    for (Allocation.Range range : allocation.ranges()) {
      Arrays.fill(owners, range.from(), range.to(), range.variant());
    }
    return owners;
  }

  private static Map<String, Integer> sizes(Allocation allocation) {
    Map<String, Integer> sizes = new HashMap<>();
    for (String owner : owners(allocation)) {
      sizes.merge(owner, 1, Integer::sum);
    }
    return sizes;
  }

  /** Half the sum of the absolute differences of the shares, in buckets. */
  private static int totalVariation(Map<String, Integer> one, Map<String, Integer> two) {
    List<String> owners = new ArrayList<>(VARIANTS);
    owners.add(NOBODY);
    return owners.stream()
            .mapToInt(owner -> Math.abs(one.getOrDefault(owner, 0) - two.getOrDefault(owner, 0)))
            .sum()
        / 2;
  }

  @Property(seed = "501", tries = 300)
  void theWeightsAreRealised(@ForAll("changes") Change change) {
    Map<String, Integer> sizes = sizes(change.made().after());
    Map<String, Integer> wanted = new HashMap<>();
    change.weights.forEach(weight -> wanted.put(weight.variant(), weight.hundredths()));
    for (String variant : VARIANTS) {
      int hundredths = sizes.getOrDefault(variant, 0) * (Weight.WHOLE / change.before.buckets());
      assertThat(hundredths).isEqualTo(wanted.getOrDefault(variant, 0));
    }
  }

  @Property(seed = "502", tries = 300)
  void asManyBucketsMoveAsTheSharesAreApartAndNoMore(@ForAll("changes") Change asked) {
    Reallocation change = asked.made();
    String[] before = owners(change.before());
    String[] after = owners(change.after());
    int moved = 0;
    int flipped = 0;
    int enrolled = 0;
    for (int bucket = 0; bucket < before.length; bucket++) {
      String from = before[bucket];
      String to = after[bucket];
      moved += from.equals(to) ? 0 : 1;
      enrolled += from.equals(NOBODY) ? 0 : 1;
      flipped += from.equals(to) || from.equals(NOBODY) || to.equals(NOBODY) ? 0 : 1;
    }
    assertThat(moved).isEqualTo(totalVariation(sizes(change.before()), sizes(change.after())));
    assertThat(change.movedBuckets()).isEqualTo(moved);
    assertThat(change.leastMovedBuckets()).isEqualTo(moved);
    assertThat(change.flippedBuckets()).isEqualTo(flipped);
    assertThat(change.flippedShare()).isEqualTo(enrolled == 0 ? 0 : (double) flipped / enrolled);
  }

  @Property(seed = "503", tries = 300)
  void theMovesAreThoseOfTheBuckets(@ForAll("reallocations") Reallocation change) {
    String[] before = owners(change.before());
    String[] after = owners(change.after());
    Map<String, Integer> counted = new HashMap<>();
    for (int bucket = 0; bucket < before.length; bucket++) {
      if (!before[bucket].equals(after[bucket])) {
        counted.merge(before[bucket] + ">" + after[bucket], 1, Integer::sum);
      }
    }
    Map<String, Integer> reported = new HashMap<>();
    for (Move move : change.moves()) {
      reported.put(shown(move.from()) + ">" + shown(move.to()), move.buckets());
    }
    assertThat(reported).isEqualTo(counted);
  }

  private static String shown(String variant) {
    return Objects.requireNonNullElse(variant, NOBODY);
  }

  @Property(seed = "504", tries = 300)
  void withTheSameSharesNobodyMoves(@ForAll("changes") Change change) {
    Allocation before = change.before;
    List<Weight> same =
        VARIANTS.stream().map(id -> weight(id, before.bucketsOf(id), before.buckets())).toList();
    assertThat(Reallocation.of(before, same).moves()).isEmpty();
  }

  @Property(seed = "505", tries = 300)
  void theOrderOfTheWeightsDoesNotMatter(@ForAll("changes") Change change, @ForAll long seed) {
    List<Weight> shuffled = new ArrayList<>(change.weights);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Reallocation.of(change.before, shuffled)).isEqualTo(change.made());
  }

  /** Of one more range for each variant, gaps counted; see {@link Reallocation#of}. */
  @Property(seed = "506", tries = 300)
  void fewRangesCome(@ForAll("changes") Change change) {
    Allocation before = change.before;
    Allocation after = change.made().after();
    long variants =
        VARIANTS.stream().filter(id -> before.bucketsOf(id) > 0 || after.bucketsOf(id) > 0).count();
    assertThat(runs(after)).isLessThanOrEqualTo(runs(before) + variants);
  }

  private static long runs(Allocation allocation) {
    String[] owners = owners(allocation);
    long runs = 1;
    for (int bucket = 1; bucket < owners.length; bucket++) {
      runs += owners[bucket].equals(owners[bucket - 1]) ? 0 : 1;
    }
    return runs;
  }

  @Property(seed = "507")
  void backAndForthBetweenTwoArmsStaysTwoRanges(
      @ForAll List<@IntRange(min = 0, max = 100) Integer> shares) {
    Allocation allocation =
        Allocation.of(
            100, List.of(new Allocation.Range(0, 50, "a"), new Allocation.Range(50, 100, "b")));
    for (int share : shares) {
      allocation =
          Reallocation.of(
                  allocation,
                  List.of(Weight.ofPercent("a", share), Weight.ofPercent("b", 100 - share)))
              .after();
      assertThat(allocation.ranges()).hasSizeLessThanOrEqualTo(2);
    }
  }
}
