package io.github.evenlot.flink;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** The bytes of the parts that values are made of. */
final class Formats {

  private Formats() {}

  /**
   * @throws IOException if {@code version} is not within 1 to {@code newest}
   */
  static void check(String what, int version, int newest) throws IOException {
    if (version < 1 || version > newest) {
      throw new IOException(
          "%s has format %d; this program reads 1 to %d: was it written by a newer one?"
              .formatted(what, version, newest));
    }
  }

  /** Any text at all, unpaired surrogates too, which UTF-8 would lose. */
  static void writeText(String text, DataOutputView out) throws IOException {
    StringValue.writeString(text, out);
  }

  static String readText(DataInputView in) throws IOException {
    return StringValue.readString(in);
  }

  static void writeInstant(Instant time, DataOutputView out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  static Instant readInstant(DataInputView in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  static void writeDay(LocalDate day, DataOutputView out) throws IOException {
    out.writeInt(Math.toIntExact(day.toEpochDay()));
  }

  static LocalDate readDay(DataInputView in) throws IOException {
    return LocalDate.ofEpochDay(in.readInt());
  }
}
