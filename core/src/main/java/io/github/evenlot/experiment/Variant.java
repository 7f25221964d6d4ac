package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import io.github.evenlot.internal.PlainJson;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One arm of an experiment.
 *
 * @param id what allocations, exposures and rows refer to; never changes
 * @param name what people read; renaming moves nobody
 * @param config parameters for the code that shows the variant, as plain JSON values: text,
 *     numbers, truth values, null, lists and maps of them
 */
public record Variant(String id, String name, Map<String, @Nullable Object> config) {

  /**
   * @throws IllegalArgumentException if {@code id} is no key, or something in {@code config} is no
   *     JSON value
   */
  public Variant {
    Keys.check("variant", id);
    Objects.requireNonNull(name, "name");
    config = PlainJson.copy("config", config);
  }

  /** A variant that is named like its id and has no parameters. */
  public static Variant of(String id) {
    return new Variant(id, id, Map.of());
  }

  /** The same variant under another name. */
  public Variant withName(String newName) {
    return new Variant(id, newName, config);
  }
}
