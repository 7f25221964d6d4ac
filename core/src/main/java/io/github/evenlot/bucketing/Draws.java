package io.github.evenlot.bucketing;

import io.github.evenlot.internal.Fnv1a;
import io.github.evenlot.internal.Md5;
import io.github.evenlot.internal.Message;
import io.github.evenlot.internal.Murmur3;
import io.github.evenlot.internal.Sha1;

/** From a text to a bucket, as each product does it. */
final class Draws {

  private Draws() {}

  /** The digest as one number of 128 bits, modulo 100. */
  static int md5Modulo100(Message text) {
    Md5.digest(text);
    // 2³², 2⁶⁴ and 2⁹⁶ leave 96, 16 and 36.
    long sum = 36 * unsigned(text.word(0)) + 16 * unsigned(text.word(1));
    return (int) ((sum + 96 * unsigned(text.word(2)) + unsigned(text.word(3))) % 100);
  }

  static int optimizely(Message text) {
    return (int) (unsigned(Murmur3.hash(text, 1)) * 10_000 >>> 32);
  }

  static int growthBook1(Message text) {
    return (int) (Fnv1a.hash(text) % 1_000);
  }

  /** The hash of the decimal text of the hash. */
  static int growthBook2(Message text) {
    long first = Fnv1a.hash(text);
    return (int) (Fnv1a.hash(text.clear().appendDecimal(first)) % 10_000);
  }

  static int eppo(Message text, int shards) {
    Md5.digest(text);
    return (int) (unsigned(text.word(0)) % shards);
  }

  static int unleash(Message text, int buckets, int seed) {
    return (int) (unsigned(Murmur3.hash(text, seed)) % buckets);
  }

  static int planOutUniform(Message text, int choices) {
    Sha1.digest(text);
    return (int) (text.first60Bits() % choices);
  }

  private static long unsigned(int word) {
    return word & 0xFFFFFFFFL;
  }
}
