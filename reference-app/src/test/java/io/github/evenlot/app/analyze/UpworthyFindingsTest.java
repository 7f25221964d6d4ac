package io.github.evenlot.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.TestResult;
import io.github.evenlot.inference.Tested;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The numbers come from a program of its own: chi-squared statistics in exact fractions (Python's
 * {@code fractions}), their tails by the closed forms of whole degrees of freedom (Abramowitz and
 * Stegun 26.4.4 and 26.4.5).
 */
class UpworthyFindingsTest {

  private static final List<Finding> FINDINGS = Archives.findings(Archives.UPWORTHY, "upworthy");

  private static Finding finding(String experiment) {
    return FINDINGS.stream()
        .filter(each -> each.study().experiment().equals(experiment))
        .findFirst()
        .orElseThrow();
  }

  private static void check(TestResult result, double statistic, double p) {
    Tested tested = (Tested) result;
    assertThat(tested.statistic()).isCloseTo(statistic, within(1e-12 * statistic));
    assertThat(tested.pValue()).isCloseTo(p, within(1e-11 * p));
  }

  @Test
  @DisplayName(
      "As many tests are broken, and as many have arms that differ, as another program says.")
  void counts() {
    assertThat(FINDINGS).hasSize(4_873);
    assertThat(FINDINGS).filteredOn(each -> each.verdict() == Verdict.BROKEN).hasSize(753);
    assertThat(FINDINGS)
        .filteredOn(each -> each.verdict() != Verdict.BROKEN)
        .filteredOn(each -> each.overall().orElseThrow() instanceof Tested t && t.pValue() < 0.05)
        .hasSize(1_836);
  }

  @Test
  @DisplayName("Statistics and p-values of single tests are those of another program.")
  void statistics() {
    Finding first = finding("5143608e220cb800020009ed");
    check(first.sampleRatio(), 0.2147783251231527, 0.8981760684686704);
    check(first.overall().orElseThrow(), 10.096514965660374, 0.00642051155602924);
    assertThat(first.verdict()).isEqualTo(Verdict.CONTROL_BEST);

    Finding winner = finding("5143607b220cb8000200091c");
    check(winner.sampleRatio(), 8.377252148202901, 0.038825716092605184);
    check(winner.overall().orElseThrow(), 97.70221752924962, 4.8473465410264525e-21);
    assertThat(winner.verdict()).isEqualTo(Verdict.WINNER);
    assertThat(winner.winner()).hasValueSatisfying(arm -> assertThat(arm.id()).isEqualTo("4"));

    Finding broken = finding("51436070220cb80002000748");
    check(broken.sampleRatio(), 16.798653954010096, 0.00022501871599820732);
    assertThat(broken.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(broken.explanation())
        .isEqualTo(
            "The arms do not have the shares of units that they should have: p = 2.3e-04. No other"
                + " number can be trusted.");
  }

  /** The week of 25 June 2013, a Tuesday, is %U week 25: it begins on Sunday the 23rd. */
  @Test
  @DisplayName("Weeks begin on Sundays, and the days before the first are week 0.")
  void weeks(@TempDir Path directory) {
    assertThat(week(directory, "201325")).isEqualTo("2013-06-23");
    assertThat(week(directory, "201301")).isEqualTo("2013-01-06");
    assertThat(week(directory, "201300")).isEqualTo("2013-01-01");
    assertThat(Archives.run(directory, lines("201354"), "--format", "upworthy").out())
        .contains("line 2: test_week is \\\"201354\\\", not a year and a week from 00 to 53");
  }

  private static LocalDate week(Path directory, String yearAndWeek) {
    return Archives.findings(Archives.file(directory, lines(yearAndWeek)), "upworthy")
        .get(0)
        .study()
        .week()
        .orElseThrow();
  }

  private static String lines(String week) {
    return "test_id,variant,test_week,headline,impressions,clicks\nt,1,%s,\"A, b\",10,1\nt,2,%s,c,10,2\n"
        .formatted(week, week);
  }

  @Test
  @DisplayName("More clicks than viewers are refused.")
  void clicks(@TempDir Path directory) {
    assertThat(
            Archives.run(
                    directory, lines("201325").replace("10,1", "10,11"), "--format", "upworthy")
                .out())
        .contains("line 2: 11 clicks of 10 impressions");
  }
}
