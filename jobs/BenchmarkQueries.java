import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Runs the ten queries of a release's README on its database and on the same tables as Parquet, and prints the median milliseconds of
 * each. {@code benchmark-queries} starts it with the folder of a release.
 */
final class BenchmarkQueries {
  private static final int TIMES = 21;

  private BenchmarkQueries() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    Path release = Path.of(arguments[0]);
    List<String> queries =
        Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL)
            .matcher(Files.readString(release.resolve("README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection database =
            DriverManager.getConnection("jdbc:duckdb:" + release.resolve("jamlik.duckdb"), readOnly);
        Connection parquet = DriverManager.getConnection("jdbc:duckdb:")) {
      try (Statement statement = parquet.createStatement()) {
        statement.execute(Files.readString(release.resolve("open.sql")));
      }
      System.out.printf(Locale.ROOT, "%-8s %8s %14s %14s%n", "query", "rows", "database, ms", "Parquet, ms");
      for (int number = 1; number <= queries.size(); number++) {
        String query = queries.get(number - 1);
        System.out.printf(
            Locale.ROOT,
            "%-8d %8d %14.1f %14.1f%n",
            number,
            rows(database, query),
            median(database, query),
            median(parquet, query));
      }
    }
  }

  private static double median(Connection connection, String query) throws SQLException {
    double[] milliseconds = new double[TIMES];
    for (int time = 0; time < TIMES; time++) {
      long start = System.nanoTime();
      rows(connection, query);
      milliseconds[time] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(milliseconds);
    return milliseconds[TIMES / 2];
  }

  /** Reads the whole answer, as a researcher does. */
  private static long rows(Connection connection, String query) throws SQLException {
    long rows = 0;
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(query)) {
      while (answer.next()) {
        rows++;
      }
    }
    return rows;
  }
}
