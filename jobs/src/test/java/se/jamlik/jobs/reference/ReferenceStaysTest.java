package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.jamlik.jobs.reference.ReferenceStays.Stay;

class ReferenceStaysTest {
  private static final LocalDate DATA_THROUGH = LocalDate.of(2024, 6, 30);

  @Test
  void rowThatBeginsBeforeTheLatestEndBelongsToTheStay() {
    List<Stay> stays =
        stays(row("01-01", "01-10", "A"), row("01-02", "01-03", "B"), row("01-10", "01-12", "C"));

    assertThat(stays)
        .extracting(Stay::admitted, Stay::discharged)
        .containsExactly(days("01-01", "01-12"));
  }

  @Test
  void nextDayJoinsOnlyWithATransferOnEitherSide() {
    Map<String, String> first = row("01-01", "01-05", "A");
    Map<String, String> next = row("01-06", "01-09", "B");

    assertThat(stays(first, next)).hasSize(2);
    assertThat(stays(with(first, "utsatt", "1"), next)).hasSize(1);
    assertThat(stays(first, with(next, "insatt", "1"))).hasSize(1);
    assertThat(stays(with(first, "insatt", "1"), with(next, "utsatt", "1"))).hasSize(2);
    assertThat(stays(with(first, "utsatt", "1"), row("01-07", "01-09", "B"))).hasSize(2);
  }

  @Test
  void lastOfTheRowsThatGaveTheLatestEndDecidesTheTransfer() {
    Map<String, String> next = row("01-06", "01-09", "D");

    assertThat(
            stays(
                with(row("01-01", "01-05", "A"), "utsatt", "1"), row("01-02", "01-05", "B"), next))
        .hasSize(2);
    assertThat(
            stays(
                row("01-01", "01-05", "A"), with(row("01-02", "01-05", "B"), "utsatt", "1"), next))
        .hasSize(1);
    // The clinic orders rows of the same two days, and a clinic that is not known comes last.
    assertThat(
            stays(
                with(row("01-01", "01-05", null), "utsatt", "1"), row("01-01", "01-05", "Z"), next))
        .hasSize(1);
  }

  @Test
  void openRowBeforeAnotherRowEndsOnItsFirstDay() {
    List<Stay> stays = stays(row("01-01", null, "A"), row("01-03", "01-04", "B"));

    assertThat(stays)
        .extracting(Stay::admitted, Stay::discharged)
        .containsExactly(days("01-01", "01-01"), days("01-03", "01-04"));
  }

  @Test
  void openLastRowLeavesTheStayOpenUntilDataThrough() {
    List<Stay> stays = stays(row("06-01", "06-20", "A"), row("06-10", null, "B"));

    assertThat(stays)
        .containsExactly(new Stay(day("06-01"), null, DATA_THROUGH, "I509", 2, null, Set.of()));
  }

  @Test
  void firstRowGivesTheDiagnosisAndTheLatestEndTheWayOut() {
    List<Stay> stays =
        stays(
            with(row("01-01", "01-10", "A"), "hdia", "I50.9", "pvard", "1", "utsatt", "3"),
            with(row("01-02", "01-05", "B"), "hdia", "J18.9", "pvard", "2", "utsatt", "2"));

    assertThat(stays)
        .containsExactly(
            new Stay(day("01-01"), day("01-10"), day("01-10"), "I509", 1, 3, Set.of()));
  }

  @Test
  void bedDaysAreNightsInThePeriodAndADayStayCountsOne() {
    ReferencePeriod year = ReferencePeriod.year(2024);

    assertThat(stay("2023-12-30", "2024-01-03").bedDaysIn(year)).isEqualTo(2); // 1 and 2 January
    assertThat(stay("2024-12-30", "2025-01-03").bedDaysIn(year)).isEqualTo(2); // 30 and 31 December
    assertThat(stay("2023-12-30", "2024-01-01").bedDaysIn(year)).isZero();
    assertThat(stay("2024-01-01", "2024-01-01").bedDaysIn(year)).isEqualTo(1);
    assertThat(stay("2023-12-31", "2023-12-31").bedDaysIn(year)).isZero();
    assertThat(stay("2023-01-01", "2026-01-01").bedDaysIn(year)).isEqualTo(366);
  }

  private static Stay stay(String admitted, String discharged) {
    LocalDate last = LocalDate.parse(discharged);
    return new Stay(LocalDate.parse(admitted), last, last, null, null, null, Set.of());
  }

  private static Map<String, String> row(String in, String out, String clinic) {
    return Drawn.row(
        "lopnr",
        "1",
        "indatum",
        "2024-" + in,
        "utdatum",
        out == null ? "" : "2024-" + out,
        "sjukhus",
        "64001",
        "klinik",
        clinic,
        "hdia",
        "I50.9",
        "pvard",
        "2");
  }

  private static Map<String, String> with(Map<String, String> row, String... more) {
    Map<String, String> changed = Drawn.row(more);
    row.forEach(changed::putIfAbsent);
    return changed;
  }

  // The rows are only read.
  @SuppressWarnings("varargs")
  @SafeVarargs
  private static List<Stay> stays(Map<String, String>... rows) {
    return ReferenceStays.of(Drawn.typed("par_slutenvard", List.of(rows)), DATA_THROUGH);
  }

  private static LocalDate day(String monthAndDay) {
    return LocalDate.parse("2024-" + monthAndDay);
  }

  private static org.assertj.core.groups.Tuple days(String admitted, String discharged) {
    return org.assertj.core.groups.Tuple.tuple(day(admitted), day(discharged));
  }
}
