package io.github.evenlot.laws;

import static java.util.Locale.ROOT;

import io.github.evenlot.bucketing.Bucketing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a bucketing makes of four experiments whose salts are alike, over four kinds of ids of half
 * a million units each.
 *
 * <p>Each p-value is held against 10⁻⁷, 5.3 standard errors. A correlation of 0.01 between two
 * experiments is 7.1, and is caught with a chance of 0.96; so is a half that has 50.5 % of the
 * units of one sample.
 */
final class VendorReport {

  private static final double ALARM = 1e-7;
  private static final int UNITS = 500_000;
  private static final List<Units> KINDS =
      List.of(Units.COUNTER, Units.FROM_A_TRILLION, Units.EMAIL, Units.UUID_V4);

  private final Bucketing bucketing;
  private final List<Counts> samples = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final List<Pair> successions = new ArrayList<>();

  private VendorReport(Bucketing bucketing) {
    this.bucketing = bucketing;
  }

  static List<VendorReport> of(List<Bucketing> bucketings) {
    List<VendorReport> reports = bucketings.stream().map(VendorReport::new).toList();
    for (Units kind : KINDS) {
      String[] ids = kind.ids(UNITS);
      reports.forEach(report -> report.add(ids));
    }
    return reports;
  }

  private void add(String[] ids) {
    List<Draw> draws = salts().stream().map(salt -> Draw.of(bucketing, salt, ids)).toList();
    for (int a = 0; a < draws.size(); a++) {
      samples.add(draws.get(a).counts());
      successions.add(Pair.ofSuccessive(draws.get(a)));
      for (int b = a + 1; b < draws.size(); b++) {
        pairs.add(Pair.of(draws.get(a), draws.get(b)));
      }
    }
  }

  /** Split's are numbers, which it draws at random. */
  private List<String> salts() {
    return bucketing.id().startsWith("split")
        ? List.of("1328", "1329", "-1667452163", "-1667452164")
        : List.of("exp-1", "exp-2", "exp-3", "exp-9");
  }

  /** Its row in the table of the page, where "3 of 24" is how many chance would hardly make. */
  String row() {
    return "| `%s` | %s | %s | %s | %s | %s |"
        .formatted(
            bucketing.id(),
            alarms(samples, Counts::pValue),
            alarms(pairs, Pair::pValue),
            largest(pairs, Pair::correlation),
            largest(pairs, Pair::correlationOfHalves),
            alarms(successions, Pair::pValue));
  }

  private static <T> String alarms(List<T> all, ToDoubleFunction<T> pValue) {
    long alarms = all.stream().mapToDouble(pValue).filter(p -> p < ALARM).count();
    return "%d of %d".formatted(alarms, all.size());
  }

  private static String largest(List<Pair> pairs, ToDoubleFunction<Pair> correlation) {
    double largest = pairs.stream().mapToDouble(correlation).map(Math::abs).max().getAsDouble();
    return String.format(ROOT, "%.3f", largest);
  }
}
