package io.github.evenlot.benchmarks.engines;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswersTest {

  private static final int SAMPLE = 2_048;
  private static final List<String> MEMBERS = List.of("experiment-20", "experiment-22");

  @ParameterizedTest(name = "{0}")
  @EnumSource(Work.class)
  @DisplayName("our answers are right")
  void ours(Work work) {
    assertThatCode(() -> check(work, new EvenlotEngine(work))).doesNotThrowAnyException();
    assertThatCode(() -> check(work, new RawHashEngine(work))).doesNotThrowAnyException();
  }

  @Test
  @DisplayName("an engine that assigns nobody is found out")
  void nobody() {
    assertRefused(Work.S1, variants -> fill(variants, Work.NONE), "is not in");
  }

  @Test
  @DisplayName("an engine that knows no rules is found out")
  void everybody() {
    assertRefused(Work.S2_MISS, variants -> fill(variants, "control"), "is in");
  }

  @Test
  @DisplayName("an engine that gives everybody the control is found out")
  void oneVariant() {
    assertRefused(Work.S2_MATCH, variants -> fill(variants, "control"), "of 2048 users are");
  }

  @Test
  @DisplayName("an engine that knows no mutex groups is found out")
  void bothSlots() {
    assertRefused(
        Work.S3,
        variants -> {
          MEMBERS.forEach(key -> variants[Integer.parseInt(key.substring(11))] = "control");
          return variants;
        },
        "is in experiment-22 and in experiment-20");
  }

  @Test
  @DisplayName("an engine that makes up a variant is found out")
  void unknownVariant() {
    assertRefused(
        Work.S1,
        variants -> fill(variants, variants[0].equals("blue") ? "azure" : "control"),
        "\"blue\"");
  }

  private static void assertRefused(Work work, UnaryOperator<String[]> fault, String message) {
    assertThatThrownBy(() -> check(work, new Faulty(new EvenlotEngine(work), fault)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(message);
  }

  private static void check(Work work, Engine engine) {
    Answers.check(engine, work, work.users(SAMPLE, Ids.RANDOM_UUID), SAMPLE);
  }

  private static String[] fill(String[] variants, String variant) {
    Arrays.fill(variants, variant);
    return variants;
  }

  /** An engine that spoils the answers of another. */
  private record Faulty(Engine good, UnaryOperator<String[]> fault) implements Engine {

    @Override
    public String one(String id, String[] profile) {
      return variants(all(id, profile))[0];
    }

    @Override
    public Object all(String id, String[] profile) {
      return good.all(id, profile);
    }

    @Override
    public String[] variants(Object all) {
      return fault.apply(good.variants(all));
    }
  }
}
