package io.github.evenlot.experiment;

import io.github.evenlot.internal.Keys;
import io.github.evenlot.internal.PlainJson;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of several things that go by a name, and its parameters: a test method or a spending
 * function. Whether there is such a one shows when the analysis looks for it.
 *
 * @param id its stable name
 * @param parameters numbers and texts by name; empty for its defaults
 */
public record NamedChoice(String id, Map<String, @Nullable Object> parameters) {

  public NamedChoice {
    Keys.check("choice", id);
    parameters = PlainJson.copy(id, Objects.requireNonNull(parameters, "parameters"));
  }

  /** With its defaults. */
  public static NamedChoice of(String id) {
    return new NamedChoice(id, Map.of());
  }

  /** With one parameter. */
  public static NamedChoice of(String id, String parameter, Object value) {
    return new NamedChoice(id, Map.of(parameter, value));
  }
}
