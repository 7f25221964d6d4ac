package io.github.evenlot.serving;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.KillSwitch;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.serving.BackupFile.Backup;
import io.github.evenlot.serving.SnapshotState.Origin;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the assigner of the experiments in force, so that assigning needs no network and never
 * waits. A refresh swaps it as a whole; one that fails leaves the last good one in place. A service
 * whose source is down at the start begins with the backup file, and one that has no such file
 * assigns nobody, for the reason {@code NO_SNAPSHOT}, which keeps everyone out of the analysis.
 *
 * <p>It has no thread of its own: call {@link #refresh} as often as you like, from a scheduler or
 * when told of a change. Safe under any number of threads; only those that refresh wait for each
 * other.
 */
public final class SnapshotHolder {

  private record Held(Experiments experiments, Assigner assigner, SnapshotState state) {}

  private final Supplier<Experiments> source;
  private final @Nullable BackupFile backup;
  private final Clock clock;
  private KillSwitch killSwitch = KillSwitch.NONE;
  private volatile Held held;

  private SnapshotHolder(Supplier<Experiments> source, @Nullable BackupFile backup, Clock clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.backup = backup;
    this.clock = Objects.requireNonNull(clock, "clock");
    this.held =
        new Held(
            Experiments.of(),
            Assigner.ofNothing(),
            new SnapshotState(Origin.NONE, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  /**
   * Begins with the experiments of the source or, where that fails, with none.
   *
   * @param source where experiments come from, as {@code repository::snapshot}; it throws where it
   *     can't say
   * @param clock says when they were taken
   */
  public static SnapshotHolder start(Supplier<Experiments> source, Clock clock) {
    SnapshotHolder holder = new SnapshotHolder(source, null, clock);
    holder.refresh();
    return holder;
  }

  /**
   * Begins with the experiments of the source or, where that fails, with those of the backup file;
   * writes that file whenever the experiments have changed.
   */
  public static SnapshotHolder start(Supplier<Experiments> source, BackupFile backup, Clock clock) {
    SnapshotHolder holder = new SnapshotHolder(source, backup, clock);
    holder.refresh();
    if (holder.state().origin() == Origin.NONE) {
      holder.startFrom(backup);
    }
    return holder;
  }

  /** The assigner of the experiments in force. Never waits; ask for it at each use. */
  public Assigner assigner() {
    return held.assigner;
  }

  /** The experiments in force. */
  public Experiments experiments() {
    return held.experiments;
  }

  /** Where they come from, how old they are, and what went wrong last. */
  public SnapshotState state() {
    return held.state;
  }

  /**
   * Asks the source for the experiments in force.
   *
   * @return how things stand afterwards; if the source failed, with the failure, and the
   *     experiments are those from before
   */
  public synchronized SnapshotState refresh() {
    Instant now = clock.instant();
    Experiments taken;
    try {
      taken = source.get();
    } catch (RuntimeException e) {
      SnapshotState state = held.state;
      return hold(
          held.experiments,
          held.assigner,
          new SnapshotState(
              state.origin(), state.takenAt(), Optional.of(e), state.backupFailure()));
    }
    boolean changed = held.state.origin() == Origin.NONE || !same(taken, held.experiments);
    Assigner assigner = changed ? Assigner.of(taken, killSwitch) : held.assigner;
    Optional<RuntimeException> backupFailure =
        changed || held.state.backupFailure().isPresent()
            ? backUp(new Backup(taken, now))
            : Optional.empty();
    return hold(
        taken,
        assigner,
        new SnapshotState(Origin.SOURCE, Optional.of(now), Optional.empty(), backupFailure));
  }

  /**
   * Switches experiments off, at once and until the next call, whatever the source says.
   *
   * @param newSwitch {@link KillSwitch#NONE} to switch everything on again
   */
  public synchronized void kill(KillSwitch newSwitch) {
    killSwitch = Objects.requireNonNull(newSwitch, "newSwitch");
    if (held.state.origin() != Origin.NONE) {
      hold(held.experiments, Assigner.of(held.experiments, killSwitch), held.state);
    }
  }

  private synchronized void startFrom(BackupFile file) {
    try {
      file.read().ifPresent(this::hold);
    } catch (RuntimeException e) {
      SnapshotState state = held.state;
      hold(
          held.experiments,
          held.assigner,
          new SnapshotState(state.origin(), state.takenAt(), state.failure(), Optional.of(e)));
    }
  }

  private void hold(Backup found) {
    hold(
        found.experiments(),
        Assigner.of(found.experiments(), killSwitch),
        new SnapshotState(
            Origin.BACKUP, Optional.of(found.takenAt()), held.state.failure(), Optional.empty()));
  }

  private SnapshotState hold(Experiments experiments, Assigner assigner, SnapshotState state) {
    held = new Held(experiments, assigner, state);
    return state;
  }

  private Optional<RuntimeException> backUp(Backup taken) {
    if (backup == null) {
      return Optional.empty();
    }
    try {
      backup.write(taken);
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private static boolean same(Experiments one, Experiments other) {
    return List.copyOf(one.all()).equals(List.copyOf(other.all()));
  }
}
