package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.Example;

/**
 * 3: buckets of two experiments are independent, and so are slot, traffic and split.
 *
 * <p>A correlation of 0.01 between the buckets of two experiments is one of at least 0.0099 between
 * their tenths; over a million units that is 9.9 standard errors. Each p-value of {@link Pair} is
 * held against 10⁻⁹, 6.1 standard errors, so such a correlation is caught with a chance of 0.9999,
 * and so is one of 0.01 between the halves.
 *
 * <p>All samples are fixed, so a sound bucketing passes always or never. Before they were fixed,
 * the chance of a false alarm was at most 5·10⁻⁶ for all 4,012 p-values of this class together.
 */
class Law03IndependentBucketsTest {

  private static final double ALARM = 1e-9;
  private static final int UNITS = 1_000_000;

  /** Names as alike as those of one team's experiments. */
  private static List<String> salts(int count) {
    List<String> salts = new ArrayList<>();
    for (int i = 1; salts.size() < count; i++) {
      salts.addAll(
          List.of(
              "exp-" + i,
              "exp" + i + ":traffic",
              "exp" + i + ":slot",
              "2026-01-%02d".formatted(i)));
    }
    return salts.subList(0, count);
  }

  private static void assertIndependent(Bucketing bucketing, List<String> salts, Units units) {
    String[] ids = units.ids(UNITS);
    List<Draw> draws = salts.stream().map(salt -> Draw.of(bucketing, salt, ids)).toList();
    for (int a = 0; a < salts.size(); a++) {
      for (int b = a + 1; b < salts.size(); b++) {
        assertThat(Pair.of(draws.get(a), draws.get(b)).pValue())
            .as("%s of %s: %s and %s", bucketing.id(), units, salts.get(a), salts.get(b))
            .isGreaterThan(ALARM);
      }
    }
    assertJointlyIndependent(bucketing, draws);
  }

  /** Two by two independent is not enough: as a ⊕ b shows, three may still conspire. */
  private static void assertJointlyIndependent(Bucketing bucketing, List<Draw> draws) {
    SplittableRandom random = new SplittableRandom(303);
    for (int triple = 0; triple < 50; triple++) {
      int[] chosen = random.ints(0, draws.size()).distinct().limit(3).toArray();
      assertThat(Tables.uniformity(cells(draws, chosen)))
          .as("%s %s", bucketing.id(), List.of(chosen[0], chosen[1], chosen[2]))
          .isGreaterThan(ALARM);
    }
  }

  private static int[] cells(List<Draw> draws, int[] chosen) {
    int[] cells = new int[Draw.TENTHS * Draw.TENTHS * Draw.TENTHS];
    byte[] first = draws.get(chosen[0]).tenths();
    byte[] second = draws.get(chosen[1]).tenths();
    byte[] third = draws.get(chosen[2]).tenths();
    for (int i = 0; i < UNITS; i++) {
      cells[(first[i] * Draw.TENTHS + second[i]) * Draw.TENTHS + third[i]]++;
    }
    return cells;
  }

  @Example
  void pairsAndTriplesOfTheDefault() {
    for (Units units : List.of(Units.COUNTER, Units.EMAIL, Units.UUID_V4)) {
      assertIndependent(Bucketings.EVENLOT_1, salts(28), units);
    }
  }

  @Example
  void pairsAndTriplesOfTheOthersOfOurOwn() {
    for (Bucketing bucketing : Bucketings.own()) {
      if (bucketing != Bucketings.EVENLOT_1) {
        assertIndependent(bucketing, salts(10), Units.COUNTER);
      }
    }
  }

  @Example
  void aCorrelationOfOneHundredthIsCaught() {
    String[] ids = Units.COUNTER.ids(UNITS);
    for (Bucketing sound : Bucketings.own()) {
      Bucketing correlated = new Correlated(sound);
      Pair pair = Pair.of(Draw.of(correlated, "exp-1", ids), Draw.of(correlated, "exp-2", ids));
      assertThat(pair.correlation()).as(sound.id()).isCloseTo(0.01, within(0.003));
      assertThat(pair.pValue()).as(sound.id()).isLessThan(ALARM);
    }
  }

  @Example
  void thePowerIsAsStated() {
    double standardError = 1 / Math.sqrt(UNITS);
    assertThat(Tables.power(0.0099 / standardError, ALARM)).isCloseTo(0.9999, within(0.00005));
    assertThat(Tables.power(0.01 / standardError, ALARM)).isGreaterThan(0.9999);
  }

  /**
   * Of the tenth that the traffic lets in, the split takes no notice; nor of the slot. Salts are as
   * alike as they are in one experiment.
   */
  @Example
  void theSplitTakesNoNoticeOfTrafficAndSlot() {
    for (Bucketing bucketing : Bucketings.own()) {
      for (Units units : List.of(Units.COUNTER, Units.EMAIL, Units.TIME_UUID)) {
        List<String> admitted =
            Stream.of(units.ids(500_000))
                .filter(id -> share(bucketing, "exp:traffic", id) < 10)
                .toList();
        assertUniform(bucketing, units, admitted);
        List<String> inSlot =
            admitted.stream().filter(id -> share(bucketing, "exp:slot", id) >= 50).toList();
        assertUniform(bucketing, units, inSlot);
      }
    }
  }

  private static void assertUniform(Bucketing bucketing, Units units, List<String> chosen) {
    int[] cells = new int[100];
    chosen.forEach(id -> cells[share(bucketing, "exp", id)]++);
    assertThat(Tables.uniformity(cells))
        .as("%s of %d %s", bucketing.id(), chosen.size(), units)
        .isGreaterThan(ALARM);
  }

  private static int share(Bucketing bucketing, String salt, String unit) {
    return bucketing.bucket(salt, unit) * 100 / bucketing.buckets();
  }

  /** Units that sign up one after the other: no runs, no alternation. */
  @Example
  void successiveUnitsAreIndependent() {
    for (Units units : Units.values()) {
      String[] ids = units.ids(UNITS);
      for (Bucketing bucketing : Bucketings.own()) {
        assertThat(Pair.ofSuccessive(Draw.of(bucketing, "exp", ids)).pValue())
            .as("%s of %s", bucketing.id(), units)
            .isGreaterThan(ALARM);
      }
    }
  }
}
