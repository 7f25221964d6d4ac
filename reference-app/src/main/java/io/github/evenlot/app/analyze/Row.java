package io.github.evenlot.app.analyze;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One line of a CSV file.
 *
 * @param place the file and the line, for messages
 * @param header the names of the columns
 * @param cells what stands in them; too few or too many in a bad line
 */
record Row(String place, List<String> header, List<String> cells) {

  private static final int LONGEST_NUMBER = 1000;

  /**
   * The text of a column that must not be blank.
   *
   * @throws IllegalArgumentException if it is, or the line has not as many cells as the header
   */
  String text(String column) {
    if (cells.size() != header.size()) {
      throw wrong("%d cells, but the header has %d".formatted(cells.size(), header.size()));
    }
    return peek(column);
  }

  /** As {@link #text}, also of a line with too many or too few cells. */
  String peek(String column) {
    int index = header.indexOf(column);
    if (index < 0 || index >= cells.size() || cells.get(index).isBlank()) {
      throw wrong("%s is missing".formatted(column));
    }
    return cells.get(index).strip();
  }

  /**
   * A whole number that is not negative, also as "12.0".
   *
   * @throws IllegalArgumentException if it is none
   */
  long count(String column) {
    BigDecimal value = decimal(column);
    try {
      if (value.signum() >= 0) {
        return value.longValueExact();
      }
    } catch (ArithmeticException e) {
      // Beyond 64 bits, or not whole: the message below is for both.
    }
    throw wrong("%s is %s, not a whole number from 0 to 2^63 - 1".formatted(column, text(column)));
  }

  /**
   * A decimal number.
   *
   * @throws IllegalArgumentException if it is none
   */
  BigDecimal decimal(String column) {
    String text = text(column);
    try {
      if (text.length() <= LONGEST_NUMBER) {
        return new BigDecimal(text);
      }
    } catch (NumberFormatException e) {
      // The message below names the text.
    }
    throw wrong("%s is \"%s\", not a number".formatted(column, shortened(text)));
  }

  /**
   * A decimal number, where there is a column for it and something in it.
   *
   * @throws IllegalArgumentException if that is no number
   */
  Optional<BigDecimal> optional(String column) {
    int index = header.indexOf(column);
    boolean blank = index < 0 || index < cells.size() && cells.get(index).isBlank();
    return blank ? Optional.empty() : Optional.of(decimal(column));
  }

  /**
   * Makes sure that no arm comes twice.
   *
   * @param column that names the arm
   * @throws IllegalArgumentException if one does
   */
  static void requireDistinct(List<Row> rows, String column, StudyKey key) {
    Set<String> seen = new HashSet<>();
    for (Row row : rows) {
      if (!seen.add(row.text(column))) {
        throw row.wrong(
            "%s %s comes twice in experiment \"%s\""
                .formatted(column, row.text(column), key.experiment()));
      }
    }
  }

  /** What is wrong with this line. */
  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException(place + ": " + why);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 40) + "…";
  }
}
