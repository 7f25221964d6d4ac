package io.github.evenlot.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccuracyPageTest {

  private static final int LEAST = 12;
  private static final int LEAST_ON_BOUNDARIES = 13;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anytime_valid",
        "chi2_contingency",
        "cuped",
        "distributions",
        "gs/gs_boundaries",
        "gs/gs_boundaries_total_spend_convention",
        "gs/gs_classical_constants",
        "gs/gs_crossing_probabilities",
        "gs/gs_inference",
        "gs/gs_power_drift",
        "multiplicity",
        "power_sample_size",
        "ratio_delta",
        "srm",
        "tost",
        "two_proportions",
        "welch"
      })
  @DisplayName("every column of every reference file is on the page, compared or said not to be")
  void everyColumnIsOnThePage(String path) {
    String file = path.substring(path.indexOf('/') + 1);
    Set<String> named = new HashSet<>(AccuracyPage.otherColumns(file));
    AccuracyPage.promises().stream()
        .filter(promise -> promise.file().equals(file))
        .map(promise -> promise.quantity().replaceFirst("^ln ", "").replaceFirst(" \\[.*", ""))
        .forEach(named::add);
    assertThat(named).containsAll(OracleTable.read(path).get(0).header());
  }

  @Test
  @DisplayName("thirteen digits on boundaries and crossings, twelve elsewhere, or a reason")
  void fewerDigitsHaveAReason() {
    assertThat(AccuracyPage.promises())
        .isNotEmpty()
        .allSatisfy(
            promise ->
                assertThat(promise.digits() >= least(promise) || promise.note().contains("because"))
                    .as(promise.toString())
                    .isTrue());
  }

  private static int least(AccuracyPage.Promise promise) {
    boolean boundary = promise.quantity().matches("(z|P_cross|constant).*");
    return promise.file().startsWith("gs_") && boundary ? LEAST_ON_BOUNDARIES : LEAST;
  }
}
