package io.github.evenlot.bucketing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The bucketings that {@link ServiceLoader} finds on the class path or module path. */
final class UsersBucketings {

  private UsersBucketings() {}

  /** Looked for once, when the first id is asked for that does not come with Evenlot. */
  private static @Nullable Map<String, Bucketing> found;

  /**
   * @throws IllegalStateException if one can't be loaded, or as {@link #byId} says; each time anew
   */
  static synchronized Optional<Bucketing> find(String id) {
    if (found == null) {
      found = load();
    }
    return Optional.ofNullable(found.get(id));
  }

  static Map<String, Bucketing> load() {
    try {
      return byId(ServiceLoader.load(Bucketing.class));
    } catch (ServiceConfigurationError e) {
      throw new IllegalStateException("a bucketing of your own can't be loaded", e);
    }
  }

  /**
   * @throws IllegalStateException if two have one id, or one has the id of one of Evenlot's: what
   *     is stored under it would be read with either
   */
  static Map<String, Bucketing> byId(Iterable<Bucketing> found) {
    Map<String, Bucketing> byId = new HashMap<>();
    for (Bucketing bucketing : found) {
      Bucketing known = Bucketings.builtIn(bucketing.id()).orElse(byId.get(bucketing.id()));
      if (known != null) {
        throw new IllegalStateException(
            "two bucketings have the id \"%s\": %s and %s"
                .formatted(bucketing.id(), known.getClass(), bucketing.getClass()));
      }
      byId.put(bucketing.id(), bucketing);
    }
    return byId;
  }
}
