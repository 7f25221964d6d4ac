package io.github.evenlot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.assignment.Assigner;
import io.github.evenlot.assignment.Assignment;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.experiment.Experiment;
import io.github.evenlot.experiment.UnitId;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One unit into one 50/50 experiment, ids rotating over a million strings. The bare limits are the
 * bucketing alone, and for {@code md5-100} the code that people write for it.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class AssignmentBenchmark {

  private static final int UNITS = 1 << 20;
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final String[] ids = new String[UNITS];
  private final UnitId[] units = new UnitId[UNITS];
  private Assigner assigner;
  private int next;

  @Setup
  public void setUp() {
    for (int i = 0; i < UNITS; i++) {
      ids[i] = "user-" + i * 2_654_435_761L;
      units[i] = UnitId.of(ids[i]);
    }
    assigner =
        Assigner.of(
            Experiment.builder("checkout").variant("control", 50).variant("green", 50).build(),
            Experiment.builder("checkout-md5")
                .bucketing(Bucketings.MD5_100)
                .variant("control", 50)
                .variant("green", 50)
                .build());
  }

  private int next() {
    next = (next + 1) & (UNITS - 1);
    return next;
  }

  @Benchmark
  public Assignment assignEvenlot1() {
    return assigner.assign("checkout", units[next()], NOW);
  }

  @Benchmark
  public int bucketEvenlot1() {
    return Bucketings.EVENLOT_1.bucket("checkout", ids[next()]);
  }

  @Benchmark
  public Assignment assignMd5() {
    return assigner.assign("checkout-md5", units[next()], NOW);
  }

  @Benchmark
  public int bucketMd5() {
    return Bucketings.MD5_100.bucket("checkout-md5", ids[next()]);
  }

  @Benchmark
  public int naiveMd5() throws NoSuchAlgorithmException {
    String text = ids[next()] + ":checkout-md5";
    byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(UTF_8));
    return new BigInteger(1, digest).mod(BigInteger.valueOf(100)).intValue();
  }
}
