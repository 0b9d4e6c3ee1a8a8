package se.jamlik.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.Period;

/** Where the rows of a kept table lie, and what stands beside them. */
@ExtendWith(SparkTest.class)
class AlongsideTest {
  private static final int BUCKETS = 4;
  private static final Slicing SLICING =
      Slicing.on(
          LocalDate.of(2026, 11, 22),
          List.of(Period.year(2024), Period.rollingTo(YearMonth.of(2026, 10))));

  @TempDir private Path folder;

  /** As many tasks as buckets, after a grouping by person: Spark would then move nothing. */
  @Test
  void aPieceHoldsTheRowsOfItsBucketAndPeriods(SparkSession shared) {
    SparkSession spark = shared.newSession();
    spark.conf().set("spark.sql.shuffle.partitions", BUCKETS);

    laid(
        spark,
        "grouped",
        """
        select id as person, if(id % 3 = 0, 'R12-2026-10', '2024') as period, count(*) as n
        from range(200) group by id
        """);

    assertThat(
            spark
                .read()
                .parquet(folder.resolve("grouped").toString())
                .selectExpr(
                    "pmod(hash(person), 4) as bucket",
                    "if(period = '2024', 0, 1) as slice",
                    "int(regexp_extract(input_file_name(), 'b([0-9]+)-s', 1)) as bucket_of_file",
                    "int(regexp_extract(input_file_name(), '-s([0-9]+)-', 1)) as slice_of_file")
                .selectExpr(
                    "count(*)", "count_if(bucket = bucket_of_file and slice = slice_of_file)")
                .first())
        .isEqualTo(RowFactory.create(200L, 200L));
  }

  @Test
  void aTableWithoutRowsHasNoFile(SparkSession spark) throws IOException {
    TableInParts none =
        laid(spark, "none", "select id as person, '2024' as period from range(200) where id < 0");

    assertThat(none.rows().isEmpty()).isTrue();
    try (Stream<Path> files = Files.list(folder.resolve("none"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".parquet"));
    }
  }

  @Test
  void columnsStandBesideTheRowOfTheirKey(SparkSession spark) {
    TableInParts people =
        laid(
            spark,
            "people",
            """
                select * from values
                  (1L, '2024', 'a'), (1L, 'R12-2026-10', 'b'), (2L, '2024', cast(null as string)),
                  (3L, '2024', 'd')
                as t(person, period, area)
                """);
    TableInParts visits =
        laid(
            spark,
            "visits",
            """
                select * from values
                  (1L, 'R12-2026-10', 7L, true), (2L, '2024', 0L, false), (4L, '2024', 9L, true)
                as t(person, period, visits, is_urgent)
                """);
    TableInParts hours =
        laid(
            spark,
            "hours",
            """
                select * from values
                  (2L, '2024', cast(1.5 as decimal(18, 6)), 0.25D, 3),
                  (3L, '2024', cast(null as decimal(18, 6)), 0.5D, 4)
                as t(person, period, hours, share, score)
                """);

    TableInParts all = beside(spark, people, visits, hours);

    assertThat(
            all.rows()
                .orderBy("person", "period")
                .selectExpr(
                    "concat_ws(' ', transform(array(string(person), period, area, string(visits), "
                        + "string(is_urgent), string(hours), string(share), string(score)), "
                        + "one -> coalesce(one, '-')))")
                .as(Encoders.STRING())
                .collectAsList())
        .containsExactly(
            "1 2024 a - - - - -",
            "1 R12-2026-10 b 7 true - - -",
            "2 2024 - 0 false 1.500000 0.25 3",
            "3 2024 d - - - 0.5 4");
  }

  @Test
  void twoRowsOfOneKeyEndTheNight(SparkSession spark) {
    TableInParts people =
        laid(
            spark,
            "people",
            "select * from values (1L, '2024'), (2L, '2024') as t(person, period)");
    TableInParts twice =
        laid(
            spark,
            "twice",
            """
                select * from values (1L, '2024', 1), (1L, '2024', 2), (2L, '2024', 3)
                as t(person, period, n)
                """);

    assertThatThrownBy(() -> beside(spark, people, twice))
        .hasStackTraceContaining("do not ascend by their key");
  }

  @Test
  void rowsThatDoNotStayWhereTheyLieEndTheNight(SparkSession spark) {
    TableInParts people =
        laid(spark, "people", "select id as person, '2024' as period from range(0, 20, 1, 1)");

    assertThatThrownBy(() -> beside(spark, rows -> rows.coalesce(1), people))
        .hasStackTraceContaining("A row of all is in a wrong place");
  }

  private TableInParts laid(SparkSession spark, String name, String sql) {
    return Keeping.anew(BUCKETS)
        .table(spark, "mark", folder.toString(), name)
        .laid(Origin.NOTHING, SLICING, missing -> spark.sql(sql));
  }

  private TableInParts beside(SparkSession spark, TableInParts first, TableInParts... others) {
    return beside(spark, rows -> rows, first, others);
  }

  private TableInParts beside(
      SparkSession spark,
      UnaryOperator<Dataset<Row>> finished,
      TableInParts first,
      TableInParts... others) {
    Map<Place, Origin> wanted = new HashMap<>();
    KeptTable.places(BUCKETS).forEach(place -> wanted.put(place, Origin.NOTHING));
    return Keeping.anew(BUCKETS)
        .table(spark, "mark", folder.toString(), "all")
        .alongside(wanted, SLICING, first, List.of(others), finished, "period");
  }
}
