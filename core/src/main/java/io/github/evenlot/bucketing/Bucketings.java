package io.github.evenlot.bucketing;

import java.util.List;

/** The bucketings that come with Evenlot. */
public final class Bucketings {

  /**
   * The default: XXH64 of the unit once, one multiply-mix with the hashed salt per experiment,
   * multiply-shift to 10,000 buckets. Its specification, with a port in Python, is {@code
   * docs/reference/bucketing-evenlot-1.md}.
   */
  public static final Bucketing EVENLOT_1 = new Evenlot1();

  /**
   * {@code int(md5hex(unit + ":" + salt), 16) % 100}, for those who assign this way already. Text
   * is UTF-8; the salt is the experiment's id.
   */
  public static final Bucketing MD5_100 = new Md5Bucketing();

  private static final List<Bucketing> ALL = List.of(EVENLOT_1, MD5_100);

  private Bucketings() {}

  /** Every bucketing of this class, the default first. */
  public static List<Bucketing> all() {
    return ALL;
  }

  /**
   * The bucketing with this id.
   *
   * @throws IllegalArgumentException if there is none; the message lists those there are
   */
  public static Bucketing byId(String id) {
    return ALL.stream()
        .filter(bucketing -> bucketing.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no bucketing \"%s\"; there are %s"
                        .formatted(id, ALL.stream().map(Bucketing::id).toList())));
  }
}
