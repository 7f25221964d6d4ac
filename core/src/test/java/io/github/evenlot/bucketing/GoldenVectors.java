package io.github.evenlot.bucketing;

import io.github.evenlot.Fixtures;
import java.util.List;
import java.util.stream.Stream;

/** A row of {@code vectors/evenlot-1/golden.csv}. */
record GoldenVectors(String salt, String unit, long saltHash, long unitHash, int bucket) {

  static final String PATH = "vectors/evenlot-1/golden.csv";

  static List<GoldenVectors> all() {
    Stream<String> lines = Fixtures.text(PATH).lines().skip(1);
    return lines.map(line -> of(line.split(",", -1))).toList();
  }

  private static GoldenVectors of(String[] row) {
    return new GoldenVectors(
        unescaped(row[0]),
        unescaped(row[1]).repeat(Integer.parseInt(row[2])),
        Long.parseUnsignedLong(row[3], 16),
        Long.parseUnsignedLong(row[4], 16),
        Integer.parseInt(row[5]));
  }

  /** Text as the inside of a JSON string. Not by a JSON library: those refuse half a pair. */
  private static String unescaped(String field) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) == '\\') {
        text.append((char) Integer.parseInt(field, i + 2, i + 6, 16));
        i += 5;
      } else {
        text.append(field.charAt(i));
      }
    }
    return text.toString();
  }
}
