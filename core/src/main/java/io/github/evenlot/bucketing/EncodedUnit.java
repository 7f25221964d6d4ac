package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.evenlot.internal.Message;
import io.github.evenlot.internal.Utf8Buffer;
import io.github.evenlot.internal.XxHash64;
import org.jspecify.annotations.Nullable;

/**
 * Who is randomised, made ready for many {@link SaltedBucketing}s: its UTF-8 is made once, and so
 * is its hash, when the first bucketing asks for it. Half of a surrogate pair becomes {@code ?}, as
 * with {@link String#getBytes}.
 *
 * <p>Mutable, for one thread: make one and set it for each unit. It allocates only where an id is
 * longer than any before or than 14,000 characters, and where {@link #text} is asked for.
 */
public final class EncodedUnit {

  private static final long UNIT_SEED = 0;

  private final Utf8Buffer utf8 = new Utf8Buffer();
  private final Message message = new Message();

  /**
   * The text, where bytes can't tell it or it has been asked for. Not kept of others: what lives
   * long and is made to refer to something new costs a memory fence under some garbage collectors.
   */
  private @Nullable String text = "";

  private boolean hashed;
  private long hash;

  /** Makes it the unit with this id, any text. */
  public EncodedUnit set(String id) {
    keep(utf8.set(id) ? null : id);
    return this;
  }

  /** Makes it the unit whose id is this number: the same as {@code set(Long.toString(id))}. */
  public EncodedUnit set(long id) {
    utf8.set(id);
    keep(null);
    return this;
  }

  private void keep(@Nullable String newText) {
    if (text != newText) {
      text = newText;
    }
    hashed = false;
  }

  /** The id as text. Makes a string, but only one for a unit. */
  public String text() {
    if (text == null) {
      text = new String(utf8.bytes(), 0, utf8.length(), US_ASCII);
    }
    return text;
  }

  /** Whether the id is this text. */
  public boolean is(String other) {
    return text == null ? utf8.isAscii(other) : text.equals(other);
  }

  /** The id's UTF-8: the first {@link #length} bytes are it. */
  byte[] bytes() {
    return utf8.bytes();
  }

  int length() {
    return utf8.length();
  }

  /** XXH64 of the UTF-8, seed 0: the same for equal ids, and different for nearly all others. */
  public long hash() {
    if (!hashed) {
      hash = XxHash64.hash(bytes(), length(), UNIT_SEED);
      hashed = true;
    }
    return hash;
  }

  /** What {@link String#hashCode} is of the text. */
  int textHash() {
    if (text != null) {
      return text.hashCode();
    }
    int sum = 0;
    for (int i = 0; i < length(); i++) {
      sum = 31 * sum + bytes()[i];
    }
    return sum;
  }

  /** The scratch in which salt and unit are put together, empty. */
  Message message() {
    return message.clear();
  }
}
