package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import java.util.Map;
import java.util.Objects;

/**
 * One arm of an experiment.
 *
 * @param id what allocations, exposures and rows refer to; never changes
 * @param name what people read; renaming moves nobody
 * @param config parameters for the code that shows the variant, as plain JSON values
 */
public record Variant(String id, String name, Map<String, Object> config) {

  public Variant {
    Keys.check("variant", id);
    Objects.requireNonNull(name, "name");
    config = Map.copyOf(config);
  }

  /** A variant that is named like its id and has no parameters. */
  public static Variant of(String id) {
    return new Variant(id, id, Map.of());
  }

  public Variant withName(String newName) {
    return new Variant(id, newName, config);
  }
}
