package io.github.evenlot.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpworthyArchiveTest {

  private static final List<ArchivedTest> ARCHIVE = UpworthyArchive.read();

  /** The totals of the file's README, counted there by another program. */
  @Test
  void nothingOfTheArchiveIsLost() {
    assertThat(ARCHIVE).hasSize(4_873);
    assertThat(ARCHIVE.stream().mapToInt(test -> test.arms().size()).sum()).isEqualTo(22_666);
    assertThat(ARCHIVE.stream().mapToLong(ArchivedTest::viewers).sum()).isEqualTo(81_024_151);
    assertThat(
            ARCHIVE.stream()
                .flatMap(test -> test.arms().stream())
                .mapToLong(ArchivedTest.Arm::clicks)
                .sum())
        .isEqualTo(1_231_208);
  }

  @Test
  void idsAreDistinctAndEveryTestHasArmsToCompare() {
    assertThat(ARCHIVE).extracting(ArchivedTest::id).doesNotHaveDuplicates();
    assertThat(ARCHIVE).allMatch(test -> test.arms().size() >= 2);
  }

  /** The first row of the file. */
  @Test
  void theFirstArmIsAsItStandsInTheFile() {
    ArchivedTest first = ARCHIVE.get(0);
    assertThat(first.id()).isEqualTo("5143608e220cb800020009ed");
    assertThat(first.week()).isEqualTo("2013-01-21");
    assertThat(first.arms().get(0))
        .isEqualTo(
            new ArchivedTest.Arm(
                "How To Talk To Scared, Condescending, Misinformed, Old, White Dudes With Your Host"
                    + " Hillary Clinton",
                1022,
                47));
  }

  @Test
  void weeksBeginOnMondaysOfTheYearsOfTheArchive() {
    assertThat(ARCHIVE)
        .extracting(ArchivedTest::week)
        .allMatch(day -> day.getDayOfWeek() == DayOfWeek.MONDAY)
        .allMatch(day -> !day.isBefore(LocalDate.parse("2013-01-21")))
        .allMatch(day -> !day.isAfter(LocalDate.parse("2015-04-27")));
  }
}
