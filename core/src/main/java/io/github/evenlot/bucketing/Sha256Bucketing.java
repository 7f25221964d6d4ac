package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.evenlot.internal.Message;
import io.github.evenlot.internal.Sha256;

/** {@code sha256-10000}, as {@code docs/reference/bucketing-sha256-10000.md} has it. Frozen. */
final class Sha256Bucketing implements Bucketing {

  private static final int BUCKETS = 10_000;
  private static final byte[] COLON = {':'};

  @Override
  public String id() {
    return "sha256-10000";
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
    byte[] utf8 = salt.getBytes(UTF_8);
    byte[] field = (utf8.length + ":" + salt).getBytes(UTF_8);
    return unit -> bucket(field, unit);
  }

  private static int bucket(byte[] saltField, EncodedUnit unit) {
    Message message = unit.message().append(saltField);
    message.appendDecimal(unit.length()).append(COLON).append(unit.bytes(), unit.length());
    Sha256.digest(message);
    return (int) (message.first60Bits() % BUCKETS);
  }

  @Override
  public String toString() {
    return id();
  }
}
