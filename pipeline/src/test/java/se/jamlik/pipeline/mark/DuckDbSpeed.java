package se.jamlik.pipeline.mark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * Seconds that DuckDB needs for what a night's stages mark and measure do: all facts of the
 * definitions on the tables that the night has linked, and the sums of all indicators in their
 * finest groups. The benchmark starts it with the folder of an installation.
 */
final class DuckDbSpeed {
  private static final List<String> DIMENSIONS =
      List.of("income_quintile", "education", "birth_region");

  private DuckDbSpeed() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path out = Path.of(arguments[0]);
    Path folder = Files.createTempDirectory("duckdb-speed");
    Definitions definitions = Definitions.load();
    List<String> begin =
        new ArrayList<>(
            List.of(
                "set memory_limit = '4GB'",
                "set temp_directory = '%s'".formatted(folder.resolve("spill"))));
    begin.addAll(tables(out, folder, definitions));
    long start = System.nanoTime();
    try (DuckDbMark duckDb = new DuckDbMark(definitions, begin)) {
      tell("facts", start);
      long marked = System.nanoTime();
      duckDb.execute("create table summed as " + sums(definitions.indicators()));
      tell("sums", marked);
    }
  }

  /** Views of the linked tables, and copies of the small ones beside them. */
  private static List<String> tables(Path out, Path folder, Definitions definitions)
      throws IOException {
    try (SparkSession spark = SpeedSession.started()) {
      Map<String, Dataset<Row>> linked = new TreeMap<>(LinkedTables.empty(spark).byName());
      List<String> statements = new ArrayList<>();
      for (String name : List.copyOf(linked.keySet())) {
        Path table = out.resolve("linked").resolve(name);
        if (Files.isDirectory(table)) {
          linked.put(name, spark.read().parquet(table.toString()));
          statements.add(
              "create view %s as from read_parquet('%s/**/*.parquet')".formatted(name, table));
        } else {
          statements.addAll(DuckDbMark.copied(Map.of(name, linked.get(name)), folder));
        }
      }
      statements.addAll(
          DuckDbMark.copied(
              DuckDbMark.besideLinked(
                  spark,
                  coverage(spark, out),
                  definitions,
                  Settings.defaults(),
                  OccurringCodes.in(linked::get)),
              folder));
      return statements;
    }
  }

  /** The periods of the night; the other days matter little to how long it takes. */
  private static Coverage coverage(SparkSession spark, Path out) {
    List<Period> periods =
        spark
            .read()
            .parquet(out.resolve("marked/person_period").toString())
            .select("period")
            .distinct()
            .collectAsList()
            .stream()
            .map(row -> period(row.getString(0)))
            .toList();
    LocalDate last = periods.stream().map(Period::lastDay).max(LocalDate::compareTo).orElseThrow();
    return new Coverage(last, last, LocalDate.EPOCH, periods, Set.of(), Map.of(), Areas.NONE);
  }

  private static Period period(String name) {
    return name.startsWith("R12-")
        ? Period.rollingTo(YearMonth.parse(name.substring("R12-".length())))
        : Period.year(Integer.parseInt(name));
  }

  /** The groups of BaseCell, and for each indicator the sums that its intervals rest on. */
  private static String sums(List<IndicatorDefinition> indicators) {
    List<String> sums = new ArrayList<>();
    for (IndicatorDefinition indicator : indicators) {
      if (indicator.kind() != Kind.SHARE) {
        String numerator = "cast((%s) as double)".formatted(indicator.numerator());
        String denominator = "cast((%s) as double)".formatted(indicator.denominator());
        String among = " filter (where %s)".formatted(indicator.population());
        sums.add("sum(%s)".formatted(numerator) + among);
        sums.add("sum(%s)".formatted(denominator) + among);
        sums.add("bit_xor(hash(person))" + among);
        if (indicator.kind() == Kind.RATIO || indicator.kind() == Kind.MEAN) {
          sums.add("sum(%1$s * %1$s)".formatted(numerator) + among);
          sums.add("sum(%1$s * %1$s)".formatted(denominator) + among);
          sums.add("sum(%s * %s)".formatted(numerator, denominator) + among);
        }
      }
    }
    List<String> groups = new ArrayList<>(List.of("(period, municipality, regso)"));
    for (String dimension : DIMENSIONS) {
      groups.add("(period, municipality, sex, standard_group, %s)".formatted(dimension));
    }
    List<String> columns = new ArrayList<>(List.of("period", "municipality", "regso", "sex"));
    columns.add("standard_group");
    columns.addAll(DIMENSIONS);
    for (int place = 0; place < sums.size(); place++) {
      columns.add(sums.get(place) + " as sum_" + place);
    }
    return "select %s from marked group by grouping sets (%s)"
        .formatted(String.join(", ", columns), String.join(", ", groups));
  }

  private static void tell(String what, long start) {
    System.out.printf(Locale.ROOT, "%-12s %8.2f%n", what, (System.nanoTime() - start) / 1e9);
  }
}
