package io.github.evenlot.app.analyze;

import java.util.List;

/** How a file lays its experiments out in lines. */
interface ArchiveFormat {

  /** The columns that it needs. */
  List<String> columns();

  /**
   * To which study a line belongs.
   *
   * @throws IllegalArgumentException if the line does not tell
   */
  StudyKey key(Row row);

  /**
   * The study that these lines make.
   *
   * @param key what they have in common
   * @param rows at least one, in the order of the file
   * @throws IllegalArgumentException if they make none; the message names the line
   */
  Study study(StudyKey key, List<Row> rows);

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static ArchiveFormat byId(String id) {
    return switch (id) {
      case "arms" -> new SumsFormat();
      case "upworthy" -> new UpworthyFormat();
      case "asos" -> new AsosFormat();
      default ->
          throw new IllegalArgumentException(
              "no format \"%s\"; there are [arms, upworthy, asos]".formatted(id));
    };
  }
}
