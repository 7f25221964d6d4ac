package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.internal.Md5;
import io.github.evenlot.internal.Message;

/** {@code md5-100}: the MD5 of {@code unit:salt}, read as one big-endian number, modulo 100. */
final class Md5Bucketing implements Bucketing {

  private static final int BUCKETS = 100;

  @Override
  public String id() {
    return "md5-100";
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
    byte[] suffix = (":" + salt).getBytes(UTF_8);
    return unit -> bucket(unit.message().append(unit.bytes(), unit.length()).append(suffix));
  }

  private static int bucket(Message message) {
    Md5.digest(message);
    long remainder = 0;
    for (int i = 0; i < 4; i++) {
      remainder = (remainder << 32 | message.word(i) & 0xFFFFFFFFL) % BUCKETS;
    }
    return (int) remainder;
  }
}
