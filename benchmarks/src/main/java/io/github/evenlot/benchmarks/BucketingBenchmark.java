package io.github.evenlot.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One unit into one bucket, ids rotating over a million strings of 12 or 36 characters. Beside
 * {@code md5-100} stands the code that people write for it, in two ways.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class BucketingBenchmark extends SteadyHeap {

  private static final int UNITS = 1 << 20;
  private static final String SALT = "checkout-button";
  private static final BigInteger HUNDRED = BigInteger.valueOf(100);

  private final String[] ids = new String[UNITS];
  private final EncodedUnit unit = new EncodedUnit();
  private final SaltedBucketing evenlot1 = Bucketings.EVENLOT_1.salted(SALT);
  private final SaltedBucketing sha256 = Bucketings.SHA256_10000.salted(SALT);
  private final SaltedBucketing md5 = Bucketings.MD5_100.salted(SALT);
  private int next;

  /** The characters of an id: 12, as {@code user-1234567}, or the 36 of a UUID. */
  @Param({"12", "36"})
  private int length;

  @Setup
  public void setUp() {
    for (int i = 0; i < UNITS; i++) {
      ids[i] =
          length == 12
              ? "user-%07d".formatted(i)
              : new UUID(i * 0x9E3779B97F4A7C15L, i * 0xD1B54A32D192ED03L).toString();
    }
  }

  private String next() {
    next = (next + 1) & (UNITS - 1);
    return ids[next];
  }

  @Benchmark
  public int evenlot1() {
    return evenlot1.bucket(unit.set(next()));
  }

  @Benchmark
  public int sha256() {
    return sha256.bucket(unit.set(next()));
  }

  @Benchmark
  public int md5() {
    return md5.bucket(unit.set(next()));
  }

  /** Without the detour through hexadecimal digits. */
  @Benchmark
  public int naiveMd5() throws NoSuchAlgorithmException {
    return new BigInteger(1, digest(next())).mod(HUNDRED).intValue();
  }

  /** As the Python has it: {@code int(hexdigest, 16) % 100}. */
  @Benchmark
  public int naiveMd5Hex() throws NoSuchAlgorithmException {
    String hex = HexFormat.of().formatHex(digest(next()));
    return new BigInteger(hex, 16).mod(HUNDRED).intValue();
  }

  private static byte[] digest(String id) throws NoSuchAlgorithmException {
    return MessageDigest.getInstance("MD5").digest((id + ":" + SALT).getBytes(UTF_8));
  }
}
