package io.github.evenlot.targeting;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who an experiment is for: a rule on the attributes of a user, read from a document in the
 * operator language that GrowthBook published, as {@code {"country": "US", "age": {"$gte": 18}}}.
 *
 * <p>Immutable. Two conditions are equal if their documents are. Judging takes no lock, allocates
 * nothing but what a regular expression or the size of a list above 127 needs, and ends after a
 * bounded number of steps whatever the attributes, see {@link #MOST_STEPS}.
 */
public final class Condition {

  /** Everyone matches: the condition of the empty document. */
  public static final Condition EVERYONE = parse(Map.of());

  /**
   * How many steps judging may take: one for each operator, each attribute, and each element of a
   * list looked at; one for each character of a text times the size of the program of a regular
   * expression. A condition that needs as many for some attributes, or more, does not match them,
   * whatever it says.
   */
  public static final int MOST_STEPS = Steps.MOST;

  private final Map<String, @Nullable Object> document;
  private final Node root;

  private Condition(Map<String, @Nullable Object> document, Node root) {
    this.document = document;
    this.root = root;
  }

  /**
   * Reads a condition that uses no saved groups.
   *
   * @throws IllegalArgumentException naming the path of what is no such rule, or beyond a limit:
   *     objects nested 16 deep, 256 fields, 10,000 list entries, 64 kB of text
   */
  public static Condition parse(Map<String, ?> document) {
    return parse(document, Map.of());
  }

  /**
   * Reads a condition.
   *
   * @param savedGroups the values that {@code $inGroup} and {@code $notInGroup} mean by a name;
   *     they become part of the condition and count towards its limits
   * @throws IllegalArgumentException as {@link #parse(Map)}
   */
  public static Condition parse(
      Map<String, ?> document, Map<String, ? extends List<?>> savedGroups) {
    return read(
        document,
        savedGroups,
        flaw -> {
          throw new IllegalArgumentException(flaw);
        });
  }

  /**
   * Reads a condition as GrowthBook's own libraries do: an operator that is none, or whose argument
   * makes no sense, never matches; a group that there is not has no members. For comparisons and
   * imports; what an experiment is to use is better refused.
   *
   * @param flaws is told what {@link #parse(Map, Map)} would have refused
   * @throws IllegalArgumentException if the document is beyond a limit, or no JSON
   */
  public static Condition parseLeniently(
      Map<String, ?> document, Map<String, ? extends List<?>> savedGroups, Consumer<String> flaws) {
    return read(document, savedGroups, flaws);
  }

  private static Condition read(
      Map<String, ?> document, Map<String, ? extends List<?>> savedGroups, Consumer<String> flaws) {
    Path path = Path.of("condition");
    Map<String, @Nullable Object> copy =
        new BoundedCopy(savedGroups, flaws).document(path, document);
    return new Condition(copy, new ConditionReader(flaws).condition(path, copy));
  }

  /** Whether the attributes meet the condition. Never throws. */
  public boolean matches(Attributes attributes) {
    return Steps.matchesInTime(root.judge(attributes, MOST_STEPS));
  }

  /** How many steps it takes to judge these attributes, at most {@link #MOST_STEPS}. */
  public int steps(Attributes attributes) {
    return MOST_STEPS - Steps.left(root.judge(attributes, MOST_STEPS));
  }

  /** The same condition for attributes by the indices that {@code names} gives. */
  public CompiledCondition compile(AttributeNames names) {
    return CompiledCondition.of(root, names);
  }

  /** The document, with numbers in one form and the members of saved groups in place of names. */
  public Map<String, @Nullable Object> toDocument() {
    return document;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Condition condition && document.equals(condition.document);
  }

  @Override
  public int hashCode() {
    return document.hashCode();
  }

  @Override
  public String toString() {
    return document.toString();
  }
}
