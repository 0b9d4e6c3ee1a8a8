package se.jamlik.pipeline.publish;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.UserError;

final class GateTest {
  private static final String PERSONNUMMER =
      ImpossibleNumbers.separated(ImpossibleNumbers.twelve(LocalDate.of(1990, 1, 1)), '-');

  private static final StructType PERSONS =
      new StructType()
          .add("status", StringType)
          .add("persons", LongType)
          .add("population", LongType)
          .add("value", DoubleType);

  /** As in table population, whose status is that of the multimorbid. */
  private static final StructType POPULATION =
      new StructType()
          .add("status", StringType)
          .add("persons", LongType)
          .add("multimorbid", LongType)
          .add("value", DoubleType);

  @TempDir private Path folder;

  @Test
  void releaseThatGivesNobodyAwayPasses() throws IOException {
    stage(
        SmallRelease.indicatorValue(
            SmallRelease.value("MM2", "2480", 5.0, 20.0),
            SmallRelease.value("MM2", "2480", 0.0, 20.0),
            SmallRelease.value("MM2", "2460", null, null, "suppressed"),
            SmallRelease.value("MM2", "2460", null, null, "not_computed")),
        table(
            PERSONS,
            RowFactory.create("shown", 5L, 100L, 5.0),
            RowFactory.create("shown", 0L, 100L, 0.0),
            RowFactory.create("suppressed", null, null, null)));

    assertThatCode(this::inspect).doesNotThrowAnyException();
  }

  @Test
  void fewPersonsAreNeverPrinted() throws IOException {
    stage(
        SmallRelease.indicatorValue(
            SmallRelease.value("MM2", "2480", 1.0, 1000.0),
            SmallRelease.value("MM2", "2460", 4.0, 1000.0),
            // No count of persons: three years' hours of a mean may be small.
            SmallRelease.value("HTJ65", "2460", 3.0, 1000.0)),
        table(PERSONS, RowFactory.create("shown", 4L, 3L, 1.0)));

    assertRefused(
        "condition_count.persons: a count of too few persons in 1 rows",
        "condition_count.population: a count of too few persons in 1 rows",
        "indicator_value.numerator: a count of too few persons in 2 rows");
  }

  @Test
  void valuesNeedADenominatorOfTwenty() throws IOException {
    stage(SmallRelease.indicatorValue(SmallRelease.value("ED80", "2480", 7.0, 19.0)));

    assertRefused("indicator_value.denominator: a value with too small a denominator in 1 rows");
  }

  @Test
  void cellsThatAreNotShownHoldNoStatistic() throws IOException {
    stage(
        SmallRelease.indicatorValue(
            SmallRelease.value("MM2", "2480", 30.0, 100.0, "suppressed"),
            SmallRelease.value("MM2", "2460", null, null, "hidden"),
            SmallRelease.value("MM2", "2460", null, null, null)));

    assertRefused(
        "indicator_value.numerator: a statistic of a cell that is not shown in 1 rows",
        "indicator_value.denominator: a statistic of a cell that is not shown in 1 rows",
        "indicator_value.value: a statistic of a cell that is not shown in 1 rows",
        "indicator_value.status: a status that does not exist in 2 rows");
  }

  @Test
  void residentsMayBeShownWhereTheMultimorbidAmongThemAreHidden() throws IOException {
    stage(table(POPULATION, RowFactory.create("suppressed", 30L, null, null)));

    assertThatCode(this::inspect).doesNotThrowAnyException();
  }

  @Test
  void theMultimorbidAreHiddenAsAnyStatisticAndFewResidentsToo() throws IOException {
    stage(
        table(
            POPULATION,
            RowFactory.create("suppressed", 30L, 5L, null),
            RowFactory.create("suppressed", 4L, null, null),
            RowFactory.create("shown", 19L, 4L, 20.0)));

    assertRefused(
        "condition_count.multimorbid: a statistic of a cell that is not shown in 1 rows",
        "condition_count.persons: a count of too few persons in 1 rows",
        "condition_count.multimorbid: a count of too few persons in 1 rows",
        "condition_count.persons: a value with too small a denominator in 1 rows");
  }

  @Test
  void columnsOfPersonsAreRefusedByTheirNames() throws IOException {
    stage(
        table(
            new StructType().add("lopnr", StringType).add("record_key", LongType),
            RowFactory.create("a", 1L)));

    assertRefused(
        "condition_count.lopnr: a column of persons",
        "condition_count.record_key: a column of persons");
  }

  @Test
  void personnummerInATextIsRefusedWithoutBeingToldAgain() throws IOException {
    stage(SmallRelease.delivery("sol/list " + PERSONNUMMER + ".csv"));
    Files.writeString(folder.resolve("open.sql"), "-- asked by " + PERSONNUMMER);
    Files.writeString(folder.resolve(PERSONNUMMER), "");

    assertRefused(
        "delivery.file: a personnummer in 1 different texts",
        "a file's name holds a personnummer",
        "open.sql: a personnummer");
  }

