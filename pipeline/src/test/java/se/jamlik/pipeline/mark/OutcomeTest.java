package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;

/** Deaths and special housing on both sides of the days that count. */
@ExtendWith(SparkTest.class)
class OutcomeTest {
  private static final int FIRST = Days.of(LocalDate.of(2025, 1, 1));
  private static final int LAST = Days.of(LocalDate.of(2025, 12, 31));

  @Test
  void deathsCountInThePeriodAndSpecialHousingOnItsLastDay(SparkSession spark) {
    LinkedRows rows =
        new LinkedRows(spark)
            .withResident(1, 80, List.of(Period.year(2025)))
            .with("death", 1L, FIRST - 1)
            .with("death", 2L, FIRST)
            .with("death", 3L, LAST)
            .with("death", 4L, LAST + 1)
            .with("social_service", service(5, "SABO", LAST, LAST + 1))
            .with("social_service", service(6, "SABO", FIRST, LAST))
            .with("social_service", service(7, "SABO", LAST + 1, LAST + 9))
            .with("social_service", service(8, "KORTTID", FIRST, LAST + 9))
            .with("social_service", service(9, "SABO", FIRST, LAST))
            .with("social_service", service(9, "SABO", LAST, LAST + 9))
            .with("death", 9L, FIRST + 5);
    Coverage coverage =
        new Coverage(
            LocalDate.of(2026, 11, 22),
            LocalDate.of(2026, 11, 21),
            LocalDate.of(2019, 1, 1),
            List.of(Period.year(2025)),
            Set.of(),
            Map.of(),
            Areas.NONE);
    Linked linked = rows.linked(coverage);

    try (Views views = new Views(spark)) {
      views.add(LinkedTables.of(linked).byName());
      views.add(PeriodTables.of(spark, coverage));

      assertThat(
              spark
                  .sql(Definitions.load().facts().get("outcome"))
                  .orderBy("person")
                  .collectAsList())
          .extracting(row -> row.mkString(" "))
          .containsExactly(
              "2 2025 true false", "3 2025 true false", "5 2025 false true", "9 2025 true true");
    }
  }

  private static Object[] service(long person, String service, int start, int end) {
    return new Object[] {person, "2480", service, start, end, null};
  }
}
