package io.github.evenlot.benchmarks.engines;

import java.util.List;

/**
 * An engine that is asked about one experiment at a time, of a user whom it was told about once.
 *
 * @param <C> what it knows a user by
 */
abstract class OneByOne<C> implements Engine {

  private final String[] keys;
  private final String[] variants;

  OneByOne(List<Trial> trials) {
    keys = trials.stream().map(Trial::key).toArray(String[]::new);
    variants = new String[keys.length];
  }

  abstract C user(String id, String[] profile);

  abstract String variant(String key, C user);

  @Override
  public final String one(String id, String[] profile) {
    return variant(keys[0], user(id, profile));
  }

  @Override
  public final Object all(String id, String[] profile) {
    C user = user(id, profile);
    for (int i = 0; i < keys.length; i++) {
      variants[i] = variant(keys[i], user);
    }
    return variants;
  }

  @Override
  public final String[] variants(Object all) {
    return variants;
  }
}
