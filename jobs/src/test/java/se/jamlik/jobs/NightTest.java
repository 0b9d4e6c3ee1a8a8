package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import se.jamlik.jobs.reference.OptionalTables;
import se.jamlik.jobs.reference.SecondOpinion;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.FewPersons;

/** What an operator may rely on, night after night. */
class NightTest {
  private static final String AS_OF = "--as-of=" + InventedRegion.AS_OF;

  @TempDir private static Path inbox;
  @TempDir private static Path installation;
  @TempDir private Path folder;

  /**
   * One night is dear, so the tests share the first. The tables that may be missing are, and the
   * others have all the faults of deliveries.
   */
  @BeforeAll
  static void theFirstNight() throws IOException {
    assertThat(
            Jamlik.run(
                "synthesise", "--persons=1500", "--seed=7", "--faults=typical", "--out=" + inbox))
        .isZero();
    OptionalTables.removeFrom(inbox);
    assertThat(night(installation)).isZero();
  }

  @Test
  void whatItMeasuresAgreesWithTheSecondOpinion() throws Exception {
    assertThat(
            SecondOpinion.differences(inbox, installation, LocalDate.parse(InventedRegion.AS_OF)))
        .isEmpty();
  }

  @Test
  void theSameNightAgainHasNothingToDo() throws IOException {
    assertThat(night(installation)).isZero();
    assertThat(Releases.under(installation).ids()).containsExactly(InventedRegion.AS_OF + ".1");
    assertThat(newestRecord(installation)).contains("\"state\" : \"nothing_to_do\"");
  }

  @Test
  void theSameDeliveriesGiveTheSameBytesFromNothing() throws IOException {
    Path kept = folder.resolve("kept");
    Files.move(installation, kept); // open.sql tells where a release lies
    Files.createDirectories(installation);
    InstallationCopy.copy(kept.resolve("secret"), installation.resolve("secret"));

    assertThat(night(installation)).isZero();

    Map<String, String> bytes =
        InstallationCopy.hashes(Releases.under(installation).current().folder());
    assertThat(bytes).isEqualTo(InstallationCopy.hashes(Releases.under(kept).current().folder()));
    assertThat(bytes.keySet())
        .contains(
            "indicator_value/part-00000.parquet",
            "jamlik.duckdb",
            "manifest.json",
            "open.sql",
            "quality/part-00000.parquet",
            "reports/umea.pdf");
  }

  @Test
  void explainTellsHowOftenTheGroupsOfACodeListOccur() throws SQLException {
    StringWriter printed = new StringWriter();

    new CommandLine(new ExplainCommand())
        .setOut(new PrintWriter(printed))
        .execute("ADHD10_17", "--out=" + installation);

    List<String> lines = printed.toString().lines().toList();
    int heading =
        lines.indexOf(
            "adhd_drugs: how often each group occurs in all linked rows; exact, for this installation alone");
    assertThat(lines).anyMatch(line -> line.matches("code list +adhd_drugs \\(unverified\\).*"));
    assertThat(lines.get(heading + 2).strip().split(" +"))
        .containsExactly(
            count("count(*)", "N06BA01|N06BA02|N06BA04|N06BA09|N06BA12|C02AC02"),
            count("count(distinct atc)", "N06BA01|N06BA02|N06BA04|N06BA09|N06BA12|C02AC02"),
            "adhd_drugs");
  }

