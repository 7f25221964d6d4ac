package io.github.evenlot.bucketing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.evenlot.internal.Message;
import io.github.evenlot.internal.Utf8Buffer;
import io.github.evenlot.internal.XxHash64;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is randomised, made ready for many {@link SaltedBucketing}s: its UTF-8 is made once, and so
 * is its hash, and neither before a bucketing asks for it. Half of a surrogate pair becomes {@code
 * ?}, as with {@link String#getBytes}.
 *
 * <p>Mutable, for one thread: make one and set it for each unit. It allocates only where an id is
 * longer than any before.
 */
public final class EncodedUnit {

  private static final long UNIT_SEED = 0;

  private final Utf8Buffer utf8 = new Utf8Buffer();
  private final Message message = new Message();
  private @Nullable String text = "";
  private boolean encoded = true;
  private boolean hashed;
  private long hash;

  /** Makes it the unit with this id, any text. */
  public EncodedUnit set(String id) {
    text = Objects.requireNonNull(id, "id");
    encoded = false;
    hashed = false;
    return this;
  }

  /** Makes it the unit whose id is this number: the same as {@code set(Long.toString(id))}. */
  public EncodedUnit set(long id) {
    text = null;
    utf8.set(id);
    encoded = true;
    hashed = false;
    return this;
  }

  /** The id as text. Makes a string where the id was given as a number. */
  public String text() {
    if (text == null) {
      text = new String(utf8.bytes(), 0, utf8.length(), US_ASCII);
    }
    return text;
  }

  /** The id's UTF-8: the first {@link #length} bytes are it. */
  byte[] bytes() {
    return utf8().bytes();
  }

  int length() {
    return utf8().length();
  }

  private Utf8Buffer utf8() {
    if (!encoded && text != null) {
      utf8.set(text);
      encoded = true;
    }
    return utf8;
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
