package io.github.evenlot.targeting;

import org.jspecify.annotations.Nullable;

/**
 * A user's attributes as {@link CompiledCondition}s look at them: by index, each asked for once,
 * and only when the first condition needs it. Mutable, for one thread: make one and set it for each
 * user.
 */
public final class AttributeValues {

  private final String[] names;
  private final KnownTexts[] known;
  private final @Nullable Object[] values;
  private final int[] texts;

  /** What has another mark than this was found out about another user. */
  private long mark;

  private final long[] readAt;
  private Attributes attributes = Attributes.NONE;

  AttributeValues(String[] names, KnownTexts[] known) {
    this.names = names;
    this.known = known;
    values = new @Nullable Object[names.length];
    texts = new int[names.length];
    readAt = new long[names.length];
  }

  /** Makes it the attributes of another user. */
  public AttributeValues set(Attributes of) {
    attributes = of;
    mark++;
    return this;
  }

  /** The value of the attribute at an index; one whose retrieval throws counts as missing. */
  @Nullable Object get(int index) {
    if (readAt[index] != mark) {
      read(index);
    }
    return values[index];
  }

  /** Which of the texts that conditions compare it with the attribute is. */
  int text(int index) {
    if (readAt[index] != mark) {
      read(index);
    }
    return texts[index];
  }

  private void read(int index) {
    Object value = Values.attribute(attributes, names[index]);
    values[index] = value;
    texts[index] = known[index].numberOf(value);
    readAt[index] = mark;
  }
}
