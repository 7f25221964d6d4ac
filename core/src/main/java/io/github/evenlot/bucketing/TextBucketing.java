package io.github.evenlot.bucketing;

import io.github.evenlot.internal.Message;
import java.util.function.ToIntFunction;

/**
 * Makes one text of salt and unit, and hashes that to a bucket.
 *
 * @param draw from the text to its bucket
 */
record TextBucketing(String id, int buckets, Wording wording, ToIntFunction<Message> draw)
    implements Bucketing {

  static TextBucketing of(String id, int buckets, String template, ToIntFunction<Message> draw) {
    return new TextBucketing(id, buckets, Wording.of(template), draw);
  }

  @Override
  public int bucket(String salt, String unit) {
    return salted(salt).bucket(new EncodedUnit().set(unit));
  }

  @Override
  public SaltedBucketing salted(String salt) {
    Wording.Salted text = wording.salted(salt);
    return unit -> draw.applyAsInt(text.of(unit));
  }

  /** By the id, which is frozen: the function of a family is another object each time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof TextBucketing that && id.equals(that.id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }

  @Override
  public String toString() {
    return id;
  }
}
