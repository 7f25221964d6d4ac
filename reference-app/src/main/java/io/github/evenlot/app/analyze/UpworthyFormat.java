package io.github.evenlot.app.analyze;

import io.github.evenlot.statistics.DecimalSums;
import io.github.evenlot.statistics.Moments;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Upworthy Research Archive: a line for each headline, with viewers and clicks. */
final class UpworthyFormat implements ArchiveFormat {

  private static final Pattern WEEK = Pattern.compile("(\\d{4})([0-4]\\d|5[0-3])");

  @Override
  public List<String> columns() {
    return List.of("test_id", "variant", "test_week", "headline", "impressions", "clicks");
  }

  @Override
  public StudyKey key(Row row) {
    return StudyKey.of(row.peek("test_id"), "");
  }

  @Override
  public Study study(StudyKey key, List<Row> rows) {
    Row.requireDistinct(rows, "variant", key);
    List<Moments> moments = rows.stream().map(UpworthyFormat::moments).toList();
    return new Study(
        key,
        Optional.of(week(rows.get(0))),
        true,
        rows.stream().map(row -> new Arm(row.text("variant"), row.text("headline"))).toList(),
        Study.equalShares(rows.size()),
        true,
        List.of(new Checkpoint(0, moments.stream().map(Moments::n).toList(), moments)));
  }

  private static Moments moments(Row row) {
    long viewers = row.count("impressions");
    long clicks = row.count("clicks");
    if (clicks > viewers) {
      throw row.wrong("%d clicks of %d impressions".formatted(clicks, viewers));
    }
    return Moments.of(DecimalSums.ofConversions(viewers, clicks));
  }

  /**
   * The first day of a week as {@code strftime} writes it with %Y%U: week 1 begins with the year's
   * first Sunday, and the days before it are week 0.
   */
  private static LocalDate week(Row row) {
    String text = row.text("test_week");
    Matcher parts = WEEK.matcher(text);
    if (!parts.matches()) {
      throw row.wrong("test_week is \"%s\", not a year and a week from 00 to 53".formatted(text));
    }
    try {
      LocalDate newYear = LocalDate.of(Integer.parseInt(parts.group(1)), 1, 1);
      LocalDate sunday =
          newYear
              .with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY))
              .plusWeeks(Integer.parseInt(parts.group(2)) - 1);
      return sunday.isBefore(newYear) ? newYear : sunday;
    } catch (DateTimeException e) {
      throw row.wrong("test_week is \"%s\": %s".formatted(text, e.getMessage()));
    }
  }
}
