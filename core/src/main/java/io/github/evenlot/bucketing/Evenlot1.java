package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.internal.XxHash64;

/** {@code evenlot-1}, as {@code docs/reference/bucketing-evenlot-1.md} specifies it. Frozen. */
final class Evenlot1 implements Bucketing {

  private static final int BUCKETS = 10_000;
  private static final long UNIT_SEED = 0;

  // Another seed than the units': else a unit named like the salt would always land in bucket 0.
  private static final long SALT_SEED = 1;

  @Override
  public String id() {
    return "evenlot-1";
  }

  @Override
  public int buckets() {
    return BUCKETS;
  }

  @Override
  public int bucket(String salt, String unit) {
    return bucket(hash(salt, SALT_SEED), hash(unit, UNIT_SEED));
  }

  @Override
  public SaltedBucketing salted(String salt) {
    long saltHash = hash(salt, SALT_SEED);
    return unit -> bucket(saltHash, unit.hash());
  }

  private static long hash(String text, long seed) {
    return XxHash64.hash(text.getBytes(UTF_8), seed);
  }

  private static int bucket(long saltHash, long unitHash) {
    return scale(mix(unitHash ^ saltHash));
  }

  /** SplitMix64's finalizer: Steele, Lea and Flood, OOPSLA 2014, figure 16 (Stafford's mix 13). */
  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Multiply-shift of the upper 32 bits: no bucket is likelier than another by over 3 in 10⁶. */
  private static int scale(long mixed) {
    return (int) (((mixed >>> 32) * BUCKETS) >>> 32);
  }

  @Override
  public String toString() {
    return id();
  }
}
