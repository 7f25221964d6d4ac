package io.github.evenlot.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.assignment.Assignment.Reason;
import io.github.evenlot.assignment.KillSwitch;
import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.SaltedBucketing;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.Experiments;
import io.github.evenlot.experiment.UnitId;
import io.github.evenlot.memory.InMemoryExperimentRepository;
import io.github.evenlot.memory.SettableClock;
import io.github.evenlot.serving.SnapshotState.Origin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotHolderTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final UnitId ALICE = UnitId.of("alice");

  private final SettableClock clock = new SettableClock(NOON);
  private final InMemoryExperimentRepository repository = new InMemoryExperimentRepository();
  private boolean down;

  @TempDir private Path directory;

  private final Supplier<Experiments> source =
      () -> {
        if (down) {
          throw new IllegalStateException("the source is down");
        }
        return repository.snapshot();
      };

  private static Experiment everyone(String key, String variant) {
    return Experiment.builder(key).variant(variant, 100).build();
  }

  private BackupFile backup() {
    return new BackupFile(directory.resolve("experiments"), new JacksonFormat());
  }

  private static Assignment alice(SnapshotHolder holder) {
    return holder.assigner().assign("checkout", ALICE, NOON);
  }

  @Test
  @DisplayName("A refresh swaps the experiments, and one that fails leaves the last good ones.")
  void refresh() {
    repository.save(everyone("checkout", "control"));
    SnapshotHolder holder = SnapshotHolder.start(source, clock);
    assertThat(alice(holder).variantOr("none")).isEqualTo("control");

    repository.save(everyone("checkout", "green"));
    down = true;
    clock.advance(Duration.ofMinutes(5));
    SnapshotState stale = holder.refresh();
    assertThat(alice(holder).variantOr("none")).isEqualTo("control");
    assertThat(stale.failure().orElseThrow()).hasMessage("the source is down");
    assertThat(stale.age(clock.instant())).contains(Duration.ofMinutes(5));

    down = false;
    assertThat(holder.refresh().failure()).isEmpty();
    assertThat(alice(holder).variantOr("none")).isEqualTo("green");
    assertThat(holder.state().age(clock.instant())).contains(Duration.ZERO);
  }

  @Test
  @DisplayName("Experiments that have not changed keep their assigner, so that buffers still fit.")
  void unchanged() {
    repository.save(everyone("checkout", "control"));
    SnapshotHolder holder = SnapshotHolder.start(source, clock);
    Assigner before = holder.assigner();
    clock.advance(Duration.ofMinutes(5));
    holder.refresh();
    assertThat(holder.assigner()).isSameAs(before);
    assertThat(holder.state().takenAt()).contains(NOON.plus(Duration.ofMinutes(5)));
  }

  @Test
  @DisplayName("Without source and backup nobody is assigned, for a reason that is not analysed.")
  void nothing() {
    down = true;
    SnapshotHolder holder = SnapshotHolder.start(source, backup(), clock);
    assertThat(holder.state().origin()).isEqualTo(Origin.NONE);
    assertThat(holder.state().age(NOON)).isEmpty();
    assertThat(alice(holder).reason()).isEqualTo(Reason.NO_SNAPSHOT);
    assertThat(alice(holder).isAnalysed()).isFalse();
    assertThat(alice(holder).variantOr("control")).isEqualTo("control");
  }

  @Test
  @DisplayName("A start without the source is from the backup file, and says how old that is.")
  void fromBackup() {
    repository.save(everyone("checkout", "green"));
    SnapshotHolder.start(source, backup(), clock);
    down = true;
    clock.advance(Duration.ofDays(1));
    SnapshotHolder holder = SnapshotHolder.start(source, backup(), clock);
    assertThat(holder.state().origin()).isEqualTo(Origin.BACKUP);
    assertThat(holder.state().age(clock.instant())).contains(Duration.ofDays(1));
    assertThat(holder.state().failure().orElseThrow()).hasMessage("the source is down");
    assertThat(holder.experiments().all()).containsExactly(everyone("checkout", "green"));
    assertThat(alice(holder).variantOr("none")).isEqualTo("green");
    down = false;
    assertThat(holder.refresh().origin()).isEqualTo(Origin.SOURCE);
  }

  @Test
  @DisplayName("A restart finds experiments as old as they are, though they have not changed.")
  void confirmed() {
    repository.save(everyone("checkout", "green"));
    SnapshotHolder.start(source, backup(), clock);
    clock.advance(Duration.ofDays(30));
    SnapshotHolder holder = SnapshotHolder.start(source, backup(), clock);
    clock.advance(Duration.ofMinutes(4));
    holder.refresh();
    assertThat(backup().read().orElseThrow().takenAt()).isEqualTo(NOON.plus(Duration.ofDays(30)));
    clock.advance(Duration.ofMinutes(1));
    holder.refresh();
    down = true;
    clock.advance(Duration.ofMinutes(1));
    SnapshotHolder restarted = SnapshotHolder.start(source, backup(), clock);
    assertThat(restarted.state().origin()).isEqualTo(Origin.BACKUP);
    assertThat(restarted.state().age(clock.instant())).contains(Duration.ofMinutes(1));
  }

  @Test
  @DisplayName("How far the backup may lag behind is the caller's to say.")
  void lag() {
    repository.save(everyone("checkout", "green"));
    SnapshotHolder holder = SnapshotHolder.start(source, backup(), Duration.ZERO, clock);
    clock.advance(Duration.ofMillis(1));
    holder.refresh();
    assertThat(backup().read().orElseThrow().takenAt()).isEqualTo(clock.instant());
  }

  @Test
  @DisplayName("A backup file of which a byte has changed is not believed.")
  void damaged() throws IOException {
    repository.save(everyone("checkout", "green"));
    SnapshotHolder.start(source, backup(), clock);
    down = true;
    Path file = directory.resolve("experiments");
    byte[] good = Files.readAllBytes(file);
    for (int at = 0; at < good.length; at++) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(file, bad);
      SnapshotHolder holder = SnapshotHolder.start(source, backup(), clock);
      assertThat(holder.state().origin()).isEqualTo(Origin.NONE);
      assertThat(holder.state().backupFailure().orElseThrow())
          .hasMessageStartingWith("backup file %s is damaged: ".formatted(file));
    }
  }

  @Test
  @DisplayName("A backup that can't be written is told, and tried again, and does no harm.")
  void unwritable() throws IOException {
    Path missing = directory.resolve("missing");
    repository.save(everyone("checkout", "green"));
    BackupFile file = new BackupFile(missing.resolve("experiments"), new JacksonFormat());
    SnapshotHolder holder = SnapshotHolder.start(source, file, clock);
    assertThat(alice(holder).variantOr("none")).isEqualTo("green");
    assertThat(holder.state().backupFailure().orElseThrow())
        .hasMessageContaining("experiments can't be written: ");
    Files.createDirectory(missing);
    assertThat(holder.refresh().backupFailure()).isEmpty();
    assertThat(file.read().orElseThrow().takenAt()).isEqualTo(NOON);
  }

  @Test
  @DisplayName("A kill switch works at once, and outlives a refresh.")
  void killSwitch() {
    repository.save(everyone("checkout", "green"));
    SnapshotHolder holder = SnapshotHolder.start(source, clock);
    holder.kill(KillSwitch.of("checkout"));
    assertThat(alice(holder).reason()).isEqualTo(Reason.KILLED);
    repository.save(everyone("another", "green"));
    holder.refresh();
    assertThat(alice(holder).reason()).isEqualTo(Reason.KILLED);
    holder.kill(KillSwitch.NONE);
    assertThat(alice(holder).variantOr("none")).isEqualTo("green");
  }

  @Test
  @DisplayName("A kill switch does not wait for a source that hangs, and outlives its answer.")
  void killWhileTheSourceHangs() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Experiments> late = new CompletableFuture<>();
    Iterator<Supplier<Experiments>> answers =
        List.<Supplier<Experiments>>of(
                () -> Experiments.of(everyone("checkout", "control")),
                () -> {
                  asked.countDown();
                  return late.join();
                })
            .iterator();
    SnapshotHolder holder = SnapshotHolder.start(() -> answers.next().get(), clock);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<SnapshotState> refresh = threads.submit(holder::refresh);
      asked.await();
      threads.submit(() -> holder.kill(KillSwitch.ALL)).get(10, TimeUnit.SECONDS);
      assertThat(alice(holder).reason()).isEqualTo(Reason.KILLED);
      late.complete(Experiments.of(everyone("checkout", "green")));
      assertThat(refresh.get().origin()).isEqualTo(Origin.SOURCE);
      assertThat(alice(holder).reason()).isEqualTo(Reason.KILLED);
      holder.kill(KillSwitch.NONE);
      assertThat(alice(holder).variantOr("none")).isEqualTo("green");
    } finally {
      late.cancel(false);
      threads.shutdownNow();
    }
  }

  @Test
  @DisplayName("A source that gives nothing, or what can't be compiled, has failed like any other.")
  void unusable() throws IOException {
    Bucketing broken =
        new Bucketing() {
          @Override
          public String id() {
            return "broken";
          }

          @Override
          public int buckets() {
            return 100;
          }

          @Override
          public int bucket(String salt, String unit) {
            return 0;
          }

          @Override
          public SaltedBucketing salted(String salt) {
            throw new IllegalStateException("no salt");
          }
        };
    AtomicReference<@Nullable Experiments> given =
        new AtomicReference<>(Experiments.of(everyone("checkout", "green")));
    SnapshotHolder holder = SnapshotHolder.start(given::get, backup(), clock);
    byte[] good = Files.readAllBytes(directory.resolve("experiments"));

    given.set(null);
    assertThat(holder.refresh().failure().orElseThrow())
        .hasMessage("the source gave no experiments");
    given.set(
        Experiments.of(
            Experiment.builder("checkout").bucketing(broken).variant("red", 100).build()));
    assertThat(holder.refresh().failure().orElseThrow()).hasMessage("no salt");
    assertThat(alice(holder).variantOr("none")).isEqualTo("green");
    assertThat(directory.resolve("experiments")).hasBinaryContent(good);
  }

  @Test
  @DisplayName("Threads that assign during swaps see one snapshot or the other, whole.")
  void concurrent() throws Exception {
    repository.save(everyone("checkout", "v0"));
    SnapshotHolder holder = SnapshotHolder.start(source, clock);
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> readers =
          List.of(threads.submit(() -> watch(holder)), threads.submit(() -> watch(holder)));
      for (int i = 1; i <= 500; i++) {
        repository.save(everyone("checkout", "v" + i));
        holder.refresh();
      }
      for (Future<Integer> reader : readers) {
        assertThat(reader.get()).isEqualTo(500);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** The last version seen; versions never go back. */
  private static int watch(SnapshotHolder holder) {
    int version = 0;
    while (version < 500) {
      int seen = Integer.parseInt(alice(holder).variantOr("none").substring(1));
      assertThat(seen).isGreaterThanOrEqualTo(version);
      version = seen;
    }
    return version;
  }
}
