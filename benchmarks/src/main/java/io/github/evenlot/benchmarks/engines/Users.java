package io.github.evenlot.benchmarks.engines;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/** Users, always the same. */
final class Users {

  /** A million of them. */
  static final int MILLION = 1 << 20;

  private static final int PROFILES = 1 << 10;
  private static final long SEED = 1;

  private final List<String> attributes;
  private final String[] ids;
  private final List<String[]> profiles = new ArrayList<>();

  /**
   * @param number how many, a power of two
   * @param sort what their ids look like
   * @param who which combinations of attributes they may have
   */
  Users(int number, Ids sort, List<String> attributes, Predicate<Map<String, String>> who) {
    this.attributes = attributes;
    ids = new String[number];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < number; i++) {
      ids[i] = sort.id(random);
    }
    while (profiles.size() < PROFILES) {
      String[] profile = profile(random);
      if (who.test(named(profile))) {
        profiles.add(profile);
      }
    }
  }

  String id(int user) {
    return ids[user & (ids.length - 1)];
  }

  /** The values of a user's attributes, in the order of the work's names. */
  String[] profile(int user) {
    return profiles.get(user & (PROFILES - 1));
  }

  /** The same with their names. */
  Map<String, String> attributes(int user) {
    return named(profile(user));
  }

  private Map<String, String> named(String[] profile) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < profile.length; i++) {
      named.put(attributes.get(i), profile[i]);
    }
    return named;
  }

  private String[] profile(SplittableRandom random) {
    return attributes.stream()
        .map(attribute -> Population.draw(attribute, random))
        .toArray(String[]::new);
  }
}
