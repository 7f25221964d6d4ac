package io.github.evenlot.assignment;

import io.github.evenlot.bucketing.Bucketing;

/**
 * 100 buckets; the bucket is what the unit's id says for the salt, as {@code split=30,traffic=7},
 * so that a test can say which ones it means. An id without a word on the salt is its bucket.
 */
final class IdentityBucketing implements Bucketing {

  static final Bucketing INSTANCE = new IdentityBucketing();

  private IdentityBucketing() {}

  @Override
  public String id() {
    return "identity";
  }

  @Override
  public int buckets() {
    return 100;
  }

  @Override
  public int bucket(String salt, String unit) {
    for (String word : unit.split(",", -1)) {
      if (word.startsWith(salt + "=")) {
        return Integer.parseInt(word.substring(salt.length() + 1));
      }
    }
    return unit.contains("=") ? 0 : Integer.parseInt(unit);
  }
}
