package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.experiment.Allocation;
import io.github.evenlot.experiment.Reallocation;
import io.github.evenlot.experiment.Reallocation.Move;
import io.github.evenlot.experiment.Weight;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * 5: reallocation moves exactly the total variation distance. Everything is counted anew here,
 * bucket by bucket.
 */
class Law05FewestMovesTest {

  private static final int BUCKETS = 100;
  private static final List<String> VARIANTS = List.of("a", "b", "c", "d", "e");
  private static final String NOBODY = "nobody";

  /** Whole percents for up to five variants, that sum to at most 100; some of them 0. */
  @Provide
  Arbitrary<List<Weight>> weights() {
    return Arbitraries.integers()
        .between(0, 100)
        .list()
        .ofMinSize(0)
        .ofMaxSize(VARIANTS.size())
        .map(Law05FewestMovesTest::cutAt100);
  }

  private static List<Weight> cutAt100(List<Integer> drawn) {
    List<Weight> weights = new ArrayList<>();
    int left = 100;
    for (int percent : drawn) {
      int weight = Math.min(percent, left);
      weights.add(Weight.ofPercent(VARIANTS.get(weights.size()), weight));
      left -= weight;
    }
    return weights;
  }

  /** Runs of buckets of any owner, so pieces of all lengths in any order. */
  @Provide
  Arbitrary<Allocation> tables() {
    return Arbitraries.of("a", "b", "c", "d", NOBODY)
        .list()
        .ofSize(BUCKETS)
        .flatMap(owners -> Arbitraries.integers().between(1, 40).map(run -> table(owners, run)));
  }

  private static Allocation table(List<String> owners, int run) {
    List<Allocation.Range> ranges = new ArrayList<>();
    for (int from = 0; from < BUCKETS; from += run) {
      String owner = owners.get(from);
      if (!owner.equals(NOBODY)) {
        ranges.add(new Allocation.Range(from, Math.min(from + run, BUCKETS), owner));
      }
    }
    return Allocation.of(BUCKETS, ranges);
  }

  private static String owner(Allocation allocation, int bucket) {
    return allocation.variantOf(bucket).orElse(NOBODY);
  }

  private static Map<String, Integer> sizes(Allocation allocation) {
    Map<String, Integer> sizes = new HashMap<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      sizes.merge(owner(allocation, bucket), 1, Integer::sum);
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
  void theWeightsAreRealised(
      @ForAll("tables") Allocation before, @ForAll("weights") List<Weight> weights) {
    Allocation after = Reallocation.of(before, weights).after();
    Map<String, Integer> wanted = new HashMap<>();
    weights.forEach(weight -> wanted.put(weight.variant(), weight.percent().intValue()));
    for (String variant : VARIANTS) {
      assertThat(sizes(after).getOrDefault(variant, 0)).isEqualTo(wanted.getOrDefault(variant, 0));
    }
  }

  @Property(seed = "502", tries = 300)
  void asManyBucketsMoveAsTheSharesAreApartAndNoMore(
      @ForAll("tables") Allocation before, @ForAll("weights") List<Weight> weights) {
    Reallocation change = Reallocation.of(before, weights);
    int moved = 0;
    int flipped = 0;
    int enrolled = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      String from = owner(before, bucket);
      String to = owner(change.after(), bucket);
      moved += from.equals(to) ? 0 : 1;
      enrolled += from.equals(NOBODY) ? 0 : 1;
      flipped += from.equals(to) || from.equals(NOBODY) || to.equals(NOBODY) ? 0 : 1;
    }
    assertThat(moved).isEqualTo(totalVariation(sizes(before), sizes(change.after())));
    assertThat(change.movedBuckets()).isEqualTo(moved);
    assertThat(change.leastMovedBuckets()).isEqualTo(moved);
    assertThat(change.flippedBuckets()).isEqualTo(flipped);
    assertThat(change.flippedShare()).isEqualTo(enrolled == 0 ? 0 : (double) flipped / enrolled);
  }

  @Property(seed = "503", tries = 300)
  void theMovesAreThoseOfTheBuckets(
      @ForAll("tables") Allocation before, @ForAll("tables") Allocation after) {
    Map<String, Integer> counted = new HashMap<>();
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      if (!owner(before, bucket).equals(owner(after, bucket))) {
        counted.merge(owner(before, bucket) + ">" + owner(after, bucket), 1, Integer::sum);
      }
    }
    Map<String, Integer> reported = new HashMap<>();
    for (Move move : new Reallocation(before, after).moves()) {
      reported.put(shown(move.from()) + ">" + shown(move.to()), move.buckets());
    }
    assertThat(reported).isEqualTo(counted);
  }

  private static String shown(String variant) {
    return Objects.requireNonNullElse(variant, NOBODY);
  }

  @Property(seed = "504", tries = 300)
  void withTheSameSharesNobodyMoves(@ForAll("tables") Allocation before) {
    List<Weight> same = new ArrayList<>();
    VARIANTS.forEach(id -> same.add(Weight.ofPercent(id, before.bucketsOf(id))));
    assertThat(Reallocation.of(before, same).moves()).isEmpty();
  }

  @Property(seed = "505", tries = 300)
  void theOrderOfTheWeightsDoesNotMatter(
      @ForAll("tables") Allocation before,
      @ForAll("weights") List<Weight> weights,
      @ForAll long seed) {
    List<Weight> shuffled = new ArrayList<>(weights);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(Reallocation.of(before, shuffled)).isEqualTo(Reallocation.of(before, weights));
  }

  /** Of one more range for each variant, gaps counted; see {@link Reallocation#of}. */
  @Property(seed = "506", tries = 300)
  void fewRangesCome(@ForAll("tables") Allocation before, @ForAll("weights") List<Weight> weights) {
    Allocation after = Reallocation.of(before, weights).after();
    long variants =
        VARIANTS.stream().filter(id -> before.bucketsOf(id) > 0 || after.bucketsOf(id) > 0).count();
    assertThat(runs(after)).isLessThanOrEqualTo(runs(before) + variants);
  }

  private static long runs(Allocation allocation) {
    long runs = 1;
    for (int bucket = 1; bucket < BUCKETS; bucket++) {
      runs += owner(allocation, bucket).equals(owner(allocation, bucket - 1)) ? 0 : 1;
    }
    return runs;
  }

  @Property(seed = "507")
  void backAndForthBetweenTwoArmsStaysTwoRanges(
      @ForAll List<@IntRange(min = 0, max = 100) Integer> shares) {
    Allocation allocation =
        Allocation.of(
            BUCKETS,
            List.of(new Allocation.Range(0, 50, "a"), new Allocation.Range(50, BUCKETS, "b")));
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
