package io.github.evenlot.bucketing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Assigned;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.targeting.Attributes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Eppo's published assignments of the older form, by our engine. */
class EppoRacTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static final Map<String, Object> FLAGS =
      Published.object(Published.json("eppo/rac-experiments-v3.json"), "flags");

  /** Files that say nothing to us, and why. */
  private static final Map<String, String> EXCLUDED =
      Map.of(
          "assignment-v2/test-case-7.json",
          "no published configuration has its flag, empty_string_variations_test");

  private record Subject(String key, Attributes attributes) {}

  private static List<String> all() throws IOException {
    Path eppo = Published.folder("eppo");
    try (Stream<Path> files = Files.walk(eppo)) {
      return files
          .map(file -> eppo.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.startsWith("assignment") && file.endsWith(".json"))
          .sorted()
          .toList();
    }
  }

  static Stream<String> files() throws IOException {
    return all().stream().filter(file -> !EXCLUDED.containsKey(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  @DisplayName("All subjects of a published file have the published values.")
  void assignments(String file) {
    Map<String, Object> published = Published.json("eppo/" + file);
    String key = (String) published.get("experiment");
    EppoRacFlag flag = new EppoRacFlag(key, Published.object(FLAGS, key));
    List<Subject> subjects = subjects(published);
    Experiment experiment = flag.experiment(subjects.stream().map(Subject::key).toList());
    Assigner assigner = Assigner.of(flag.holdouts().experiment(), experiment);
    List<Object> values = new ArrayList<>();
    for (Subject subject : subjects) {
      values.add(value(assigner, experiment, flag.holdouts(), subject));
    }
    assertThat(values).isEqualTo(published.get("expectedAssignments"));
  }

  private static List<Subject> subjects(Map<String, Object> published) {
    return published.containsKey("subjects")
        ? Published.list(published, "subjects").stream()
            .map(key -> new Subject((String) key, Attributes.NONE))
            .toList()
        : Published.objects(published, "subjectsWithAttributes").stream()
            .map(
                one ->
                    new Subject(
                        (String) one.get("subjectKey"),
                        Attributes.of(Published.object(one, "subjectAttributes"))))
            .toList();
  }

  /** What the subject sees; null for the default. */
  private static Object value(
      Assigner assigner, Experiment experiment, EppoHoldouts holdouts, Subject subject) {
    Assignment assignment = assign(assigner, experiment.key(), subject);
    if (assignment instanceof Assigned assigned) {
      return experiment.variants().stream()
          .filter(variant -> variant.id().equals(assigned.variant()))
          .findFirst()
          .orElseThrow()
          .config()
          .get(EppoRacFlag.VALUE);
    }
    String heldOut = assign(assigner, holdouts.key(), subject).variantOr("");
    return heldOut.equals(EppoHoldouts.STATUS_QUO) ? holdouts.statusQuo() : null;
  }

  private static Assignment assign(Assigner assigner, String experiment, Subject subject) {
    return assigner.assign(experiment, UnitId.of(subject.key()), subject.attributes(), NOON);
  }

  @Test
  @DisplayName("All files but one are run, and that one's flag is really unknown.")
  void excluded() throws IOException {
    assertThat(all()).hasSize(7).containsAll(EXCLUDED.keySet());
    assertThat(files()).hasSize(6);
    for (String file : EXCLUDED.keySet()) {
      assertThat(FLAGS)
          .doesNotContainKey((String) Published.json("eppo/" + file).get("experiment"));
    }
  }
}
