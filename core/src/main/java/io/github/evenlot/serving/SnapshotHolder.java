package io.github.evenlot.serving;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.KillSwitch;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.serving.BackupFile.Backup;
import io.github.evenlot.serving.SnapshotState.Origin;
import java.time.Clock;
import java.time.Duration;
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

  /** How far the time in the backup file may lag behind, unless another bound is given. */
  private static final Duration LAG = Duration.ofMinutes(5);

  private record Held(Experiments experiments, Assigner assigner, SnapshotState state) {}

  private final Supplier<Experiments> source;
  private final @Nullable BackupFile backup;
  private final Duration lag;
  private final Clock clock;

  /** Locked while the source is asked, which may take long; {@code this} while things change. */
  private final Object refreshing = new Object();

  /** The time in the backup file; null where that is not known to be there. */
  private @Nullable Instant backedUpAt;

  private KillSwitch killSwitch = KillSwitch.NONE;
  private volatile Held held;

  private SnapshotHolder(
      Supplier<Experiments> source, @Nullable BackupFile backup, Duration lag, Clock clock) {
    this.source = Objects.requireNonNull(source, "source");
    this.backup = backup;
    this.lag = Objects.requireNonNull(lag, "lag");
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
    SnapshotHolder holder = new SnapshotHolder(source, null, LAG, clock);
    holder.refresh();
    return holder;
  }

  /**
   * Begins with the experiments of the source or, where that fails, with those of the backup file;
   * writes that file whenever the experiments have changed, and otherwise every five minutes.
   */
  public static SnapshotHolder start(Supplier<Experiments> source, BackupFile backup, Clock clock) {
    return start(source, backup, LAG, clock);
  }

  /**
   * As {@link #start(Supplier, BackupFile, Clock)}, with another bound than five minutes.
   *
   * @param lag how long a refresh that finds nothing new need not write the file: by so much it may
   *     look too old after a restart. Zero to write it at each refresh
   */
  public static SnapshotHolder start(
      Supplier<Experiments> source, BackupFile backup, Duration lag, Clock clock) {
    SnapshotHolder holder = new SnapshotHolder(source, backup, lag, clock);
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
  public SnapshotState refresh() {
    synchronized (refreshing) {
      try {
        Instant now = clock.instant();
        Experiments taken = source.get();
        return take(Objects.requireNonNull(taken, "the source gave no experiments"), now);
      } catch (RuntimeException e) {
        return hold(held.state.failed(e));
      }
    }
  }

  private SnapshotState take(Experiments taken, Instant now) {
    SnapshotState before = held.state;
    boolean changed = before.origin() == Origin.NONE || !same(taken, held.experiments);
    SnapshotState fresh = before.takenFromSource(now);
    if (changed) {
      hold(taken, fresh);
    } else {
      hold(fresh);
    }
    return changed || isBackupBehind(now)
        ? hold(fresh.backedUp(backUp(new Backup(taken, now))))
        : fresh;
  }

  /**
   * Switches experiments off, at once and until the next call, whatever the source says.
   *
   * @param newSwitch {@link KillSwitch#NONE} to switch everything on again
   */
  public synchronized void kill(KillSwitch newSwitch) {
    killSwitch = Objects.requireNonNull(newSwitch, "newSwitch");
    if (held.state.origin() != Origin.NONE) {
      hold(held.experiments, held.state);
    }
  }

  private void startFrom(BackupFile file) {
    try {
      file.read().ifPresent(found -> hold(found.experiments(), held.state.takenFrom(found)));
    } catch (RuntimeException e) {
      hold(held.state.backedUp(Optional.of(e)));
    }
  }

  private synchronized void hold(Experiments experiments, SnapshotState state) {
    held = new Held(experiments, Assigner.of(experiments, killSwitch), state);
  }

  /** The same experiments, of which something else is known. */
  private synchronized SnapshotState hold(SnapshotState state) {
    held = new Held(held.experiments, held.assigner, state);
    return state;
  }

  private boolean isBackupBehind(Instant now) {
    return backedUpAt == null || Duration.between(backedUpAt, now).compareTo(lag) >= 0;
  }

  private Optional<RuntimeException> backUp(Backup taken) {
    if (backup == null) {
      return Optional.empty();
    }
    try {
      backedUpAt = null;
      backup.write(taken);
      backedUpAt = taken.takenAt();
      return Optional.empty();
    } catch (RuntimeException e) {
      return Optional.of(e);
    }
  }

  private static boolean same(Experiments one, Experiments other) {
    return List.copyOf(one.all()).equals(List.copyOf(other.all()));
  }
}
