package io.github.evenlot.benchmarks.engines;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Turns the JSON that JMH writes about the engines into a Markdown table: time and allocation of
 * each for one user, and the share of our time in that of the fastest peer. The raw hash, which is
 * no engine but the bare limit, stands beside ours.
 */
public final class RatioTable {

  private static final String OURS = "EVENLOT";
  private static final String LIMIT = "RAW_HASH";

  private record Cell(double nanos, double bytes) {}

  private final Map<String, Map<String, Cell>> cells = new TreeMap<>();
  private final Set<String> engines =
      new TreeSet<>(
          Comparator.comparing((String engine) -> !engine.equals(OURS))
              .thenComparing(engine -> !engine.equals(LIMIT))
              .thenComparing(Comparator.naturalOrder()));

  private RatioTable() {}

  /**
   * @param arguments the file that {@code -rff} named
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one file is needed, not " + arguments.length);
    }
    System.out.print(of(new ObjectMapper().readTree(Path.of(arguments[0]).toFile())));
  }

  /**
   * @throws IllegalArgumentException if a work lacks our engine or any peer
   */
  static String of(JsonNode runs) {
    RatioTable table = new RatioTable();
    runs.forEach(table::add);
    return table.markdown();
  }

  private void add(JsonNode run) {
    JsonNode parameters = run.path("params");
    if (parameters.has("engine")) {
      String engine = parameters.get("engine").asText();
      engines.add(engine);
      cells
          .computeIfAbsent(row(parameters), any -> new LinkedHashMap<>())
          .put(engine, new Cell(score(run.path("primaryMetric")), allocated(run)));
    }
  }

  /** What an engine was asked to do, and for what sort of ids where there are several. */
  private static String row(JsonNode parameters) {
    String work = parameters.get("work").asText();
    return parameters.has("ids") ? work + " " + parameters.get("ids").asText() : work;
  }

  private static double allocated(JsonNode run) {
    return score(run.path("secondaryMetrics").path("gc.alloc.rate.norm"));
  }

  private static double score(JsonNode metric) {
    if (!metric.has("score")) {
      throw new IllegalArgumentException("a run has no score; was it made with -prof gc?");
    }
    return metric.get("score").asDouble();
  }

  private String markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("| work | share | " + String.join(" | ", engines) + " |");
    lines.add("|---|---|" + "---|".repeat(engines.size()));
    cells.forEach((work, row) -> lines.add(line(work, row)));
    return String.join("\n", lines) + "\n";
  }

  private String line(String work, Map<String, Cell> row) {
    return engines.stream()
        .map(engine -> row.containsKey(engine) ? shown(row.get(engine)) : "")
        .collect(joining(" | ", "| %s | %s | ".formatted(work, share(work, row)), " |"));
  }

  private static String share(String work, Map<String, Cell> row) {
    double fastest =
        row.entrySet().stream()
            .filter(entry -> !Set.of(OURS, LIMIT).contains(entry.getKey()))
            .mapToDouble(entry -> entry.getValue().nanos)
            .min()
            .orElseThrow(() -> new IllegalArgumentException(work + " has no peer"));
    Cell ours = row.get(OURS);
    if (ours == null) {
      throw new IllegalArgumentException("%s lacks %s".formatted(work, OURS));
    }
    return String.format(Locale.ROOT, "1/%.1f", fastest / ours.nanos);
  }

  private static String shown(Cell cell) {
    return time(cell.nanos) + String.format(Locale.ROOT, ", %,.0f B", cell.bytes);
  }

  private static String time(double nanos) {
    return nanos < 1_000
        ? String.format(Locale.ROOT, "%.0f ns", nanos)
        : String.format(Locale.ROOT, nanos < 100_000 ? "%,.1f µs" : "%,.0f µs", nanos / 1_000);
  }
}
