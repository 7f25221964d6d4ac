package io.github.evenlot.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PrerequisitesTest {

  private static Experiment waiting(String key, String... others) {
    Audience audience = Audience.EVERYONE;
    for (String other : others) {
      audience = audience.withPrerequisite(Prerequisite.of(other, "on"));
    }
    return Experiment.builder(key).variant("on", 100).audience(audience).build();
  }

  /** "0" waits for "1", that for "2", and so on. */
  private static List<Experiment> chain(int length) {
    List<Experiment> chain = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      chain.add(waiting("" + i, "" + (i + 1)));
    }
    return chain;
  }

  @Test
  @DisplayName("An experiment that nobody knows may be waited for; nobody is eligible then.")
  void unknown() {
    assertThat(Experiments.of(waiting("a", "nobody")).all()).hasSize(1);
  }

  @Test
  @DisplayName("Many ways may lead to one experiment.")
  void diamonds() {
    List<Experiment> diamonds = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      diamonds.add(waiting("top" + i, "left" + i, "right" + i));
      diamonds.add(waiting("left" + i, "top" + (i + 1)));
      diamonds.add(waiting("right" + i, "top" + (i + 1)));
    }
    assertThat(Experiments.of(diamonds).all()).hasSize(45);
  }

  @Test
  @DisplayName("A circle is refused and shown, without the way that leads to it.")
  void circle() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Experiments.of(waiting("x", "a"), waiting("a", "b", "c"), waiting("b", "a")))
        .withMessage("prerequisites go in a circle: \"a\" → \"b\" → \"a\"");
  }

  @Test
  @DisplayName("A chain has at most 32 experiments, from whichever end it is looked at.")
  void chains() {
    assertThat(Experiments.of(chain(32)).all()).hasSize(32);
    List<Experiment> tooLong = chain(33);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Experiments.of(tooLong))
        .withMessageStartingWith(
            "prerequisites are chained over more than 32 experiments, by way of \"0\" → \"1\" → ");
    Collections.reverse(tooLong);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Experiments.of(tooLong))
        .withMessageStartingWith("prerequisites are chained over more than 32 experiments");
  }

  @Test
  @DisplayName("A chain of a hundred thousand is refused, not followed.")
  void endless() {
    List<Experiment> endless = chain(100_000);
    assertThatIllegalArgumentException().isThrownBy(() -> Experiments.of(endless));
  }

  @Test
  @DisplayName("A variant that the other experiment has not is refused.")
  void variants() {
    Experiment other = Experiment.builder("other").variant("off", 100).build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Experiments.of(waiting("a", "other"), other))
        .withMessage(
            "experiment \"a\" waits for \"on\" of \"other\", which is none of its variants [off]");
  }
}