  @Test
  void copiesMustSayWhatTheParquetSays() throws IOException {
    stage(SmallRelease.indicatorValue(SmallRelease.value("MM2", "2480", 30.0, 100.0)));
    Files.createDirectories(folder.resolve("csv"));
    TableFiles.writeCsv(folder, "indicator_value", folder.resolve("csv/indicator_value.csv"));
    TableFiles.write(
        folder,
        List.of(SmallRelease.indicatorValue(SmallRelease.value("MM2", "2480", 31.0, 100.0))));

    assertRefused(
        "indicator_value: other rows in the database than in the Parquet",
        "indicator_value: other rows in the CSV than in the Parquet");
  }

  @Test
  void csvCopyOfEveryKindOfTextIsTheSame() throws IOException {
    stage(
        SmallRelease.indicatorValue(
            SmallRelease.value("", "2480", 1 / 3.0, 100.1),
            SmallRelease.value("a,\"b\"", "2460", 30.0, 100.0),
            SmallRelease.value("MM2", "2460", null, null, "suppressed")));
    Files.createDirectories(folder.resolve("csv"));
    TableFiles.writeCsv(folder, "indicator_value", folder.resolve("csv/indicator_value.csv"));

    assertThatCode(this::inspect).doesNotThrowAnyException();
  }

  @Test
  void reportsTellOfNobody() throws IOException {
    stage(SmallRelease.indicatorValue(SmallRelease.value("MM2", "2480", 30.0, 100.0)));
    Files.createDirectories(folder.resolve("reports"));
    Files.writeString(folder.resolve("reports/few.pdf"), "av 4 personer\n1\u00A0person");
    Files.writeString(folder.resolve("reports/number.pdf"), "asked by " + PERSONNUMMER);
    Files.writeString(folder.resolve("reports/few.html"), "3 personer");
    Files.writeString(folder.resolve("reports/number.xlsx"), "asked by " + PERSONNUMMER);
    Files.write(folder.resolve("reports/damaged.pdf"), new byte[] {(byte) 0xC3, 0x28});

    assertRefused(
        "reports/damaged.pdf: cannot be read",
        "reports/few.html: a count of too few persons in 1 places",
        "reports/few.pdf: a count of too few persons in 2 places",
        "reports/number.pdf: a personnummer",
        "reports/number.xlsx: a personnummer");
  }

  @Test
  void otherNumbersOfAReportAreNoCountsOfFewPersons() throws IOException {
    stage(SmallRelease.indicatorValue(SmallRelease.value("MM2", "2480", 30.0, 100.0)));
    Files.createDirectories(folder.resolve("reports"));
    Files.writeString(
        folder.resolve("reports/umea.pdf"),
        "5 personer, 0 personer, 1\u202F004 personer, 3,2 personer, 1\u20134 personer, tabell 3\n"
            + "personer, 1 000 invånare, färre än 20 personer, R3 personer, 2 personernas");

    assertThatCode(this::inspect).doesNotThrowAnyException();
  }

  @Test
  void csvThatIsNoCopyOfATableIsRefused() throws IOException {
    stage(SmallRelease.indicatorValue(SmallRelease.value("MM2", "2480", 30.0, 100.0)));
    Files.createDirectories(folder.resolve("csv"));
    Files.writeString(folder.resolve("csv/person_period.csv"), "persons\n1\n");

    assertRefused("csv/person_period.csv: a copy of no table");
  }

  private void inspect() throws IOException {
    SmallRelease.GATE.inspect(folder, SmallRelease.AS_OF);
  }

  private void assertRefused(String... problems) {
    assertThatThrownBy(this::inspect)
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY);
              List<String> lines = new ArrayList<>(error.getMessage().lines().toList());
              assertThat(lines.remove(0))
                  .isEqualTo(
                      "Cannot publish: the gate found %d problems in the staged release"
                              .formatted(problems.length)
                          + " (expected none). Nothing was published;"
                          + " send this message to those who keep the program.");
              assertThat(lines).containsExactlyInAnyOrder(problems);
            })
        .hasMessageNotContaining(PERSONNUMMER);
  }

  private static ReleaseTable table(StructType schema, Row... rows) {
    return new ReleaseTable("condition_count", schema, List.of(rows));
  }

  /** Parquet and a database without comments, as the gate needs no meanings. */
  private void stage(ReleaseTable... tables) throws IOException {
    TableFiles.write(folder, List.of(tables));
    try (Database database = Database.inMemory(folder)) {
      database.execute(
          "attach %s as release".formatted(Sql.text(folder.resolve(ReleaseDatabase.FILE))));
      for (ReleaseTable table : tables) {
        database.execute(
            "create table release.%s as %s"
                .formatted(table.name(), TableFiles.from(folder, table.name())));
      }
    }
  }
}
