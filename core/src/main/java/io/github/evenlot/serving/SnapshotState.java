package io.github.evenlot.serving;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the experiments that a service assigns by come from, and how old they are.
 *
 * @param origin where they come from
 * @param takenAt when they were the ones in force; empty if there are none
 * @param failure why the last attempt to get newer ones failed; empty if it did not
 * @param backupFailure why the last attempt to write or read the backup file failed; empty if it
 *     did not
 */
public record SnapshotState(
    Origin origin,
    Optional<Instant> takenAt,
    Optional<RuntimeException> failure,
    Optional<RuntimeException> backupFailure) {

  /** Where experiments come from. */
  public enum Origin {
    /** From their source. */
    SOURCE,
    /** From the backup file; the source has not answered since the start. */
    BACKUP,
    /** From nowhere: nobody is assigned. */
    NONE
  }

  /** How stale the experiments are at a time; empty if there are none. */
  public Optional<Duration> age(Instant now) {
    return takenAt.map(taken -> Duration.between(taken, now));
  }

  SnapshotState takenFromSource(Instant at) {
    return new SnapshotState(Origin.SOURCE, Optional.of(at), Optional.empty(), backupFailure);
  }

  SnapshotState takenFrom(BackupFile.Backup backup) {
    return new SnapshotState(
        Origin.BACKUP, Optional.of(backup.takenAt()), failure, Optional.empty());
  }

  SnapshotState failed(RuntimeException why) {
    return new SnapshotState(origin, takenAt, Optional.of(why), backupFailure);
  }

  SnapshotState backedUp(Optional<RuntimeException> newFailure) {
    return new SnapshotState(origin, takenAt, failure, newFailure);
  }
}
