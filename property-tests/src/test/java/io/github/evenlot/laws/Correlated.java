package io.github.evenlot.laws;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;

/**
 * A bucketing of which the buckets of any two experiments have a correlation of 0.01: in each
 * experiment another tenth of the units has the bucket of a draw that all experiments share.
 */
record Correlated(Bucketing sound) implements Bucketing {

  private static final int TENTH = 1_000;

  @Override
  public String id() {
    return "correlated-" + sound.id();
  }

  @Override
  public int buckets() {
    return sound.buckets();
  }

  @Override
  public int bucket(String salt, String unit) {
    return salted(salt).bucket(new EncodedUnit().set(unit));
  }

  @Override
  public SaltedBucketing salted(String salt) {
    SaltedBucketing own = sound.salted(salt);
    SaltedBucketing shared = sound.salted("shared");
    SaltedBucketing coin = Bucketings.EVENLOT_1.salted(salt + ":shared");
    return unit -> (coin.bucket(unit) < TENTH ? shared : own).bucket(unit);
  }
}
