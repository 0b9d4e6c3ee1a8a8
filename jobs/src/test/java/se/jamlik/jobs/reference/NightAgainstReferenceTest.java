package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.Jamlik;
import se.jamlik.jobs.reference.ReferenceTables.ConditionCount;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

/**
 * The whole night, from delivered files to measured tables, against the second opinion: every row
 * and every cell.
 */
class NightAgainstReferenceTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  @TempDir private Path folder;

  @Test
  void fiveThousandPersonsAtTheEdgesOfTheRulesAreCountedAlike() throws IOException, SQLException {
    long seed = 20_261_122;
    System.out.println("seed of the random persons: " + seed);
    RandomPersons.of(seed, 5_000, AS_OF).writeTo(inbox());
    nightAgreesWithTheReference();
  }

  @Test
  void aNightWithoutTheOptionalTablesAgreesToo() throws IOException, SQLException {
    RandomPersons drawn = RandomPersons.of(3, 600, AS_OF);
    for (String table : List.of("lss", "eb", "lisa", "dors", "rtb_flytt")) {
      drawn = drawn.without(table);
    }
    drawn.writeTo(inbox());
    nightAgreesWithTheReference();
  }

  @Test
  void anInventedRegionWithAllTheFaultsOfDeliveriesAgrees() throws SQLException {
    assertThat(
            Jamlik.run(
                "synthesise", "--persons=1500", "--seed=7", "--faults=typical", "--out=" + inbox()))
        .isZero();
    nightAgreesWithTheReference();
  }

  private void nightAgreesWithTheReference() throws SQLException {
    assertThat(Jamlik.run("nightly", "--inbox=" + inbox(), "--out=" + out(), "--as-of=" + AS_OF))
        .isZero();
    Reference reference = Reference.of(inbox(), AS_OF);
    agree("indicator_value", reference.indicatorValues(), IndicatorValue.KEY);
    agree("condition_count", reference.conditionCounts(), ConditionCount.KEY);
    agree("link_rate", reference.linkRates(), List.of("table", "municipality", "period"));
    agree("delivery", reference.deliveries(), List.of("table", "file"));
  }

  private void agree(String table, List<? extends Record> expected, List<String> key)
      throws SQLException {
    List<String> differences = Difference.between(Difference.rows(expected), measured(table), key);
    assertThat(differences.stream().limit(30))
        .as("%s: %d differences among %d rows", table, differences.size(), expected.size())
        .isEmpty();
    assertThat(expected).isNotEmpty();
  }

  private List<Map<String, @Nullable Object>> measured(String table) throws SQLException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "from read_parquet('%s/measured/%s/*.parquet')".formatted(out(), table))) {
      while (result.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private Path inbox() {
    return folder.resolve("inbox");
  }

  private Path out() {
    return folder.resolve("out");
  }
}