  /** What DuckDB counts of the linked dispensings whose ATC code begins with one of these. */
  private static String count(String counted, String prefixes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select %s from read_parquet('%s/linked/dispensing/*.parquet') where regexp_matches(atc, '^(%s)')"
                    .formatted(counted, installation, prefixes))) {
      result.next();
      assertThat(result.getLong(1)).isPositive();
      return result.getString(1);
    }
  }

  @Test
  void aNightThatFailsLeavesTheEarlierReleaseAndSaysSoInItsRecord() throws IOException {
    Path broken = folder.resolve("broken");
    InstallationCopy.copy(inbox, broken);
    Files.writeString(broken.resolve("sol/later.csv"), "lopnr;insats\nabc;HEMTJANST\n");
    Files.writeString(broken.resolve("sol/notes.docx"), "");

    int exitCode = Jamlik.run("nightly", "--inbox=" + broken, "--out=" + installation, AS_OF);

    assertThat(exitCode).isEqualTo(5);
    assertThat(Releases.under(installation).current().id()).isEqualTo(InventedRegion.AS_OF + ".1");
    assertThat(newestRecord(installation))
        .contains("\"state\" : \"failed\"", "\"exit_code\" : 5")
        .doesNotContain("HEMTJANST");
    assertThat(newestOfRun(installation, "log.jsonl"))
        .contains(
            "\"event\":\"warning\",\"message\":\"sol: one entry is left alone; a delivery is a .csv, .csv.gz, .txt or .parquet file of a known table.\"");
  }

  @Test
  void thePlanTellsWhatANightWouldMakeAndChangesNothing() throws IOException {
    Path later = folder.resolve("later");
    InstallationCopy.copy(inbox, later);
    Files.writeString(
        later.resolve("khsl/later.csv"), "lopnr;kommun;kva;datum\nabc;2480;GD001;2026-11-20\n");
    Map<String, String> before = InstallationCopy.hashes(installation);

    assertThat(planned(inbox).lines()).contains("measure   nothing to do");
    assertThat(planned(later).lines())
        .contains(
            "conform   1 files to read, 1 tables to make, 7 to reuse",
            "  municipal_care_act           new: khsl/later.csv",
            "  municipal_care_act           16 of 16: last day of municipal_care_act, table municipal_care_act",
            "  facts/municipal_care         16 of 16: linked municipal_care_act",
            "measure   to run")
        .noneMatch(line -> line.contains("facts/listing"));
    assertThat(InstallationCopy.hashes(installation)).isEqualTo(before);
  }

  private static String planned(Path inbox) {
    StringWriter printed = new StringWriter();
    assertThat(
            new CommandLine(new NightlyCommand())
                .setOut(new PrintWriter(printed))
                .execute("--inbox=" + inbox, "--out=" + installation, AS_OF, "--plan"))
        .isZero();
    return printed.toString();
  }

  @Test
  void aQualityCheckAtLevelErrorEndsWith3AndLeavesTheEarlierReleaseAsItWas() throws IOException {
    Map<String, String> before = InstallationCopy.hashes(installation.resolve("published"));
    Path settings = folder.resolve("settings.yaml");
    Files.writeString(
        settings, "quality.checks.has_value: {level: error, threshold: 0}"); // tom is often empty

    int exitCode =
        Jamlik.run(
            "nightly",
            "--inbox=" + inbox,
            "--out=" + installation,
            AS_OF,
            "--settings=" + settings);

    assertThat(exitCode).isEqualTo(3);
    assertThat(InstallationCopy.hashes(installation.resolve("published"))).isEqualTo(before);
    assertThat(newestRecord(installation))
        .contains("\"state\" : \"failed\"", "\"exit_code\" : 3", "sol tom: has_value: ");
  }

  @Test
  void allButReleasesRunsAndMetricsIsForThePipelineAlone() throws IOException {
    try (Stream<Path> folders = Files.list(installation)) {
      assertThat(folders.filter(Files::isDirectory))
          .filteredOn(
              path -> !List.of("metrics", "published", "runs").contains(path.toFile().getName()))
          .isNotEmpty()
          .allSatisfy(
              path ->
                  assertThat(Files.getPosixFilePermissions(path))
                      .allMatch(permission -> permission.name().startsWith("OWNER_")));
    }
  }

  /** What the log counts are files, rows, tables and cells; its messages count no few persons. */
  @Test
  void noLogOfARunCountsPersonsFromOneToFour() throws IOException {
    int stages = 0;
    try (Stream<Path> runs = Files.list(installation.resolve("runs"))) {
      for (Path run : (Iterable<Path>) runs::iterator) {
        assertThat(FewPersons.places(Files.readString(run.resolve("run.json")), 5)).isZero();
        for (String line : Files.readAllLines(run.resolve("log.jsonl"))) {
          JsonNode event = new ObjectMapper().readTree(line);
          assertThat(FewPersons.places(line, 5)).as(line).isZero();
          if (event.get("event").asText().equals("stage")) {
            stages++;
            assertThat(event.fieldNames())
                .toIterable()
                .isSubsetOf(
                    "at",
                    "event",
                    "stage",
                    "seconds",
                    "new_files",
                    "rows",
                    "accepted",
                    "quarantined",
                    "tables",
                    "periods",
                    "columns",
                    "cells",
                    "reports",
                    "checks",
                    "alarms",
                    "definitions",
                    "made",
                    "reused",
                    "why",
                    "check_seconds");
          }
        }
      }
    }
    assertThat(stages).isGreaterThanOrEqualTo(8);
  }

  private static int night(Path out) {
    return Jamlik.run("nightly", "--inbox=" + inbox, "--out=" + out, AS_OF);
  }

  private static String newestRecord(Path out) throws IOException {
    return newestOfRun(out, "run.json");
  }

  private static String newestOfRun(Path out, String file) throws IOException {
    try (Stream<Path> runs = Files.list(out.resolve("runs"))) {
      return Files.readString(
          runs.sorted().reduce((one, next) -> next).orElseThrow().resolve(file));
    }
  }
}
