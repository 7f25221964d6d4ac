package io.github.evenlot.laws;

import static org.assertj.core.api.Assertions.assertThat;

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
 * <p>A correlation of 0.01 over 500,000 units is 7 standard deviations; chance makes 4 somewhere
 * among thousands of pairs. p-values are held against 10⁻⁹, so that the chance of a false alarm was
 * at most 10⁻⁵ for all pairs and triples together before the samples were fixed.
 */
class Law03IndependentBucketsTest {

  private static final double ALARM = 1e-9;
  private static final int UNITS = 500_000;
  private static final int PARTS = 10;

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

  /** The tenth of the buckets that each unit falls into. */
  private static byte[] parts(Bucketing bucketing, String salt, String[] ids) {
    byte[] parts = new byte[UNITS];
    for (int i = 0; i < UNITS; i++) {
      int bucket = bucketing.bucket(salt, ids[i]);
      parts[i] = (byte) ((long) bucket * PARTS / bucketing.buckets());
    }
    return parts;
  }

  private static void assertIndependent(Bucketing bucketing, List<String> salts, Units units) {
    String[] ids = units.ids(UNITS);
    List<byte[]> parts = salts.stream().map(salt -> parts(bucketing, salt, ids)).toList();
    for (int a = 0; a < salts.size(); a++) {
      for (int b = a + 1; b < salts.size(); b++) {
        int[] table = table(parts.get(a), parts.get(b));
        String pair = "%s: %s and %s".formatted(bucketing.id(), salts.get(a), salts.get(b));
        assertThat(Tables.correlation(table, PARTS)).as(pair).isBetween(-0.01, 0.01);
        assertThat(Tables.independence(table, PARTS)).as(pair).isGreaterThan(ALARM);
      }
    }
    assertJointlyIndependent(bucketing, parts);
  }

  private static int[] table(byte[] rows, byte[] columns) {
    int[] table = new int[PARTS * PARTS];
    for (int i = 0; i < UNITS; i++) {
      table[rows[i] * PARTS + columns[i]]++;
    }
    return table;
  }

  /** Two by two independent is not enough: as a ⊕ b shows, three may still conspire. */
  private static void assertJointlyIndependent(Bucketing bucketing, List<byte[]> parts) {
    SplittableRandom random = new SplittableRandom(303);
    for (int triple = 0; triple < 300; triple++) {
      int[] chosen = random.ints(0, parts.size()).distinct().limit(3).toArray();
      int[] cells = new int[PARTS * PARTS * PARTS];
      for (int i = 0; i < UNITS; i++) {
        int pair = parts.get(chosen[0])[i] * PARTS + parts.get(chosen[1])[i];
        cells[pair * PARTS + parts.get(chosen[2])[i]]++;
      }
      assertThat(Tables.uniformity(cells))
          .as("%s %s", bucketing.id(), List.of(chosen[0], chosen[1], chosen[2]))
          .isGreaterThan(ALARM);
    }
  }

  @Example
  void pairsAndTriplesOfEvenlot1() {
    for (Units units : List.of(Units.COUNTER, Units.EMAIL, Units.UUID_V4)) {
      assertIndependent(Bucketings.EVENLOT_1, salts(60), units);
    }
  }

  @Example
  void pairsAndTriplesOfMd5() {
    assertIndependent(Bucketings.MD5_100, salts(24), Units.COUNTER);
  }

  /**
   * Of the tenth that the traffic lets in, the split takes no notice; nor of the slot. Salts are as
   * alike as they are in one experiment.
   */
  @Example
  void theSplitTakesNoNoticeOfTrafficAndSlot() {
    for (Bucketing bucketing : Bucketings.own()) {
      for (Units units : List.of(Units.COUNTER, Units.EMAIL, Units.TIME_UUID)) {
        String[] ids = units.ids(1_000_000);
        List<String> admitted =
            Stream.of(ids).filter(id -> share(bucketing, "exp:traffic", id) < 10).toList();
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
    for (Bucketing bucketing : Bucketings.own()) {
      for (Units units : Units.values()) {
        byte[] parts = parts(bucketing, "exp", units.ids(UNITS));
        int[] table = new int[PARTS * PARTS];
        for (int i = 1; i < UNITS; i++) {
          table[parts[i - 1] * PARTS + parts[i]]++;
        }
        assertThat(Tables.independence(table, PARTS))
            .as("%s of %s", bucketing.id(), units)
            .isGreaterThan(ALARM);
      }
    }
  }

  /** The same tests see a dependence that is there: one unit in fifty with equal parts. */
  @Example
  void aDependenceWouldBeSeen() {
    String[] ids = Units.COUNTER.ids(UNITS);
    byte[] rows = parts(Bucketings.EVENLOT_1, "exp-1", ids);
    byte[] columns = parts(Bucketings.EVENLOT_1, "exp-2", ids);
    for (int i = 0; i < UNITS; i += 50) {
      columns[i] = rows[i];
    }
    int[] table = table(rows, columns);
    assertThat(Tables.correlation(table, PARTS)).isGreaterThan(0.01);
    assertThat(Tables.independence(table, PARTS)).isLessThan(ALARM);
  }
}
