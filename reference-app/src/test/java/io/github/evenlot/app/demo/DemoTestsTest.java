package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.inference.SampleRatioTest;
import io.github.evenlot.inference.TestResult;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTestsTest {

  private static final List<ArchivedTest> CHOSEN = DemoTests.chosen(Samples.ARCHIVE);
  private static final long ALL_CHOSEN = 302_309;

  @Test
  void aDozenOfTwoToSixArmsIsChosen() {
    assertThat(CHOSEN).hasSize(12);
    assertThat(CHOSEN)
        .extracting(test -> test.arms().size())
        .contains(2, 3, 4, 5, 6)
        .allMatch(arms -> arms >= 2 && arms <= 6);
    assertThat(CHOSEN.stream().mapToLong(ArchivedTest::viewers).sum()).isEqualTo(ALL_CHOSEN);
  }

  @Test
  void twoOfThemAreOfTheWeeksWithABrokenRandomisationAndOnlyTheyShowIt() {
    assertThat(CHOSEN.stream().filter(DemoTestsTest::isBroken))
        .extracting(test -> test.week().toString())
        .containsExactly("2013-11-04", "2013-11-25");
  }

  @Test
  void withAllTheirViewersNoneIsThinned() {
    List<ReplayedTest> replayed = DemoTests.replayed(Samples.ARCHIVE, ALL_CHOSEN);
    assertThat(replayed).extracting(ReplayedTest::archived).isEqualTo(CHOSEN);
    assertThat(replayed).allMatch(test -> test.plan().plannedUnits() == test.archived().viewers());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 999, 30_000, ALL_CHOSEN - 1})
  void fewerViewersThinTheDozenToExactlySoMany(long viewers) {
    List<ReplayedTest> replayed = DemoTests.replayed(Samples.ARCHIVE, viewers);
    assertThat(replayed).hasSize(12);
    assertThat(viewers(replayed)).isEqualTo(viewers);
  }

  @Test
  void thinningKeepsSharesRatesAndPlan() {
    List<ReplayedTest> replayed = DemoTests.replayed(Samples.ARCHIVE, ALL_CHOSEN / 10);
    for (int i = 0; i < CHOSEN.size(); i++) {
      ArchivedTest whole = CHOSEN.get(i);
      ReplayedTest thinned = replayed.get(i);
      assertThat(thinned.plan().plannedUnits()).isEqualTo(whole.viewers());
      for (int arm = 0; arm < whole.arms().size(); arm++) {
        ArchivedTest.Arm tenth = thinned.archived().arms().get(arm);
        assertThat(tenth.headline()).isEqualTo(whole.arms().get(arm).headline());
        assertThat(tenth.viewers())
            .isBetween(
                whole.arms().get(arm).viewers() / 10 - 1, whole.arms().get(arm).viewers() / 10 + 1);
        assertThat(Math.abs(10 * tenth.clicks() - whole.arms().get(arm).clicks()))
            .isLessThanOrEqualTo(6);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {ALL_CHOSEN + 1, 1_000_000, 81_024_151})
  void moreViewersTakeMoreTestsOfTheArchive(long viewers) {
    List<ReplayedTest> replayed = DemoTests.replayed(Samples.ARCHIVE, viewers);
    assertThat(viewers(replayed)).isEqualTo(viewers);
    assertThat(replayed).hasSizeGreaterThan(12);
    assertThat(replayed.subList(0, 12))
        .extracting(test -> test.archived().id())
        .isEqualTo(CHOSEN.stream().map(ArchivedTest::id).toList());
    assertThat(replayed).extracting(test -> test.archived().id()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 81_024_152})
  void whatTheArchiveHasNotGotIsRefused(long viewers) {
    assertThatThrownBy(() -> DemoTests.replayed(Samples.ARCHIVE, viewers))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--viewers %d is outside 1 to 81024151, which the archive has", viewers);
  }

  private static long viewers(List<ReplayedTest> tests) {
    return tests.stream().mapToLong(test -> test.archived().viewers()).sum();
  }

  private static boolean isBroken(ArchivedTest test) {
    List<Long> counts = test.arms().stream().map(ArchivedTest.Arm::viewers).toList();
    SampleRatioTest sampleRatio = SampleRatioTest.withDefaults();
    TestResult result =
        sampleRatio.test(counts, Collections.nCopies(counts.size(), BigDecimal.ONE));
    return sampleRatio.isMismatch(result);
  }
}
