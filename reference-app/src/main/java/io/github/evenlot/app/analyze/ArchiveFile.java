package io.github.evenlot.app.analyze;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A file of experiments: its lines, put together to studies. */
final class ArchiveFile {

  private final ArchiveFormat format;
  private final Predicate<StudyKey> wanted;
  private final Map<StudyKey, List<Row>> studies = new LinkedHashMap<>();
  private final List<Failure> failures = new ArrayList<>();

  private ArchiveFile(ArchiveFormat format, Predicate<StudyKey> wanted) {
    this.format = format;
    this.wanted = wanted;
  }

  /**
   * Reads a file and analyses it. A line that is wrong spoils its study and no other.
   *
   * @param wanted which studies are to be analysed
   * @return in the order of the file; first the lines that belong to no study
   * @throws IOException if the file can't be read
   */
  static List<Outcome> analyse(Path file, ArchiveFormat format, Predicate<StudyKey> wanted)
      throws IOException {
    ArchiveFile archive = new ArchiveFile(format, wanted);
    CsvFile.read(file, format.columns(), archive::add);
    Stream<Outcome> findings = archive.studies.entrySet().parallelStream().map(archive::outcome);
    return Stream.concat(archive.failures.stream(), findings).toList();
  }

  private void add(Row row) {
    try {
      StudyKey key = format.key(row);
      if (wanted.test(key)) {
        studies.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
      }
    } catch (IllegalArgumentException e) {
      failures.add(new Failure("", String.valueOf(e.getMessage())));
    }
  }

  private Outcome outcome(Map.Entry<StudyKey, List<Row>> lines) {
    Study study;
    try {
      study = format.study(lines.getKey(), lines.getValue());
    } catch (IllegalArgumentException e) {
      return new Failure(lines.getKey().experiment(), String.valueOf(e.getMessage()));
    }
    return Analysis.of(study);
  }
}
