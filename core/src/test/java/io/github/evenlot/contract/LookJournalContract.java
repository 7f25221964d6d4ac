package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.evenlot.port.LookJournal;
import io.github.evenlot.sequential.Look;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What every {@link LookJournal} does. */
public abstract class LookJournalContract {

  private static final Instant TIME = Instant.parse("2026-03-01T12:00:00.123456789Z");
  private static final LocalDate DAY = LocalDate.parse("2026-02-28");

  private LookJournal journal;

  /** A journal without looks. Called once before each test. */
  protected abstract LookJournal emptyJournal();

  @BeforeEach
  void open() {
    journal = emptyJournal();
  }

  @Test
  @DisplayName("An experiment without looks has none, and none can be appended.")
  void empty() {
    journal.append(List.of());
    assertThat(journal.find("checkout")).isEmpty();
  }

  @Test
  @DisplayName("A look comes back equal, every bit of its numbers.")
  void roundTrip() {
    Look ordinary =
        new Look("e", "m", "v", 1, TIME, DAY, 1.0 / 3, -0.1 * 3, 4.332634, 1e-300, false);
    Look extreme =
        new Look(
            "e",
            "m",
            "v",
            2,
            Instant.parse("0001-01-01T00:00:00Z"),
            LocalDate.parse("9999-12-31"),
            Math.nextUp(1.0),
            -0.0,
            Double.POSITIVE_INFINITY,
            Double.MIN_VALUE,
            true);
    Look last = new Look("e", "m", "v", 3, TIME, DAY, Double.MIN_NORMAL, 1e308, 0.0, 0.05, true);
    journal.append(List.of(ordinary, extreme, last));
    assertThat(journal.find("e")).containsExactly(ordinary, extreme, last);
  }

  @Test
  @DisplayName("Looks are sorted by metric, variant and number; other experiments' are not there.")
  void sorted() {
    journal.append(List.of(look("b", "x", 1), look("a", "y", 1), look("a", "x", 1)));
    journal.append(List.of(look("a", "x", 2), look("B", "x", 1), look("b", "\"'\\", 1)));
    journal.append(List.of(new Look("other", "a", "x", 1, TIME, DAY, 0.5, 1, 3, 0.001, false)));
    assertThat(journal.find("checkout"))
        .containsExactly(
            look("B", "x", 1),
            look("a", "x", 1),
            look("a", "x", 2),
            look("a", "y", 1),
            look("b", "\"'\\", 1),
            look("b", "x", 1));
  }

  @Test
  @DisplayName("Looks that follow one another may be appended together, in any order.")
  void together() {
    journal.append(List.of(look("a", "x", 2), look("a", "x", 1)));
    assertThat(journal.find("checkout")).containsExactly(look("a", "x", 1), look("a", "x", 2));
  }

  @Test
  @DisplayName("A look that is recorded is refused, and what came with it too.")
  void recordedTwice() {
    journal.append(List.of(look("a", "x", 1)));
    assertThatThrownBy(() -> journal.append(List.of(look("a", "w", 1), look("a", "x", 1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(
            "look 1", "\"checkout\"", "metric \"a\"", "variant \"x\"", "the next is look 2");
    assertThat(journal.find("checkout")).containsExactly(look("a", "x", 1));
  }

  @Test
  @DisplayName("A look that would leave a gap is refused, and what came with it too.")
  void gap() {
    assertThatThrownBy(() -> journal.append(List.of(look("a", "w", 1), look("a", "x", 2))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll("look 2", "variant \"x\"", "the next is look 1");
    assertThat(journal.find("checkout")).isEmpty();
  }

  @Test
  @DisplayName("The same number twice in one call is refused.")
  void twiceInOneCall() {
    assertThatThrownBy(() -> journal.append(List.of(look("a", "x", 1), look("a", "x", 1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(journal.find("checkout")).isEmpty();
  }

  @Test
  @DisplayName("Of analysts who record the same look at once one wins, and the others are told.")
  void race() throws Exception {
    for (int number = 1; number <= 10; number++) {
      List<Look> looks = List.of(look("a", "x", number), look("b", "y", number));
      assertThat(Race.run(4, analyst -> append(looks))).containsOnlyOnce(true);
    }
    assertThat(journal.find("checkout")).hasSize(20);
  }

  private Callable<Boolean> append(List<Look> looks) {
    return () -> {
      try {
        journal.append(looks);
        return true;
      } catch (IllegalStateException e) {
        assertThat(e).hasMessageContaining("\"checkout\"");
        return false;
      }
    };
  }

  private static Look look(String metric, String variant, int number) {
    return new Look(
        "checkout", metric, variant, number, TIME, DAY, 0.2 * number, 1.5, 4.1, 0.01, false);
  }
}
