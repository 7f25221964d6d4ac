package io.github.evenlot.laws;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;

/**
 * The buckets of many units in one experiment.
 *
 * @param counts how many units each bucket has
 * @param tenths the tenth of the buckets that each unit falls into, in the order of the units
 */
record Draw(Counts counts, byte[] tenths) {

  static final int TENTHS = 10;

  static Draw of(Bucketing bucketing, String salt, String[] ids) {
    SaltedBucketing salted = bucketing.salted(salt);
    EncodedUnit unit = new EncodedUnit();
    int[] counts = new int[bucketing.buckets()];
    byte[] tenths = new byte[ids.length];
    for (int i = 0; i < ids.length; i++) {
      int bucket = salted.bucket(unit.set(ids[i]));
      counts[bucket]++;
      tenths[i] = (byte) ((long) bucket * TENTHS / counts.length);
    }
    return new Draw(new Counts(counts), tenths);
  }
}
