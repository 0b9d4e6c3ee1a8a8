package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

/** The form of the deliveries, whoever they are about. */
class SynthesisTest {
  private static final long PERSONS = 2_000;

  @TempDir private static Path folder;
  private static Map<String, Long> rows;

  @BeforeAll
  static void invent() {
    rows = InventedRegions.written(InventedRegions.clean(PERSONS, 5), folder.resolve("clean"), 4);
  }

  @Test
  void sameSeedGivesTheSameBytesOnAnyNumberOfCores() {
    InventedRegions.written(InventedRegions.clean(PERSONS, 5), folder.resolve("one"), 1);

    assertThat(digests("one")).isEqualTo(digests("clean")).hasSizeGreaterThan(150);
  }

  @Test
  void faultsAreTheSameOnAnyNumberOfCores() {
    InventedRegions.written(InventedRegions.faulty(PERSONS, 5), folder.resolve("faulty-one"), 1);
    InventedRegions.written(InventedRegions.faulty(PERSONS, 5), folder.resolve("faulty-four"), 4);

    assertThat(digests("faulty-four")).isEqualTo(digests("faulty-one"));
  }

  @Test
  void anotherSeedGivesOtherPeople() throws IOException {
    InventedRegions.written(InventedRegions.clean(PERSONS, 6), folder.resolve("six"), 2);

    assertThat(people("six"))
        .hasSizeGreaterThan(1_000)
        .doesNotContainAnyElementsOf(people("clean"));
  }

  private static List<String> people(String name) throws IOException {
    return Files.readAllLines(folder.resolve(name).resolve("rtb_bef/2020.csv")).stream()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(';')))
        .toList();
  }

  @Test
  void aTableHasAFileForEveryDelivererOrYear() {
    assertThat(rows)
        .containsKeys(
            "geografi/deso.csv",
            "rtb_bef/2025.csv",
            "lisa/2024.csv",
            "par_slutenvard/2025.csv",
            "pv_listning/listning.csv",
            "sol/umea-2025.csv",
            "bu/umea.csv")
        .doesNotContainKey("lisa/2025.csv");
    assertThat(rows.keySet().stream().map(file -> file.substring(0, file.indexOf('/'))).distinct())
        .containsExactlyInAnyOrder(
            Arrays.stream(Table.values()).map(Table::folder).toArray(String[]::new));
  }

  @Test
  void parquetHoldsTheSameRows() throws SQLException {
    InventedRegions.written(InventedRegions.asParquet(PERSONS, 5), folder.resolve("parquet"), 2);

    for (Table table : Table.values()) {
      assertThat(differences(table)).as(table.folder()).isZero();
    }
  }

  /** Rows that are in one form and not in the other; DuckDB casts the texts to Parquet's types. */
  private long differences(Table table) throws SQLException {
    String text =
        "read_csv('%s/clean/%s/*.csv', delim=';', header=true, all_varchar=true, nullstr='')";
    String binary = "read_parquet('%s/parquet/%s/*.parquet')";
    String columns =
        String.join(
            ", ",
            table.columns().stream()
                .map(column -> "cast(%s as %s)".formatted(column.name(), type(column)))
                .toList());
    String sql =
        "with t as (select %s from %s), p as (select %s from %s) select count(*) from ((select * from t except all select * from p) union all (select * from p except all select * from t))"
            .formatted(
                columns,
                text.formatted(folder, table.folder()),
                columns,
                binary.formatted(folder, table.folder()));
    try (Connection database = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = database.createStatement();
        ResultSet answer = statement.executeQuery(sql)) {
      answer.next();
      return answer.getLong(1);
    }
  }

  private static String type(Table.Column column) {
    return switch (column.type()) {
      case TEXT -> "varchar";
      case INT -> "integer";
      case DECIMAL -> "double";
      case DATE -> "date";
    };
  }

  @Test
  void aFolderThatIsNotEmptyIsRefused() throws IOException {
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("something"), "");

    assertThatThrownBy(() -> InventedRegions.written(InventedRegions.clean(PERSONS, 5), full, 1))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot write the invented region: %s is not empty (expected an empty or a new folder). Remove it or choose another --out.",
            full);
  }

  private Map<String, String> digests(String name) {
    Map<String, String> digests = new TreeMap<>();
    Path root = folder.resolve(name);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        digests.put(root.relativize(file).toString(), Sha256.of(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return digests;
  }
}
