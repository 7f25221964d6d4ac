package io.github.evenlot.bucketing;

import java.util.Objects;

/**
 * A named, versioned, frozen algorithm from a salt and a unit to a bucket in {@code [0,
 * buckets())}.
 *
 * <p>An implementation must be total (any two strings give a bucket, none throws), must depend on
 * nothing but its arguments, and must never change once its id has been used: a new idea gets a new
 * id. It must be safe under any number of threads. Experiments are compared by their bucketings, so
 * two instances with one id have to be equal.
 *
 * <p>Documents name a bucketing by its id. One of your own is found again by {@link
 * java.util.ServiceLoader}: name its class in {@code
 * META-INF/services/io.github.evenlot.bucketing.Bucketing}, or with {@code provides} in your
 * module.
 *
 * @see Bucketings
 */
public interface Bucketing {

  /** The frozen name under which configurations refer to this algorithm, as {@code evenlot-1}. */
  String id();

  /** The number of buckets, at least 1. */
  int buckets();

  /**
   * The bucket of {@code unit} under {@code salt}, in {@code [0, buckets())}.
   *
   * @param salt what keeps experiments independent of each other; usually the experiment's key
   * @param unit the id of who is randomised; any string, the empty one and one with unpaired
   *     surrogates too
   */
  int bucket(String salt, String unit);

  /**
   * This bucketing with its salt prepared, for the hot path. Gives the same buckets as {@link
   * #bucket}. This default asks {@code bucket} with the text of the unit, which is made anew for
   * each unit; an implementation that has work to save overrides it.
   */
  default SaltedBucketing salted(String salt) {
    Objects.requireNonNull(salt, "salt");
    return unit -> bucket(salt, unit.text());
  }
}
