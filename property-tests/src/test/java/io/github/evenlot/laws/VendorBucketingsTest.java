package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/** Which laws on chance the bucketings of other products break: the page's numbers are these. */
class VendorBucketingsTest {

  private static final Path PAGE = Path.of("../docs/reference/bucketings.md");
  private static final int UNITS = 500_000;

  private static List<Bucketing> vendors() {
    List<Bucketing> vendors = new ArrayList<>(Bucketings.all());
    vendors.removeAll(Bucketings.own());
    vendors.add(Bucketings.unleashVariants(1_000));
    vendors.add(Bucketings.planOutUniform(10));
    return vendors;
  }

  @Example
  void thePageSaysWhichLawsTheyBreak() throws IOException {
    List<String> rows = VendorReport.of(vendors()).stream().map(VendorReport::row).toList();
    assertThat(Files.readString(PAGE).replace("\r\n", "\n")).contains(String.join("\n", rows));
  }

  private static Pair pair(Bucketing first, String salt, Bucketing second, String otherSalt) {
    String[] ids = Units.EMAIL.ids(UNITS);
    return Pair.of(Draw.of(first, salt, ids), Draw.of(second, otherSalt, ids));
  }

  /** What products ask of one unit within one experiment: whether it is in, and in which arm. */
  @Example
  void theTwoDrawsOfOneExperimentAreIndependent() {
    List<Pair> pairs =
        List.of(
            pair(Bucketings.UNLEASH_ROLLOUT, "exp", Bucketings.unleashVariants(1_000), "exp"),
            pair(Bucketings.POSTHOG, "exp", Bucketings.POSTHOG_VARIANTS, "exp"),
            pair(Bucketings.EPPO_RAC_EXPOSURE, "exp", Bucketings.EPPO_RAC_ASSIGNMENT, "exp"),
            pair(Bucketings.EPPO, "exp-traffic", Bucketings.EPPO, "exp-split"),
            pair(Bucketings.GROWTHBOOK_1, "__exp", Bucketings.GROWTHBOOK_1, "exp"));
    assertThat(pairs).allSatisfy(pair -> assertThat(pair.pValue()).isGreaterThan(1e-7));
  }

  /** GrowthBook's first: the nearer to the end two seeds of one length differ, the more they do. */
  @Example
  void growthBooksFirstCorrelatesLikeSeeds() {
    assertThat(growthBook("exp-1", "exp-9")).isCloseTo(0.70, within(0.01));
    assertThat(growthBook("exp-2", "exp-3")).isCloseTo(-0.42, within(0.01));
    assertThat(growthBook("exp-11", "exp-21")).isCloseTo(0.12, within(0.01));
    assertThat(growthBook("exp-1-a", "exp-2-a")).isCloseTo(0.03, within(0.01));
    assertThat(growthBook("exp", "exp2")).isCloseTo(0, within(0.01));
  }

  private static double growthBook(String seed, String other) {
    return pair(Bucketings.GROWTHBOOK_1, seed, Bucketings.GROWTHBOOK_1, other).correlation();
  }

  /**
   * Split's first has one hash of a unit for all seeds, and ids that are alike have like hashes.
   */
  @Example
  void splitsFirstIsUneven() {
    Draw draw = Draw.of(Bucketings.SPLIT_LEGACY, "1328", Units.EMAIL.ids(10_000));
    int[] tenths = new int[Draw.TENTHS];
    for (byte tenth : draw.tenths()) {
      tenths[tenth]++;
    }
    assertThat(IntStream.of(tenths).min().getAsInt()).isEqualTo(764);
    assertThat(IntStream.of(tenths).max().getAsInt()).isEqualTo(1166);
    assertThat(draw.counts().pValue()).isLessThan(1e-12);
    Pair pair = pair(Bucketings.SPLIT_LEGACY, "1328", Bucketings.SPLIT_LEGACY, "1329");
    assertThat((1 + pair.correlationOfHalves()) / 2)
        .as("in equal halves")
        .isCloseTo(0.98, within(0.001));
  }

  /** Law 6 ends where the number of buckets is in the hash: two equal arms become three. */
  @Example
  void anotherNumberOfBucketsMovesMoreUnitsThanAThird() {
    assertThat(moved(Bucketings::planOutUniform)).isCloseTo(2 / 3.0, within(0.005));
    assertThat(moved(Bucketings::unleashVariants)).isCloseTo(2 / 3.0, within(0.005));
    assertThat(moved(Bucketings::eppo)).isCloseTo(2 / 3.0, within(0.005));
    assertThat(moved(Bucketings::planOutWeighted)).isCloseTo(1 / 2.0, within(0.005));
  }

  private static double moved(IntFunction<Bucketing> ofSize) {
    SaltedBucketing two = ofSize.apply(2).salted("exp");
    SaltedBucketing three = ofSize.apply(3).salted("exp");
    EncodedUnit unit = new EncodedUnit();
    long moved =
        Stream.of(Units.EMAIL.ids(UNITS))
            .map(unit::set)
            .filter(any -> two.bucket(any) != three.bucket(any))
            .count();
    return (double) moved / UNITS;
  }
}
