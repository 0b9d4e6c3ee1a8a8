package se.jamlik.pipeline.mark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.SideBySide;
import se.jamlik.pipeline.vocabulary.UserError;

@ExtendWith({SparkTest.class, SpecNightTests.class})
class ReachTest {
  private static final Definitions DEFINITIONS = Definitions.load();

  /** Half of the persons, whoever they are. */
  private static final Column IN_HALF = col("person").mod(lit(2)).equalTo(lit(0));

  @Test
  void theHeaderSaysHowFar() {
    assertThat(Reach.of("facts/a", "select 1")).isEqualTo(new Reach(Reach.Rows.EVERYBODY, 0));
    assertThat(Reach.of("facts/a", "-- Reach: the person's rows.\nselect 1"))
        .isEqualTo(new Reach(Reach.Rows.PERSON, 0));
    assertThat(Reach.of("facts/a", "-- Reach: the person's rows until the period ends.\n"))
        .isEqualTo(new Reach(Reach.Rows.PERIOD, 0));
    assertThat(Reach.of("facts/a", "-- Reach: the person's rows until 30 days after the period.\n"))
        .isEqualTo(new Reach(Reach.Rows.PERIOD, 30));
  }

  @Test
  void aLineThatSaysSomethingElseIsRefused() {
    for (String line : List.of("own rows.", "the person's rows until 61 days after the period.")) {
      assertThatThrownBy(() -> Reach.of("facts/a", "-- Reach: " + line + "\nselect 1"))
          .isInstanceOf(UserError.class)
          .hasMessageStartingWith("Cannot use the definitions: the line 'Reach' of facts/a.sql");
    }
  }

  /** Everything that the spec pages tell of, with and without what a file says it does not see. */
  @Test
  void noFileLooksFurtherThanItSays(SparkSession spark, SpecNight night) {
    try (Views views = new Views(spark)) {
      Linked linked = night.linked();
      Coverage coverage = linked.coverage();
      Slicing slicing = Slicing.on(coverage.asOf(), coverage.periods());
      Map<String, Dataset<Row>> all = new TreeMap<>(LinkedTables.of(linked).byName());
      views.add(ChoiceTables.of(spark, Settings.defaults()));
      views.add(
          CodeTables.of(
              spark,
              CodeTables.inUse(DEFINITIONS, Settings.defaults()),
              OccurringCodes.in(linked::table)));
      views.add(PeriodTables.of(spark, coverage));
      all.forEach(views::add);
      DEFINITIONS
          .derived()
          .forEach(
              (name, text) -> {
                all.put(name, spark.sql(text).localCheckpoint());
                views.add(name, all.get(name));
              });
      List<Given> given = new ArrayList<>();
      texts()
          .forEach(
              (file, text) -> {
                Reach reach = Reach.of(file, text);
                if (reach.rows() != Reach.Rows.EVERYBODY) {
                  views.add(PeriodTables.of(spark, coverage));
                  all.forEach(views::add);
                  Dataset<Row> fromAll = spark.sql(text);
                  views.add(PeriodTables.of(spark, seen(coverage, reach, slicing)));
                  all.forEach((name, rows) -> views.add(name, seen(rows, reach, slicing)));
                  Dataset<Row> fromSeen = spark.sql(text);
                  given.add(
                      new Given(
                          file, seen(fromAll, reach, slicing), seen(fromSeen, reach, slicing)));
                }
              });
      assertThat(SideBySide.each(given, Given::difference)).allMatch(String::isEmpty);
    }
  }

  /** What a file gives of everything, and of what it says that it sees. */
  private record Given(String file, Dataset<Row> ofAll, Dataset<Row> ofSeen) {
    String difference() {
      return rows(ofAll).equals(rows(ofSeen)) ? "" : file;
    }

    /** How often each row is there; the engine would plan every file four times to compare them. */
    private static Map<Row, Long> rows(Dataset<Row> table) {
      return table.collectAsList().stream()
          .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }
  }

  private static Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>();
    DEFINITIONS.derived().forEach((name, text) -> texts.put("derived/" + name, text));
    DEFINITIONS.facts().forEach((name, text) -> texts.put("facts/" + name, text));
    return texts;
  }

  /** The rows that a piece of half of the persons, and of closed periods, is made from. */
  private static Dataset<Row> seen(Dataset<Row> rows, Reach reach, Slicing slicing) {
    Dataset<Row> half = rows.where(IN_HALF);
    return reach.rows() == Reach.Rows.PERIOD
        ? half.where(slicing.of(rows.schema()).equalTo(lit(Slicing.CLOSED)))
        : half;
  }

  private static Coverage seen(Coverage coverage, Reach reach, Slicing slicing) {
    if (reach.rows() != Reach.Rows.PERIOD) {
      return coverage;
    }
    List<Period> closed =
        coverage.periods().stream().filter(period -> slicing.of(period) == Slicing.CLOSED).toList();
    LocalDate lastSeen = slicing.lastClosedDay().plusDays(reach.daysAfter());
    return new Coverage(
        coverage.asOf(),
        lastSeen.isBefore(coverage.dataThrough()) ? lastSeen : coverage.dataThrough(),
        coverage.firstDiagnosis(),
        closed,
        coverage.notDelivered(),
        coverage.silent(),
        coverage.areas());
  }
}
