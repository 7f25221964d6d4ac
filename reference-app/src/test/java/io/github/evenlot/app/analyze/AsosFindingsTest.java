package io.github.evenlot.app.analyze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.evenlot.inference.Tested;
import io.github.evenlot.sequential.LookBoundary;
import io.github.evenlot.sequential.LookOutcome;
import io.github.evenlot.sequential.LookReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsosFindingsTest {

  private static final List<Finding> FINDINGS = Archives.findings(Archives.ASOS, "asos");

  private static Finding finding(String name, String metric) {
    return FINDINGS.stream()
        .filter(each -> each.study().name().equals(name) && each.study().metric().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static List<Looks> looks() {
    return FINDINGS.stream().flatMap(each -> each.looks().stream()).toList();
  }

  /** The numbers of lines and of missing variances were counted by another program. */
  @Test
  @DisplayName("Every checkpoint is a look, or it is counted why not.")
  void nothingIsLost() {
    assertThat(FINDINGS).hasSize(396);
    assertThat(looks()).hasSize(396);
    assertThat(looks().stream().mapToInt(Looks::untestable).sum()).isGreaterThanOrEqualTo(779);
    assertThat(
            looks().stream()
                .mapToInt(each -> each.taken().size() + each.untestable() + each.withoutGrowth())
                .sum())
        .isEqualTo(24_153);
  }

  @Test
  @DisplayName("Information rises from look to look, and is 1 at the last.")
  void information() {
    for (Looks looks : looks()) {
      double[] information = looks.information();
      assertThat(information).isSorted().doesNotHaveDuplicates();
      assertThat(information.length == 0 || information[information.length - 1] == 1).isTrue();
    }
  }

  /** The counts of that treatment fall at the 26th checkpoint, from 636,737 to 633,555. */
  @Test
  @DisplayName("A checkpoint with fewer units than one before is no look.")
  void fallingCounts() {
    Finding falls = finding("4db6c7/2", "1");
    assertThat(falls.looks().orElseThrow().withoutGrowth()).isPositive();
    assertThat(falls.study().checkpoints().get(25).units().get(1)).isEqualTo(633_555);
  }

  @Test
  @DisplayName("The sequential verdict is that of the design's boundaries, look by look.")
  void boundaries() {
    for (String name : List.of("036afc/2", "2c8a04/1", "08bcc2/1")) {
      Looks looks = finding(name, "2").looks().orElseThrow();
      LookReport report = looks.report().orElseThrow();
      List<LookBoundary> boundaries = LookByLook.DESIGN.boundaries(looks.information());
      for (int i = 0; i < report.number() - 1; i++) {
        assertThat(Math.abs(looks.taken().get(i).z())).isLessThan(boundaries.get(i).boundary());
      }
      boolean crosses = Math.abs(report.z()) >= boundaries.get(report.number() - 1).boundary();
      assertThat(report.outcome() == LookOutcome.REJECT).isEqualTo(crosses);
    }
  }

  /**
   * From the last line of 036afc, 2, metric 1 by Python's {@code math}: z = (0.5872749184204213 −
   * 0.5867683354995367) / √(0.24247125595463984/1050994 + 0.2423830886147088/1050508), p =
   * erfc(z/√2).
   */
  @Test
  @DisplayName("z and p at the end are those of the means and variances of the last line.")
  void lastLine() {
    Finding finding = finding("036afc/2", "1");
    Tested test = (Tested) finding.arms().get(0).test();
    assertThat(test.statistic()).isCloseTo(0.745752643530557, within(1e-12));
    assertThat(test.pValue()).isCloseTo(0.45581685, within(1e-7));
    assertThat(finding.looks().orElseThrow().taken().get(131).z())
        .isCloseTo(0.7457525, within(1e-6));
    assertThat(finding.verdict()).isEqualTo(Verdict.NO_WINNER);
  }

  @Test
  @DisplayName("Without variances nothing is testable, and the reason is given.")
  void untestable() {
    Finding finding = finding("3b4300/1", "2");
    assertThat(finding.verdict()).isEqualTo(Verdict.NOT_TESTABLE);
    assertThat(finding.explanation()).isEqualTo("Nothing can be tested: the file has no variance.");
  }

  @Test
  @DisplayName("Arms of unequal size are no fault where nobody knows their shares, but are told.")
  void shares() {
    Finding finding = finding("329386/1", "1");
    assertThat(Analysis.isMismatch(finding.sampleRatio())).isTrue();
    assertThat(finding.verdict()).isEqualTo(Verdict.NO_WINNER);
    assertThat(finding.explanation())
        .endsWith(
            "The arms are not of equal size, and the file does not tell whether they were to be.");
  }

  @Test
  @DisplayName("Checkpoints out of order and negative variances are refused.")
  void badLines(@TempDir Path directory) {
    String header =
        "experiment_id,variant_id,metric_id,time_since_start,count_c,count_t,mean_c,mean_t,variance_c,variance_t\n";
    String line = "e,1,1,2.0,10,10,0.1,0.2,0.1,0.2\n";
    assertThat(Archives.run(directory, header + line + line, "--format", "asos").out())
        .contains("line 3: time_since_start 2.0 is not above 2.0, that of the line before");
    assertThat(
            Archives.run(
                    directory, header + line.replace("0.1,0.2\n", "-0.1,0.2\n"), "--format", "asos")
                .out())
        .contains("line 2: variance_c -0.1 is below 0");
  }
}
