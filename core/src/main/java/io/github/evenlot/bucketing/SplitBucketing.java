package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.internal.Message;
import io.github.evenlot.internal.Murmur3;

/**
 * Split's two algorithms. Their seed is a number: a salt that is the decimal text of an {@code int}
 * is that seed. Split has no other salts; here any other text, {@code 07} too, is hashed to make
 * its seed, so that different salts are different draws.
 */
record SplitBucketing(String id, Hash hash) implements Bucketing {

  /** From a unit and a seed to a number. */
  interface Hash {
    long of(EncodedUnit unit, int seed);
  }

  private static final int BUCKETS = 100;

  /** MurmurHash3, read as unsigned. */
  static long murmur(EncodedUnit unit, int seed) {
    Message message = unit.message().append(unit.bytes(), unit.length());
    return Murmur3.hash(message, seed) & 0xFFFFFFFFL;
  }

  /** Java's hash of a string, with the seed. */
  static long legacy(EncodedUnit unit, int seed) {
    return unit.textHash() ^ seed;
  }

  @Override
  public int buckets() {
    return BUCKETS;
  }

  @Override
  public int bucket(String salt, String unit) {
    return salted(salt).bucket(new EncodedUnit().set(unit));
  }

  @Override
  public SaltedBucketing salted(String salt) {
    int seed = seed(salt);
    return unit -> (int) Math.abs(hash.of(unit, seed) % BUCKETS);
  }

  private static int seed(String salt) {
    try {
      int seed = Integer.parseInt(salt);
      return salt.equals(Integer.toString(seed)) ? seed : hashed(salt);
    } catch (NumberFormatException notASeedOfSplit) {
      return hashed(salt);
    }
  }

  private static int hashed(String salt) {
    return Murmur3.hash(new Message().append(salt.getBytes(UTF_8)), 0);
  }

  @Override
  public String toString() {
    return id;
  }
}
