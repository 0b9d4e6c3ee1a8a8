package se.jamlik.pipeline.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.adapt.MonthRows;

class MonthCountsTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @Test
  void aMonthWithoutRowsIsToldWithItsDeliverer() {
    List<MonthRows> months = new ArrayList<>();
    months.addAll(from(2026, 1, "2401", 9, 9, 0, 9, 9));
    months.addAll(from(2026, 3, "2480", 5, 5, 5, 5));

    // Others delivered of June; months from the deliverer's own first one count.
    assertThat(counted(months, "empty_months", "khsl"))
        .containsExactly(
            "empty_months 2401 2/6",
            "empty_months 2026-03 2401 1/1",
            "empty_months 2026-06 2401 1/1",
            "empty_months 2480 0/4",
            "empty_months 2/10");
  }

  @Test
  void whoeverHasFewRowsMayHaveNoneAMonth() {
    assertThat(counted(from(2026, 1, "2401", 4, 0, 4, 9), "empty_months", "khsl"))
        .containsExactly("empty_months 2401 0/0", "empty_months 0/0");
  }

  @Test
  void theMonthOfTheNightIsNotOver() {
    assertThat(counted(from(2026, 9, "all", 9, 9, 1), "empty_months", "lmed"))
        .containsExactly("empty_months 0/2");
  }

  @Test
  void aMonthFarFromTheMedianOfTheMonthsBeforeIsTold() {
    // 100 ± 4 times the root of 100: 140 is borne, 141 is not.
    assertThat(
            counted(
                from(2026, 1, "all", 100, 100, 100, 100, 100, 100, 140, 141, 100),
                "unusual_months",
                "lmed"))
        .containsExactly("unusual_months 2026-08 1/1", "unusual_months 1/3");
  }

  @Test
  void fewRowsAreNotCompared() {
    assertThat(counted(from(2026, 1, "all", 19, 19, 19, 19, 19, 19, 900), "unusual_months", "lmed"))
        .containsExactly("unusual_months 0/0");
  }

  @Test
  void withoutRowsThereIsNothingToCheck() {
    assertThat(counted(List.of(), "unusual_months", "lmed")).containsExactly("unusual_months 0/0");
  }

  private static List<MonthRows> from(int year, int month, String municipality, long... rows) {
    List<MonthRows> months = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] > 0) {
        months.add(new MonthRows(municipality, year * 12 + month - 1 + i, rows[i]));
      }
    }
    return months;
  }

  private static List<String> counted(List<MonthRows> months, String check, String table) {
    return new MonthCounts(months, AS_OF)
        .of(Drawn.check(check, table)).stream().map(SmallTables::inWords).toList();
  }
}
