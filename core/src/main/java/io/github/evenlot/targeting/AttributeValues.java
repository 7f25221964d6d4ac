package io.github.evenlot.targeting;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What {@link CompiledCondition}s have found out about a user's attributes, by index: each is asked
 * for once, and only when the first condition needs it. Mutable, for one thread: make one and
 * {@link #clear} it for each user.
 *
 * <p>The attributes go from hand to hand, and a value is kept only where a condition needs more
 * than its text: what lives long and is made to refer to something new costs a memory fence under
 * some garbage collectors.
 */
public final class AttributeValues {

  /** One attribute. */
  private static final class Value {

    final String name;
    final KnownTexts known;
    final boolean kept;
    long readAt;
    int text;
    @Nullable Object value;

    Value(String name, KnownTexts known, boolean kept) {
      this.name = name;
      this.known = known;
      this.kept = kept;
    }

    void read(Attributes user, long mark) {
      Object found = Values.attribute(user, name);
      if (kept) {
        value = found;
      }
      text = known.numberOf(found);
      readAt = mark;
    }
  }

  private final Value[] values;

  /** What has another mark than this was found out about another user. */
  private long mark = 1;

  private Attributes attributes = Attributes.NONE;

  AttributeValues(String[] names, KnownTexts[] known, boolean[] kept) {
    values = new Value[names.length];
    Arrays.setAll(values, index -> new Value(names[index], known[index], kept[index]));
  }

  /** Forgets what has been found out, for another user. */
  public AttributeValues clear() {
    mark++;
    return this;
  }

  /** With the attributes at hand, for conditions that ask for values. */
  AttributeValues of(Attributes user) {
    attributes = user;
    return this;
  }

  /** The value of the attribute at an index; one whose retrieval throws counts as missing. */
  @Nullable Object get(int index) {
    return known(index, attributes).value;
  }

  /** Which of the texts that conditions compare it with the attribute is. */
  int text(int index, Attributes user) {
    return known(index, user).text;
  }

  private Value known(int index, Attributes user) {
    Value value = values[index];
    if (value.readAt != mark) {
      value.read(user, mark);
    }
    return value;
  }
}
