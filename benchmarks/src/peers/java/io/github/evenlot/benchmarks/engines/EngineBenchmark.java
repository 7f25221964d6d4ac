package io.github.evenlot.benchmarks.engines;

import io.github.evenlot.benchmarks.SteadyHeap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullUnmarked;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One operation is one user, the next of a million. An engine whose answers are wrong is not
 * measured: {@link Answers}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@NullUnmarked // JMH sets the fields
public abstract class EngineBenchmark extends SteadyHeap {

  private static final int ANSWERS = 100_000;
  private static final int LEAST_USERS = 2_000;

  @Param public Contender engine;

  private Engine subject;
  private Users users;
  private int next;

  final void start(Work work, Ids ids) {
    users = work.users(Users.MILLION, ids);
    subject = engine.engine(work);
    Answers.check(
        subject, work, users, Math.max(LEAST_USERS, ANSWERS / work.trials().size()));
  }

  final Object one() {
    int user = next++;
    return subject.one(users.id(user), users.profile(user));
  }

  final Object all() {
    int user = next++;
    return subject.all(users.id(user), users.profile(user));
  }
}
