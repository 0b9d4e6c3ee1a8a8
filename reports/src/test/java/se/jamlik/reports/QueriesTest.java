package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.jamlik.reports.page.Chapter;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.page.Table;
import se.jamlik.reports.page.TableCell;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.Release;
import se.jamlik.reports.release.ReleaseReader;
import se.jamlik.reports.words.Numbers;

/** Every printed query is asked, and its numbers are held against the table it belongs to. */
class QueriesTest {
  private static final Numbers NUMBERS = new Numbers(Language.SV);

  /** Worked out from two groups; what follows them in the row is theirs. */
  private static final Set<String> DERIVED = Set.of("Skillnad", "Kvot");

  private static final Set<String> WORKED_OUT = Set.of("Skillnad", "Kvot");

  /** Rows and columns that are worked out from the numbers that are read. */
  private static final Pattern WORKED_OUT_PART = Pattern.compile(".*: (skillnad|kvot)|Gränser, .*");

  private static final Set<String> FROM_ELSEWHERE = Set.of("Riket", "Invånare");

  /** Marks, what cannot be, and that nobody has two conditions, of which there is no row. */
  private static final Set<String> IS_NO_NUMBER = Set.of("", "–", "0,0");

  private static final int[] ANY_DECIMALS = {0, 1, 2};

  /** Pairs of columns that are printed as an interval. */
  private static final List<List<String>> ENDS =
      List.of(List.of("ci_low", "ci_high"), List.of("low", "high"), List.of("low_998", "high_998"));

  @TempDir static Path folder;

  @BeforeAll
  static void writesARelease() {
    InventedMorbidity.addTo(InventedRelease.write(folder));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "2480", "2403"})
  void everyQueryReturnsTheNumbersOfItsTable(String place) throws SQLException, IOException {
    Report report = about(place);
    List<Table> tables = tables(report).filter(table -> !table.query().isEmpty()).toList();

    assertThat(tables).hasSizeGreaterThan(7);
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      openTables(connection);
      for (Table table : tables) {
        Set<String> read = numbers(connection, table.query());
        assertThat(printed(table)).as(table.label() + "\n" + table.query()).isNotEmpty();
        assertThat(read).as(table.label() + "\n" + table.query()).containsAll(printed(table));
      }
    }
  }

  @Test
  void everyTableOfAFigureHasAQuery() {
    about("scope").chapters().stream()
        .flatMap(chapter -> chapter.sections().stream())
        .filter(section -> !section.figures().isEmpty())
        .flatMap(section -> section.tables().stream())
        .forEach(table -> assertThat(table.query()).as(table.caption()).isNotEmpty());
  }

  @Test
  void theQueriesStandLastInTheOrderOfTheirTables() {
    List<Chapter> chapters = about("scope").chapters();
    Chapter queries = chapters.get(chapters.size() - 1);

    assertThat(queries.sections().get(0).heading()).isEqualTo("Fråga 1: Översikt");
    assertThat(queries.sections()).hasSize((int) queries.sections().stream().distinct().count());
  }

  private static Report about(String code) {
    Release release = ReleaseReader.read(folder);
    Area place =
        Stream.concat(Stream.of(release.scope()), release.municipalities().stream())
            .filter(area -> area.code().equals(code))
            .findFirst()
            .orElseThrow();
    return new ReportBuilder(release, Language.SV, ReportTemplate.STANDARD).about(place);
  }

  private static Stream<Table> tables(Report report) {
    return Stream.concat(
        Stream.of(report.summary().overview()),
        report.chapters().stream()
            .flatMap(chapter -> chapter.sections().stream())
            .flatMap(section -> section.tables().stream()));
  }

  /** As a session on the release's database has them. */
  private static void openTables(Connection connection) throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        Stream<Path> folders = Files.list(folder)) {
      for (Path table : folders.filter(Files::isDirectory).toList()) {
        statement.execute(
            "create view \"%s\" as from read_parquet('%s/*.parquet')"
                .formatted(table.getFileName(), table));
      }
    }
  }

  /** Values and intervals as the reports write them. */
  private static Set<String> numbers(Connection connection, String query) throws SQLException {
    Set<String> numbers = new TreeSet<>();
    boolean isOfIndicators = query.startsWith("select indicator,") && query.contains("ci_low");
    String asked =
        isOfIndicators
            ? "select q.*, unit from (%s) as q join indicator using (indicator)"
                .formatted(query.replace(";", ""))
            : query.replace(";", "");
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(asked)) {
      Set<String> columns = columns(row.getMetaData());
      while (row.next()) {
        for (int decimals : isOfIndicators ? decimals(row.getString("unit")) : ANY_DECIMALS) {
          for (String column : columns) {
            double value = row.getDouble(column);
            if (!row.wasNull()) {
              numbers.add(NUMBERS.of(value, decimals));
            }
          }
          for (List<String> ends : ENDS) {
            if (columns.containsAll(ends)) {
              numbers.add(NUMBERS.of(interval(row, ends), decimals));
            }
          }
        }
      }
    }
    return numbers;
  }

  private static int[] decimals(String unit) {
    if (unit.equals("index")) {
      return new int[] {2};
    }
    boolean isCount = List.of("per 100 000", "per 1 000", "days per 1 000").contains(unit);
    return new int[] {isCount ? 0 : 1};
  }

  private static Interval interval(ResultSet row, List<String> ends) throws SQLException {
    return new Interval(row.getDouble(ends.get(0)), row.getDouble(ends.get(1)));
  }

  /** Those with numbers. */
  private static Set<String> columns(ResultSetMetaData about) throws SQLException {
    Set<String> columns = new TreeSet<>();
    for (int column = 1; column <= about.getColumnCount(); column++) {
      if (List.of(Types.DOUBLE, Types.DECIMAL, Types.BIGINT, Types.INTEGER)
          .contains(about.getColumnType(column))) {
        columns.add(about.getColumnName(column));
      }
    }
    return columns;
  }

  /** The numbers of a table, but those that are worked out from others or come from elsewhere. */
  private static Set<String> printed(Table table) {
    List<String> headings = table.headings().stream().map(Table.Heading::text).toList();
    Set<String> printed = new TreeSet<>();
    for (Table.Row row : table.rows()) {
      for (int column = 0; column < row.cells().size(); column++) {
        TableCell cell = row.cells().get(column);
        boolean isRead =
            !WORKED_OUT.contains(row.name())
                && !WORKED_OUT_PART.matcher(row.name()).matches()
                && !WORKED_OUT_PART.matcher(headings.get(column + 1)).matches()
                && headings.subList(0, column + 2).stream().noneMatch(DERIVED::contains)
                && !FROM_ELSEWHERE.contains(headings.get(column + 1));
        if (isRead && !cell.isMissing() && !IS_NO_NUMBER.contains(cell.text())) {
          printed.add(cell.text());
        }
      }
    }
    return printed;
  }
}
