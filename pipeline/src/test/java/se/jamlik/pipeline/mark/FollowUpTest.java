package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;

/** Discharges are followed only as far as the inpatient table tells: here to 30 June. */
@ExtendWith(SparkTest.class)
class FollowUpTest {
  private static final LocalDate DATA_THROUGH = LocalDate.of(2025, 6, 30);
  private static final List<Period> PERIODS = List.of(Period.year(2025));

  @Test
  void aDischargeCountsWhenAllDaysAfterItAreToldOf(SparkSession spark, @TempDir Path folder) {
    LinkedRows rows = new LinkedRows(spark);
    for (int daysBefore : List.of(30, 29, 14, 13, 3, 2)) {
      int discharged = Days.of(DATA_THROUGH) - daysBefore;
      rows.withResident(daysBefore, 80, PERIODS)
          .with("inpatient_row", stay(daysBefore, discharged))
          .with("municipal_care_act", (long) daysBefore, "2480", "GD001", discharged - 6);
    }
    LocalDate asOf = DATA_THROUGH.plusDays(1);
    Linked linked =
        rows.linked(
            new Coverage(
                asOf,
                DATA_THROUGH,
                LocalDate.of(2019, 1, 1),
                PERIODS,
                Set.of(),
                Map.of(),
                Areas.NONE));

    Marked marked =
        Mark.mark(linked, Definitions.load(), SmallSettings.DEFAULTS, folder.toString());

    assertThat(
            marked
                .personPeriods()
                .select("person", "index_discharges", "follow_up_discharges", "helped_discharges")
                .orderBy("person")
                .collectAsList())
        .extracting(row -> row.mkString(" "))
        .containsExactly("2 0 0 0", "3 0 0 1", "13 0 0 1", "14 0 1 1", "29 0 1 1", "30 1 1 1");
  }

  private static Object[] stay(long person, int discharged) {
    return new Object[] {
      person, discharged - 5, discharged, "64001", "101", "101", "I50", null, 3, 2
    };
  }
}
