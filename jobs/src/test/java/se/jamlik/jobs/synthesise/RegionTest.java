package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import se.jamlik.jobs.synthesise.Region.Faults;
import se.jamlik.jobs.synthesise.Region.Format;

class RegionTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @Test
  void theLookBackOfTheFirstMeasuredYearIsDelivered() {
    Region region = new Region(100, 1, 2020, 2025, AS_OF, Format.CSV, Faults.NONE);

    // 2021 is the first year with a year before it; five years back from its end is 2016-12-31.
    assertThat(region.historyStart()).isEqualTo("2016-12-01");
  }

  @Test
  void theLastDaysHaveNotArrivedYet() {
    Region region = new Region(100, 1, 2020, 2025, AS_OF, Format.CSV, Faults.NONE);

    assertThat(region.lastDay()).isEqualTo("2026-11-19");
  }

  @Test
  void tooFewPersonsAreRefused() {
    assertThatThrownBy(() -> new Region(99, 1, 2020, 2025, AS_OF, Format.CSV, Faults.NONE))
        .hasMessage(
            "Cannot make a region: persons is 99 (expected at least 100). Change the options.");
  }

  @Test
  void yearsInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> new Region(100, 1, 2020, 2019, AS_OF, Format.CSV, Faults.NONE))
        .hasMessage(
            "Cannot make a region: the last year 2019 is before the first year 2020 (expected from <= to). Change the options.");
  }

  @Test
  void anAsOfBeforeTheLastRowsIsRefused() {
    assertThatThrownBy(() -> new Region(100, 1, 2020, 2026, AS_OF, Format.CSV, Faults.NONE))
        .hasMessage(
            "Cannot make a region: as-of 2026-11-22 is before the last year's rows can be there (expected 5 January 2027 or later). Change the options.");
  }

  @Test
  void faultsOfTextFilesAreRefusedInParquet() {
    assertThatThrownBy(() -> new Region(100, 1, 2020, 2025, AS_OF, Format.PARQUET, Faults.TYPICAL))
        .hasMessage(
            "Cannot make a region: the typical faults are faults of text files, and the format is parquet (expected csv). Change the options.");
  }
}
