import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs {@code benchmark-duckdb.sql} on the delivered files of an installation's newest night, compares what it finds with the night's exact
 * numbers, and prints its seconds beside those of the stages that do the same (and much else). {@code benchmark-duckdb} starts it.
 */
final class BenchmarkDuckDb {
  private static final int SHOWN = 10;

  private final Connection connection;
  private final Path out;

  private BenchmarkDuckDb(Connection connection, Path out) {
    this.connection = connection;
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException, SQLException {
    Path script = Path.of(arguments[0]);
    Path out = Path.of(arguments[1]);
    boolean isRight;
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      isRight = new BenchmarkDuckDb(connection, out).run(Files.readString(script));
    }
    System.exit(isRight ? 0 : 1);
  }

  private boolean run(String script) throws IOException, SQLException {
    execute("set memory_limit = '4GB'");
    Path run = newestRun();
    String asOf = texts("select as_of from read_json('%s')".formatted(run)).get(0);
    String filled =
        script
            .replaceAll("--[^\n]*", "")
            .replace("{inbox}", texts("select inbox from read_json('%s')".formatted(run)).get(0))
            .replace("{measured}", out.resolve("measured").toString())
            .replace("{as_of}", asOf);
    long start = System.nanoTime();
    for (String statement : filled.split(";")) {
      if (!statement.isBlank()) {
        step(statement.strip());
      }
    }
    double seconds = secondsSince(start);
    print("%-12s %8.2f", "script", seconds);
    double stages = 0;
    for (String stage : List.of("adapt", "conform", "link", "mark", "measure")) {
      double ofStage = secondsOf(run, stage);
      print("%-12s %8.2f", stage, ofStage);
      stages += ofStage;
    }
    print("%-12s %8.2f  %.1f times the script", "together", stages, stages / seconds);
    return isEqual();
  }

  private void step(String statement) throws SQLException {
    long start = System.nanoTime();
    execute(statement);
    double seconds = secondsSince(start);
    if (statement.startsWith("create table")) {
      print("  %-20s %6.2f", statement.split("\\s+")[2], seconds);
    }
  }

  /** Both ways, so that a row that only one of them has is a difference. */
  private boolean isEqual() throws SQLException {
    execute(
        """
        create view measured as
        select period, area, indicator, numerator, denominator
        from read_parquet('%s/indicator_value/*.parquet')
        where indicator in ('MM2', 'MM3', 'CCI3', 'POLY5', 'READM30', 'MSA65')
          and status = 'shown' and standard = 'crude' and area_level in ('scope', 'municipality')
          and sex = 'all' and age_group = 'all' and dimension = 'none'
        """
            .formatted(out.resolve("measured")));
    List<String> differences =
        texts(
            """
            select concat_ws(' ', indicator, period, area, 'script', found.numerator, found.denominator,
              'night', measured.numerator, measured.denominator)
            from found
            full join measured using (period, area, indicator)
            where found.numerator is distinct from measured.numerator
              or found.denominator is distinct from measured.denominator
            order by all
            """);
    differences.stream().limit(SHOWN).forEach(System.err::println);
    String compared = texts("select count(*) from measured").get(0);
    print("%s of %s values of the night are not the script's", differences.size(), compared);
    return differences.isEmpty();
  }

  private Path newestRun() throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return runs.sorted()
          .map(run -> run.resolve("run.json"))
          .reduce((earlier, later) -> later)
          .orElseThrow(() -> new IOException("No night has been run in " + out));
    }
  }

  private double secondsOf(Path run, String stage) throws SQLException {
    return Double.parseDouble(
        texts(
                """
                select stage.seconds
                from (select unnest(stages) as stage from read_json('%s'))
                where stage.stage = '%s'
                """
                    .formatted(run, stage))
            .get(0));
  }

  private void execute(String statement) throws SQLException {
    try (Statement executed = connection.createStatement()) {
      executed.execute(statement);
    }
  }

  private List<String> texts(String query) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
    }
    return texts;
  }

  private static double secondsSince(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
