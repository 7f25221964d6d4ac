package io.github.evenlot.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which tests of the archive the demo replays, and how many viewers of each. */
final class DemoTests {

  /** Between them: 2 to 6 arms, clear winners, null results, and two broken randomisations. */
  private static final List<String> CHOSEN =
      List.of(
          "5149d406c7a0fc0002006599", // 2 arms, the first one wins
          "539751a6b1a13267dc000042", // 2 arms, nothing to see
          "533a12caa0c400bbf7000001", // 3 arms, the others win
          "54323074b0d5a4518900002d", // 4 arms, the last one wins by far
          "54b5654c6262660021440000", // 4 arms, one winner among them
          "5420d542ac4191d19100002d", // 4 arms, nothing to see
          "53cd6e9e4f32a694d3000078", // 5 arms, two losers
          "5419ed6f3088cfcf1f0000c0", // 5 arms, large effects
          "544fdbcf64ab56ad04000068", // 6 arms, two winners
          "540b857421d9cdd78a00000a", // 6 arms, nothing to see
          "527ab69d65671a0081004521", // 4 arms, week 44 of 2013: broken randomisation
          "52929c0285b3b736900013f3"); // 4 arms, week 47 of 2013: broken randomisation

  private DemoTests() {}

  /** The chosen tests with every viewer that the archive counted. */
  static List<ArchivedTest> chosen(List<ArchivedTest> archive) {
    Map<String, ArchivedTest> byId =
        archive.stream().collect(Collectors.toMap(ArchivedTest::id, Function.identity()));
    return CHOSEN.stream()
        .map(
            id -> {
              ArchivedTest test = byId.get(id);
              if (test == null) {
                throw new IllegalStateException("the archive has no test " + id);
              }
              return test;
            })
        .toList();
  }

  /**
   * The chosen tests, and as many more in the archive's order as it takes, thinned to exactly
   * {@code viewers} in all. The plan of each is for all the viewers that the archive has, so a
   * thinned test reaches a part of its information only.
   *
   * @throws IllegalArgumentException if {@code viewers} is below 1 or above what the archive has
   */
  static List<ReplayedTest> replayed(List<ArchivedTest> archive, long viewers) {
    long all = archive.stream().mapToLong(ArchivedTest::viewers).sum();
    if (viewers < 1 || viewers > all) {
      throw new IllegalArgumentException(
          "--viewers %d is outside 1 to %d, which the archive has".formatted(viewers, all));
    }
    List<ArchivedTest> tests = new ArrayList<>(chosen(archive));
    long sum = tests.stream().mapToLong(ArchivedTest::viewers).sum();
    for (ArchivedTest test : archive) {
      if (sum >= viewers) {
        break;
      }
      if (test.arms().size() >= 2 && !CHOSEN.contains(test.id())) {
        tests.add(test);
        sum += test.viewers();
      }
    }
    return sum > viewers ? thinned(tests, viewers, sum) : whole(tests);
  }

  private static List<ReplayedTest> whole(List<ArchivedTest> tests) {
    return tests.stream().map(test -> ReplayedTest.of(test, test.viewers())).toList();
  }

  /** Every arm gets {@code viewers / sum} of its viewers, rounded such that none is lost. */
  private static List<ReplayedTest> thinned(List<ArchivedTest> tests, long viewers, long sum) {
    List<ReplayedTest> thinned = new ArrayList<>();
    long before = 0;
    for (ArchivedTest test : tests) {
      List<ArchivedTest.Arm> arms = new ArrayList<>();
      for (ArchivedTest.Arm arm : test.arms()) {
        long after = before + arm.viewers();
        arms.add(thinned(arm, after * viewers / sum - before * viewers / sum));
        before = after;
      }
      thinned.add(ReplayedTest.of(test.withArms(arms), test.viewers()));
    }
    return thinned;
  }

  private static ArchivedTest.Arm thinned(ArchivedTest.Arm arm, long viewers) {
    long clicks = Math.round((double) arm.clicks() * viewers / Math.max(1, arm.viewers()));
    return new ArchivedTest.Arm(arm.headline(), viewers, clicks);
  }
}
