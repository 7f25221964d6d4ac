package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.experiment.Variant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** GrowthBook's own cases of whole experiments, by our engine. */
class GrowthBookRunTest {

  private static final String ADDRESS =
      "the address of a page forces a variation; here only ids do, in the definition";

  /** Cases that are not ours, and why. */
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "querystring force", ADDRESS,
          "querystring force with inactive", ADDRESS,
          "single variation", "one variation is no experiment there; here it is a flag");

  private static Stream<GrowthBookCase> all() {
    return Published.list(GrowthBook.FILE, "run").stream()
        .map(row -> GrowthBookCase.of((List<?>) row));
  }

  static Stream<GrowthBookCase> cases() {
    return all().filter(one -> !EXCLUDED.containsKey(one.name()));
  }

  @ParameterizedTest
  @MethodSource("cases")
  @DisplayName("A published experiment shows the published value, for the published reason.")
  void run(GrowthBookCase published) {
    Assignment assignment = published.assigned();
    assertThat(shown(published, assignment)).isEqualTo(published.value());
    assertThat(assignment instanceof Assigned).isEqualTo(published.inExperiment());
    assertThat(assignment.isAnalysed()).isEqualTo(published.hashUsed());
  }

  private static Object shown(GrowthBookCase published, Assignment assignment) {
    List<Variant> variants = published.converted().variants();
    String id = assignment.variantOr(variants.get(0).id());
    return variants.stream()
        .filter(variant -> variant.id().equals(id))
        .map(variant -> variant.config().get(GrowthBookExperiment.VALUE))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("All cases but those listed are run: 46 of 49.")
  void count() {
    assertThat(all().map(GrowthBookCase::name)).hasSize(49).doesNotHaveDuplicates();
    assertThat(all().map(GrowthBookCase::name)).containsAll(EXCLUDED.keySet());
    assertThat(cases()).hasSize(46);
  }

  @Test
  @DisplayName("A field that the conversion doesn't know is not passed over.")
  void unknownField() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GrowthBookExperiment(Map.of("url", ""), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GrowthBookExperiment(Map.of(), Map.of("bucketVersion", 1)));
  }
}
