package se.jamlik.pipeline.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.pseudonymise.ProjectKey;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

class ExtractTest {
  private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

  @TempDir private Path out;

  /** Five women of 70 to 74 years, four of 80 and a man, in one municipality. */
  @BeforeEach
  void night() throws IOException, SQLException {
    List<String> rows = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> rows.add(row(i, "women", 70 + i)));
    IntStream.range(5, 9).forEach(i -> rows.add(row(i, "women", 80)));
    rows.add(row(9, "men", 70));
    Path folder = Files.createDirectories(out.resolve("marked/person_period"));
    Files.createDirectories(out.resolve("secret"));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select * from (values %s) as t(person, period, sex, age, standard_group, municipality, household, stays)) to '%s' (format parquet)"
              .formatted(String.join(", ", rows), folder.resolve("part-0.parquet")));
    }
  }

  private static String row(int person, String sex, int age) {
    return "(%d::bigint, '2025', '%s', %d::integer, %d, '2480', 'H', %d)"
        .formatted(person, sex, age, age / 5, person);
  }

  @Test
  void rowsThatFewerThanFiveShareAreLeftOut() {
    Anonymity made = made("columns: [sex, age, stays]").kept();
    assertThat(
            List.of(
                made.rows(),
                made.persons(),
                made.leftOut(),
                made.smallGroups(),
                made.smallestGroup()))
        .containsExactly(5L, 5L, 5L, 2L, 5L);
    assertThat(made.quasiIdentifiers()).containsExactly("sex", "age_group");
  }

  @Test
  void theFileHoldsTheProjectsPseudonymsAndWhatWasAskedForAlone() throws IOException {
    Path file =
        made("columns: [age, stays]", "population: stays = 0 or stays between 1 and 4").file();
    ProjectKey key = ProjectKey.ofExtracts(out.resolve("secret/extract-key"), "falls");
    assertThat(Files.readAllLines(file))
        .hasSize(6)
        .startsWith("pseudonym,period,age_group,stays")
        .contains(key.ofPerson(3) + ",2025,65-74,3");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(ProjectKey.ofExtracts(out.resolve("secret/extract-key"), "other").ofPerson(3))
        .isNotEqualTo(key.ofPerson(3));
  }

  @Test
  void exactAgesMakeSmallerGroups() {
    assertThatThrownBy(() -> made("columns: [sex, age]", "age: exact"))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
        .hasMessageContaining("no row of the population has 5 persons alike by sex, age");
    assertThat(out.resolve("audit.jsonl")).doesNotExist();
  }

  @Test
  void columnsThatTellWhoSomebodyIsAreRefused() {
    assertThatThrownBy(() -> made("columns: [person, household, standard_group, shoes]"))
        .hasMessageContaining(
            "'person' tells who somebody is, 'household' tells who somebody is, 'standard_group' is finer than the bands of age, there is no column 'shoes'");
  }

  @Test
  void thePopulationComparesColumnsAndDoesNothingElse() {
    for (String condition :
        List.of(
            "person = 3",
            "shoes = 3",
            "sex in (select sex from person_period)",
            "getenv('HOME') = 'x'",
            "true) or (true); drop view person_period; select (1",
            "true) group by (1",
            "age >")) {
      assertThatThrownBy(() -> made("columns: [sex]", "population: \"" + condition + "\""))
          .as(condition)
          .hasMessageContaining("Cannot use the population of the project");
    }
    assertThat(
            made(
                    "columns: [sex]",
                    "population: not (age + 1 < 60) and sex in ('women') and municipality is not null")
                .kept()
                .rows())
        .isEqualTo(9);
  }

  @Test
  void anExpiredDecisionGivesNothing() {
    assertThatThrownBy(() -> made("columns: [sex]", "expires-on: 2026-11-21"))
        .hasMessageContaining("the decision expired on 2026-11-21");
    assertThat(made("columns: [sex]", "expires-on: 2026-11-22").kept().rows()).isEqualTo(9);
  }

  @Test
  void allProblemsOfAProjectAreToldAtOnce() throws IOException {
    Path file = Files.writeString(out.resolve("p.yaml"), "name: a/b\nage: some\nshoes: 1\n");
    assertThatThrownBy(() -> ExtractProject.read(file))
        .hasMessage(
            """
            Cannot use project p.yaml: 9 problems.
            name: expected letters, digits and hyphens
            decision-number: is missing
            legal-basis: is missing
            purpose: is missing
            columns: expected a list of different columns
            population: is missing
            expires-on: is missing
            age: expected bands or exact
            shoes: no such key""");
  }

  @Test
  void everyExtractIsALineOfALogThatTellsWhenItIsChanged() throws IOException {
    made("columns: [sex]");
    made("columns: [age]");
    made("columns: [stays]");
    AuditLog log = AuditLog.of(out);
    assertThat(log.problems()).isEmpty();
    assertThat(log.lines()).isEqualTo(3);
    Path file = out.resolve("audit.jsonl");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(1))
        .contains("\"decision_number\":\"2026/1\"")
        .contains("\"file\":\"falls.2.csv\"")
        .contains("\"line_kept_until\":\"2036-11-22\"");

    Files.write(
        file, List.of(lines.get(0), lines.get(1).replace("2026/1", "2026/2"), lines.get(2)));
    assertThat(log.problems())
        .containsExactly(
            "line 2 of audit.jsonl has been changed",
            "line 3 of audit.jsonl does not follow the line before it");
    Files.write(file, List.of(lines.get(0), lines.get(2)));
    assertThat(log.problems())
        .containsExactly("line 2 of audit.jsonl does not follow the line before it");
    Files.write(file, List.of(lines.get(0), lines.get(1), lines.get(2).replace("falls", "walls")));
    assertThat(log.problems()).containsExactly("line 3 of audit.jsonl has been changed");
  }

  private Extract.Made made(String... lines) {
    List<String> project =
        new ArrayList<>(
            List.of(
                "name: falls",
                "decision-number: 2026/1",
                "legal-basis: a law",
                "purpose: to know",
                "format: csv"));
    project.addAll(List.of(lines));
    addUnlessTold(project, "population: true");
    addUnlessTold(project, "expires-on: 2027-12-31");
    try {
      Path file = Files.write(out.resolve("p.yaml"), project);
      return Extract.make(out, ExtractProject.read(file), NOW, 10);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addUnlessTold(List<String> project, String line) {
    String key = line.substring(0, line.indexOf(':') + 1);
    if (project.stream().noneMatch(told -> told.startsWith(key))) {
      project.add(line);
    }
  }
}
