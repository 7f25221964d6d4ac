package io.github.evenlot.kafka;

import io.github.evenlot.event.Exposure;
import io.github.evenlot.event.Fact;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names of the topics: distinct, each of 1 to 249 letters, digits, dots, underscores and
 * hyphens, as Kafka allows them. {@link TopicSetup} makes the topics.
 *
 * @param exposures exposures, keyed by unit
 * @param events metric events, keyed by unit
 * @param experiments the definitions of experiments, keyed by experiment; compacted
 * @param deadLetters records that were no fact
 */
public record Topics(String exposures, String events, String experiments, String deadLetters) {

  private static final Pattern LEGAL = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

  public Topics {
    List<String> names = List.of(exposures, events, experiments, deadLetters);
    names.forEach(Topics::requireLegal);
    if (Set.copyOf(names).size() < names.size()) {
      throw new IllegalArgumentException("topics %s are not distinct".formatted(names));
    }
  }

  /**
   * {@code evenlot.exposures}, {@code evenlot.events}, {@code evenlot.experiments} and {@code
   * evenlot.dead-letters}.
   */
  public static Topics defaults() {
    return withPrefix("evenlot.");
  }

  /** The names of {@link #defaults()} with another prefix, which may be empty. */
  public static Topics withPrefix(String prefix) {
    return new Topics(
        prefix + "exposures", prefix + "events", prefix + "experiments", prefix + "dead-letters");
  }

  /** Where a fact of this type goes. */
  public String of(Fact fact) {
    return fact instanceof Exposure ? exposures : events;
  }

  private static void requireLegal(String name) {
    if (!LEGAL.matcher(name).matches() || name.equals(".") || name.equals("..")) {
      throw new IllegalArgumentException(
          "topic \"%s\" is not 1 to 249 letters, digits, dots, underscores and hyphens"
              .formatted(name));
    }
  }
}
