package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Sha256;

/** What a release holds, and that the same inputs give the same bytes. */
final class ReleaseContentsTest {
  @TempDir private Path out;

  @Test
  void releaseHoldsEveryFileOfTheContractAndTheReportsThatWereAdded() throws IOException {
    Release release;
    try (StagedRelease staged =
        new Publisher(out, SmallRelease.GATE).stage(SmallRelease.tables(), SmallRelease.facts())) {
      Files.createDirectories(staged.folder().resolve("reports"));
      Files.writeString(staged.folder().resolve("reports/scope.pdf"), "%PDF");
      release = staged.publish();
    }

    assertThat(release.id()).isEqualTo("2026-11-22.1");
    assertThat(release.folder()).isEqualTo(out.resolve("published/2026-11-22.1"));
    assertThat(bytes(release.folder()).keySet())
        .containsExactly(
            "CITATION.cff",
            "README.md",
            "about/part-00000.parquet",
            "csv/indicator_value.csv",
            "datapackage.json",
            "delivery/part-00000.parquet",
            "indicator_value/part-00000.parquet",
            "jamlik.duckdb",
            "manifest.json",
            "open.sql",
            "reports/scope.pdf");
    assertThat(out.resolve("published/CURRENT")).hasContent("2026-11-22.1");
    assertThat(release.problems()).isEmpty();
  }

  @Test
  void sameInputsIntoAFreshFolderGiveTheSameBytes() throws IOException {
    Map<String, String> first = bytes(SmallRelease.published(out, manyTables()).folder());
    Folders.delete(out.resolve("published"));

    Map<String, String> second = bytes(SmallRelease.published(out, manyTables()).folder());

    assertThat(second).isEqualTo(first);
  }

  @Test
  void rowsInAnotherOrderGiveTheSameBytes() throws IOException {
    Row umea = SmallRelease.value("MM2", "2480", 200.0, 1000.0);
    Row vannas = SmallRelease.value("MM2", "2460", 40.0, 300.0);
    Map<String, String> first =
        bytes(
            SmallRelease.published(out, List.of(SmallRelease.indicatorValue(umea, vannas)))
                .folder());
    Folders.delete(out.resolve("published"));

    Map<String, String> second =
        bytes(
            SmallRelease.published(out, List.of(SmallRelease.indicatorValue(vannas, umea)))
                .folder());

    assertThat(second).isEqualTo(first);
  }

  @Test
  void everyTableAndColumnOfTheDatabaseHasItsMeaningInTwoLanguages() throws SQLException {
    Release release = SmallRelease.published(out, SmallRelease.tables());

    assertThat(
            query(
                release,
                "select comment from duckdb_tables() where table_name = 'delivery' union all"
                    + " select comment from duckdb_columns() where table_name = 'delivery'"
                    + " and column_name = 'rows'"))
        .containsExactly(
            "What became of each delivered file: one row per file."
                + " | Vad som blev av varje levererad fil: en rad per fil.",
            "Rows, without header and blank lines. | Rader utom rubrik och tomma rader.");
    assertThat(
            query(
                release,
                "select count(*) from duckdb_columns()"
                    + " where database_name = 'jamlik' and coalesce(comment, '') = ''"))
        .containsExactly("0");
  }

  @Test
  void databaseHasTheStorageVersionThatDuckDb12Reads() throws IOException {
    Release release = SmallRelease.published(out, SmallRelease.tables());

    byte[] database = Files.readAllBytes(release.database());
    // After the checksum and the four letters DUCK: 65 is what STORAGE_VERSION 'v1.2.0' writes.
    assertThat(new String(database, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("DUCK");
    assertThat(database[12]).isEqualTo((byte) 65);
  }

  @Test
  void openScriptReadsTheParquetOfTheFinalFolder() throws IOException, SQLException {
    Release release = SmallRelease.published(out, SmallRelease.tables());

    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(Files.readString(release.folder().resolve("open.sql")));
      try (ResultSet rows =
          statement.executeQuery(
              "select area_name, status, value from indicator_value order by area")) {
        assertThat(rows.next()).isTrue();
        assertThat(rows.getString(1)).isEqualTo("Vännäs");
        assertThat(rows.getString(2)).isEqualTo("suppressed");
        assertThat(rows.getString(3)).isNull();
      }
    }
  }

  @Test
  void nobodyMayWriteInARelease() throws IOException {
    Release release = SmallRelease.published(out, SmallRelease.tables());

    try (Stream<Path> paths = Files.walk(release.folder())) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--");
      }
    }
  }

  @Test
  void refusesTablesThatTheDictionaryDoesNotExplain() {
    ReleaseTable strange =
        new ReleaseTable("strange", SmallRelease.delivery("a").schema(), List.of());

    assertThatThrownBy(() -> SmallRelease.published(out, List.of(strange)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Not in /release/dictionary.yaml: strange");
  }

  /** Enough different numbers and texts that DuckDB compresses them in every way it has. */
  private static List<ReleaseTable> manyTables() {
    Random random = new Random(1);
    Row[] rows =
        Stream.generate(
                () ->
                    random.nextInt(10) == 0
                        ? SmallRelease.value("MM2", "2460", null, null, "suppressed")
                        : SmallRelease.value(
                            "ID" + random.nextInt(5000),
                            random.nextBoolean() ? "2460" : "2480",
                            10.0 + random.nextInt(500),
                            1000.0 + random.nextInt(300)))
            .limit(40_000)
            .toArray(Row[]::new);
    return List.of(SmallRelease.indicatorValue(rows), SmallRelease.delivery("sol/a.csv"));
  }

  private static Properties readOnly() {
    Properties settings = new Properties();
    settings.setProperty("duckdb.read_only", "true");
    return settings;
  }

  private static List<String> query(Release release, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + release.database(), readOnly());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> texts = new ArrayList<>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** The checksum of every file by its path. */
  private static Map<String, String> bytes(Path folder) throws IOException {
    Map<String, String> checksums = new TreeMap<>();
    for (Path file : Folders.files(folder)) {
      checksums.put(folder.relativize(file).toString(), Sha256.of(file));
    }
    return checksums;
  }
}
