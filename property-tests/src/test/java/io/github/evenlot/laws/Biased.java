package io.github.evenlot.laws;

import io.github.evenlot.bucketing.Bucketing;
import io.github.evenlot.bucketing.Bucketings;
import io.github.evenlot.bucketing.EncodedUnit;
import io.github.evenlot.bucketing.SaltedBucketing;

/**
 * A bucketing whose lower half has 0.2 % more units than are due to it, 50.1 % instead of 50 %: two
 * in a thousand of the upper half are moved there.
 */
record Biased(Bucketing sound) implements Bucketing {

  private static final int TWO_IN_A_THOUSAND = 20;

  @Override
  public String id() {
    return "biased-" + sound.id();
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
    int half = buckets() / 2;
    SaltedBucketing draw = sound.salted(salt);
    SaltedBucketing coin = Bucketings.EVENLOT_1.salted(salt + ":bias");
    return unit -> {
      int bucket = draw.bucket(unit);
      return bucket >= half && coin.bucket(unit) < TWO_IN_A_THOUSAND ? bucket - half : bucket;
    };
  }
}
