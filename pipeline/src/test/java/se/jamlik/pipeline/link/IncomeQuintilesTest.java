package se.jamlik.pipeline.link;

import static org.assertj.core.api.Assertions.assertThat;
import static se.jamlik.pipeline.link.Drawn.lines;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.Period;

@ExtendWith(SparkTest.class)
class IncomeQuintilesTest {
  private final List<Row> drafts = new ArrayList<>();
  private final SparkSession spark;

  IncomeQuintilesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void tenDifferentIncomesMakeFiveEqualFifths() {
    for (int person = 1; person <= 10; person++) {
      resident(person, person * 100);
    }
    // Nearest rank: the smallest income at which 2, 4, 6 and 8 of 10 are reached.
    assertThat(cutPoints()).containsExactly("200.000000 400.000000 600.000000 800.000000");
    assertThat(quintiles())
        .containsExactly("1 1", "10 5", "2 1", "3 2", "4 2", "5 3", "6 3", "7 4", "8 4", "9 5");
  }

  @Test
  void equalIncomesShareAFifth() {
    for (int person = 1; person <= 4; person++) {
      resident(person, 100);
    }
    resident(5, 200);
    // 4 of 5 have 100, so that all cut points are 100 and none lies strictly below it.
    assertThat(cutPoints()).containsExactly("100.000000 100.000000 100.000000 100.000000");
    assertThat(quintiles()).containsExactly("1 1", "2 1", "3 1", "4 1", "5 5");
  }

  @Test
  void shareThatIsReachedExactlyIsReached() {
    resident(1, 100);
    resident(2, 200);
    resident(3, 300);
    resident(4, 400);
    resident(5, 500);
    assertThat(cutPoints()).containsExactly("100.000000 200.000000 300.000000 400.000000");
  }

  @Test
  void unknownIncomeIsMissingAndMovesNoCutPoint() {
    resident(1, 100);
    resident(2, null);
    assertThat(quintiles()).containsExactly("1 1", "2 missing");
  }

  @Test
  void whoLeftIsComparedWithAllResidentsOfTheDayBeforeTheStart() {
    left(1, 300);
    for (int person = 2; person <= 5; person++) {
      resident(person, person, 10_000);
    }
    // On the day before the start the incomes were 2, 3, 4, 5 and 300; at the end all 10 000.
    assertThat(quintiles()).containsExactly("1 5", "2 1", "3 1", "4 1", "5 1");
  }

  private List<String> cutPoints() {
    Dataset<Row> periodDays = IncomeQuintiles.periodDays(spark, List.of(Period.year(2024)));
    return lines(
        IncomeQuintiles.cutPoints(table(), periodDays), "cut_1", "cut_2", "cut_3", "cut_4");
  }

  private List<String> quintiles() {
    Dataset<Row> geography =
        new ConformedTables(spark, Map.of(), Drawn.DEFINITIONS).table("geography");
    return lines(
        IncomeQuintiles.added(table(), geography, List.of(Period.year(2024))),
        "person",
        "income_quintile");
  }

  private Dataset<Row> table() {
    return spark
        .createDataFrame(drafts, PersonPeriodKernel.SCHEMA)
        .withColumn("deso", functions.lit(null).cast("string"));
  }

  /** A newcomer during the year. */
  private void resident(long person, Integer incomeAtEnd) {
    draft(person, false, true, null, incomeAtEnd);
  }

  private void resident(long person, Integer incomeAtStart, Integer incomeAtEnd) {
    draft(person, true, true, incomeAtStart, incomeAtEnd);
  }

  private void left(long person, Integer incomeAtStart) {
    draft(person, true, false, incomeAtStart, null);
  }

  private void draft(
      long person, boolean atStart, boolean atEnd, Integer incomeAtStart, Integer incomeAtEnd) {
    int attributeDay = atEnd ? Drawn.day("2024-12-31") : Drawn.day("2023-12-31");
    drafts.add(
        RowFactory.create(
            person,
            "2024",
            "women",
            50,
            10,
            "2480",
            null,
            "low",
            "sweden",
            null,
            atStart,
            atEnd,
            1.0,
            attributeDay,
            decimal(incomeAtStart),
            decimal(incomeAtEnd)));
  }

  private static BigDecimal decimal(Integer income) {
    return income == null ? null : BigDecimal.valueOf(income);
  }
}
