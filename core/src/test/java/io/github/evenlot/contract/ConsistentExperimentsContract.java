package io.github.evenlot.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.evenlot.experiment.Audience;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.MutexGroup;
import io.github.evenlot.experiment.Prerequisite;
import io.github.evenlot.experiment.Slot;
import io.github.evenlot.port.ExperimentRepository;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * What an {@link ExperimentRepository} does, besides, that sees the other experiments while it
 * saves one.
 */
public abstract class ConsistentExperimentsContract {

  private static final MutexGroup SHOP = MutexGroup.of("shop");

  private ExperimentRepository repository;

  /** A repository without experiments. Called once before each test. */
  protected abstract ExperimentRepository emptyRepository();

  @BeforeEach
  void open() {
    repository = emptyRepository();
  }

  @Test
  @DisplayName("A slot that overlaps one that another experiment holds is refused.")
  void overlap() {
    Experiment first = holding("first", SHOP.slot(0, 100));
    repository.save(first);
    assertRefused(
        holding("second", SHOP.slot(99, 200)),
        "slot [99, 200) of mutex group \"shop\" of experiment \"second\" overlaps slot [0, 100) of"
            + " mutex group \"shop\" of experiment \"first\"");
    repository.save(holding("second", SHOP.slot(100, 200)));
    assertRefused(
        first.withAudience(Audience.EVERYONE.withSlot(SHOP.slot(0, 101))),
        "slot [0, 101) of mutex group \"shop\" of experiment \"first\" overlaps slot [100, 200) of"
            + " mutex group \"shop\" of experiment \"second\"");
  }

  @Test
  @DisplayName(
      "A slot is free once its experiment is concluded, and taken again by one that is not.")
  void freed() {
    Experiment first = holding("first", SHOP.slot(0, 100));
    repository.save(first);
    repository.save(first.concluded(Instant.parse("2026-03-01T00:00:00Z")));
    repository.save(holding("second", SHOP.slot(0, 100)));
    assertRefused(
        first,
        "slot [0, 100) of mutex group \"shop\" of experiment \"first\" overlaps slot [0, 100) of"
            + " mutex group \"shop\" of experiment \"second\"");
  }

  @Test
  @DisplayName("An experiment may be saved again and move within the free part of its group.")
  void again() {
    Experiment first = holding("first", SHOP.slot(0, 100));
    repository.save(first);
    repository.save(first);
    Experiment moved = holding("first", SHOP.slot(50, 150));
    repository.save(moved);
    assertThat(repository.snapshot().all()).containsExactly(moved);
  }

  @Test
  @DisplayName("Prerequisites that would go in a circle are refused.")
  void circle() {
    repository.save(waiting("a", "b"));
    assertRefused(waiting("b", "a"), "prerequisites go in a circle: \"a\" → \"b\" → \"a\"");
  }

  @Test
  @DisplayName("Of experiments saved at once that hold one bucket, one is saved.")
  void race() throws Exception {
    for (int round = 0; round < 10; round++) {
      Slot slot = SHOP.slot(round, round + 1);
      String key = "round " + round + " thread ";
      List<Boolean> saved = Race.run(4, thread -> () -> trySave(holding(key + thread, slot)));
      assertThat(saved).containsOnlyOnce(true);
    }
    assertThat(repository.snapshot().all()).hasSize(10);
  }

  private boolean trySave(Experiment experiment) {
    try {
      repository.save(experiment);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void assertRefused(Experiment experiment, String message) {
    Collection<Experiment> before = repository.snapshot().all();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> repository.save(experiment))
        .withMessage(message);
    assertThat(repository.snapshot().all()).containsExactlyElementsOf(before);
  }

  private static Experiment holding(String key, Slot slot) {
    return withAudience(key, Audience.EVERYONE.withSlot(slot));
  }

  private static Experiment waiting(String key, String other) {
    return withAudience(key, Audience.EVERYONE.withPrerequisite(Prerequisite.of(other, "on")));
  }

  private static Experiment withAudience(String key, Audience audience) {
    return Experiment.builder(key).variant("on", 100).audience(audience).build();
  }
}
