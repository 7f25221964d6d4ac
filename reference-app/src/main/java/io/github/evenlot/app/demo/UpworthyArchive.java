package io.github.evenlot.app.demo;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The Upworthy Research Archive (CC BY 4.0), as it is shipped in {@code upworthy/}. */
final class UpworthyArchive {

  private static final String RESOURCE = "/upworthy/upworthy.csv.gz";

  private UpworthyArchive() {}

  /** All tests, in the archive's order. */
  static List<ArchivedTest> read() {
    try (InputStream packed =
            Objects.requireNonNull(UpworthyArchive.class.getResourceAsStream(RESOURCE), RESOURCE);
        InputStream csv = new GZIPInputStream(packed)) {
      return read(csv);
    } catch (IOException e) {
      throw new UncheckedIOException("the archive " + RESOURCE + " can't be read", e);
    }
  }

  private static List<ArchivedTest> read(InputStream csv) throws IOException {
    ObjectReader reader =
        new CsvMapper().readerForMapOf(String.class).with(CsvSchema.emptySchema().withHeader());
    Map<String, LocalDate> weeks = new LinkedHashMap<>();
    Map<String, List<ArchivedTest.Arm>> arms = new LinkedHashMap<>();
    try (MappingIterator<Map<String, String>> rows = reader.readValues(csv)) {
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        String id = text(row, "test_id");
        weeks.putIfAbsent(id, monday(text(row, "test_week")));
        arms.computeIfAbsent(id, any -> new ArrayList<>()).add(arm(row));
      }
    }
    return weeks.entrySet().stream()
        .map(
            e ->
                new ArchivedTest(
                    e.getKey(), e.getValue(), arms.getOrDefault(e.getKey(), List.of())))
        .toList();
  }

  private static ArchivedTest.Arm arm(Map<String, String> row) {
    return new ArchivedTest.Arm(
        text(row, "headline").strip(),
        Long.parseLong(text(row, "impressions")),
        Long.parseLong(text(row, "clicks")));
  }

  /** The week's Monday. Week 1 begins with the year's first Monday; what is before it is week 0. */
  private static LocalDate monday(String yearAndWeek) {
    int year = Integer.parseInt(yearAndWeek.substring(0, 4));
    int week = Integer.parseInt(yearAndWeek.substring(4));
    return LocalDate.of(year, 1, 1)
        .with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY))
        .plusWeeks(week - 1);
  }

  private static String text(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw new IllegalArgumentException("row %s has no %s".formatted(row, column));
    }
    return value;
  }
}
