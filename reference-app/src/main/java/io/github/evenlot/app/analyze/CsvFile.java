package io.github.evenlot.app.analyze;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/** Reads a CSV file with a header (RFC 4180, UTF-8), also one compressed by gzip. */
final class CsvFile {

  private static final ObjectReader CSV =
      new CsvMapper()
          .readerFor(String[].class)
          .with(CsvParser.Feature.WRAP_AS_ARRAY)
          .with(CsvParser.Feature.SKIP_EMPTY_LINES)
          .with(CsvParser.Feature.FAIL_ON_MISSING_COLUMNS);

  private static final int GZIP = 0x1f8b;

  private CsvFile() {}

  /**
   * Hands over one row after the other.
   *
   * @param required the columns without which the file makes no sense
   * @throws IOException if the file can't be read, or not to its end, or a column is missing
   */
  static void read(Path file, List<String> required, Consumer<Row> rows) throws IOException {
    try (InputStream in = unpacked(new BufferedInputStream(Files.newInputStream(file)));
        MappingIterator<String[]> lines = CSV.readValues(in)) {
      List<String> header = header(required, lines);
      while (lines.hasNextValue()) {
        String place = "%s, line %d".formatted(file, lines.getCurrentLocation().getLineNr());
        rows.accept(new Row(place, header, List.of(lines.nextValue())));
      }
    } catch (NoSuchFileException e) {
      throw new IOException("there is no file " + file, e);
    } catch (JsonProcessingException e) {
      throw new IOException("%s: %s".formatted(place(file, e), e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IOException("file %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static List<String> header(List<String> required, MappingIterator<String[]> lines)
      throws IOException {
    List<String> header = lines.hasNextValue() ? List.of(lines.nextValue()) : List.of();
    for (String column : required) {
      if (!header.contains(column)) {
        throw new IOException("it has no column %s, but %s".formatted(column, header));
      }
    }
    return header;
  }

  private static String place(Path file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? file.toString() : file + ", line " + location.getLineNr();
  }

  private static InputStream unpacked(BufferedInputStream in) throws IOException {
    in.mark(2);
    int magic = in.read() << 8 | in.read();
    in.reset();
    return magic == GZIP ? new GZIPInputStream(in) : in;
  }
}
