package io.github.evenlot.bucketing;

import io.github.evenlot.Fixtures;
import java.util.List;
import java.util.stream.Stream;

/**
 * A row of the golden vectors of a bucketing.
 *
 * @param hashes what it makes of salt and unit on its way to the bucket, in hexadecimal
 */
record GoldenVectors(String salt, String unit, List<String> hashes, int bucket) {

  static String path(String bucketing) {
    return "vectors/" + bucketing + "/golden.csv";
  }

  static List<GoldenVectors> of(String bucketing) {
    Stream<String> lines = Fixtures.text(path(bucketing)).lines().skip(1);
    return lines.map(line -> of(List.of(line.split(",", -1)))).toList();
  }

  private static GoldenVectors of(List<String> row) {
    int last = row.size() - 1;
    return new GoldenVectors(
        unescaped(row.get(0)),
        unescaped(row.get(1)).repeat(Integer.parseInt(row.get(2))),
        row.subList(3, last),
        Integer.parseInt(row.get(last)));
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
