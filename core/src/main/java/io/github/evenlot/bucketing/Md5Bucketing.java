package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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
    int remainder = 0;
    for (byte digit : md5().digest((unit + ":" + salt).getBytes(UTF_8))) {
      remainder = (remainder * 256 + (digit & 0xFF)) % BUCKETS;
    }
    return remainder;
  }

  private static MessageDigest md5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5, but not this one", e);
    }
  }
}
