package io.github.evenlot.app.analyze;

import java.util.List;

/**
 * A part of a summary: a small table.
 *
 * @param title what it is about
 * @param header the heads of its columns, of which the first is of words and the others of numbers
 * @param rows its lines
 */
record Section(String title, List<String> header, List<List<String>> rows) {

  Section {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }
}
