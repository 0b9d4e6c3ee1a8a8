package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetentionTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22); // a Sunday

  @Test
  void theNewestOfEachNightIsKept() {
    assertThat(
            kept(
                new Retention(2, 0, 0),
                "2026-11-20.1",
                "2026-11-21.1",
                "2026-11-21.2",
                "2026-11-22.1"))
        .containsExactly("2026-11-21.2", "2026-11-22.1");
  }

  @Test
  void nightsWithoutAReleaseDoNotCount() {
    assertThat(kept(new Retention(2, 0, 0), "2026-01-01.1", "2026-06-01.1", "2026-11-22.1"))
        .containsExactly("2026-06-01.1", "2026-11-22.1");
  }

  @Test
  void unsafeReleasesTakeNoOthersPlace() {
    assertThat(
            kept(
                new Retention(1, 0, 0),
                "2026-11-21.1-unsafe",
                "2026-11-22.1",
                "2026-11-22.2-unsafe",
                "2026-11-22.3-unsafe"))
        .containsExactly("2026-11-22.1", "2026-11-22.3-unsafe");
  }

  @Test
  void aWeekEndsWithItsSunday() {
    assertThat(
            kept(
                new Retention(0, 2, 0),
                "2026-11-14.1",
                "2026-11-15.1",
                "2026-11-16.1",
                "2026-11-22.1"))
        .containsExactly("2026-11-15.1", "2026-11-22.1");
  }

  @Test
  void theWeekAroundNewYearIsOne() {
    assertThat(kept(new Retention(0, 9, 0), "2026-12-28.1", "2027-01-03.1"))
        .containsExactly("2027-01-03.1");
  }

  @Test
  void threeYearsOfNightsLeaveTwoWeeksOfNightsTwoMonthsOfWeeksAndTwoYearsOfMonths() {
    List<ReleaseId> ids =
        IntStream.range(0, 3 * 365)
            .mapToObj(days -> new ReleaseId(TODAY.minusDays(days), 1, false))
            .toList();

    List<LocalDate> kept =
        Retention.DEFAULT.kept(ids).stream().map(ReleaseId::asOf).sorted().toList();

    // 14 nights; 8 Sundays, of which 15 and 22 November are among the nights; 24 last days of
    // months, of which 22 November is among the nights, and 31 October is a Saturday.
    assertThat(kept).hasSize(14 + 6 + 23);
    assertThat(kept.get(0)).isEqualTo("2024-12-31");
    assertThat(kept)
        .contains(LocalDate.of(2026, 11, 9), LocalDate.of(2026, 10, 4), LocalDate.of(2026, 10, 31))
        .doesNotContain(LocalDate.of(2026, 9, 27), LocalDate.of(2026, 11, 7));
  }

  private static List<String> kept(Retention retention, String... ids) {
    return retention
        .kept(List.of(ids).stream().flatMap(id -> ReleaseId.of(id).stream()).toList())
        .stream()
        .sorted()
        .map(ReleaseId::toString)
        .toList();
  }
}
