package se.jamlik.jobs.synthesise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What planted.json says is in the files. */
class PlantedFaultsTest {
  @TempDir private static Path inbox;
  private static SortedMap<String, Long> rows;
  private static final List<Plant> PLANTED = new ArrayList<>();
  private static final Map<String, List<String>> LINES = new HashMap<>();

  /** An entry of planted.json; line 0 is null in the file. */
  private record Plant(String file, long line, long rows, String what, String expect) {
    String text() {
      return LINES.get(file).get((int) line - 1);
    }

    List<String> cells() {
      String header = LINES.get(file).get(0);
      String delimiter = header.contains(";") ? ";" : header.contains("\t") ? "\t" : ",";
      return Arrays.stream(text().split(delimiter + "(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1))
          .map(cell -> cell.replace("\"", ""))
          .toList();
    }
  }

  @BeforeAll
  static void invent() throws IOException {
    rows = InventedRegions.written(InventedRegions.faulty(9_000, 3), inbox, 4);
    for (JsonNode entry : new ObjectMapper().readTree(inbox.resolve("planted.json").toFile())) {
      PLANTED.add(
          new Plant(
              entry.get("file").asText(),
              entry.get("line").asLong(0),
              entry.get("rows").asLong(),
              entry.get("what").asText(),
              entry.get("expect").asText()));
    }
    for (String file : rows.keySet()) {
      LINES.put(file, lines(file));
    }
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream stream = Files.newInputStream(inbox.resolve(file));
        InputStream bytes = file.endsWith(".gz") ? new GZIPInputStream(stream) : stream) {
      String text = new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1);
      return List.of(text.split("\r?\n"));
    }
  }

  private static List<Plant> planted(String what) {
    List<Plant> found = PLANTED.stream().filter(plant -> plant.what().equals(what)).toList();
    assertThat(found).as(what).isNotEmpty();
    return found;
  }

  @Test
  void everyFileIsThereWithTheRowsThatAreTold() {
    for (Map.Entry<String, Long> file : rows.entrySet()) {
      long blank = LINES.get(file.getKey()).stream().filter(String::isBlank).count();
      assertThat(LINES.get(file.getKey()).size() - 1 - blank)
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
    assertThat(PLANTED).allSatisfy(plant -> assertThat(rows).containsKey(plant.file()));
  }

  @Test
  void aFaultLiesInTheLineThatIsNamed() {
    assertThat(planted("no person")).allSatisfy(plant -> assertThat(plant.cells()).contains(""));
    assertThat(planted("a field too many"))
        .allSatisfy(plant -> assertThat(plant.cells()).hasSize(width(plant) + 1));
    assertThat(planted("a field too few"))
        .allSatisfy(plant -> assertThat(plant.cells()).hasSize(width(plant) - 1));
    assertThat(planted("a date that does not exist"))
        .allSatisfy(plant -> assertThat(plant.text()).containsPattern("2024-?02-?30"));
    assertThat(planted("a pseudonym too long"))
        .allSatisfy(plant -> assertThat(plant.text()).contains("X".repeat(65)));
    assertThat(planted("a municipality of three digits"))
        .allSatisfy(plant -> assertThat(plant.cells()).contains("248"));
    assertThat(planted("a blank line")).allSatisfy(plant -> assertThat(plant.text()).isBlank());
    assertThat(planted("BLANKED"))
        .allSatisfy(plant -> assertThat(plant.cells()).contains("BLANKED"));
    assertThat(planted("dated after as-of"))
        .allSatisfy(plant -> assertThat(plant.text()).containsPattern("2026-?12-?02"));
    assertThat(planted("a contact after death"))
        .allSatisfy(plant -> assertThat(plant.text()).contains("EFTER"));
    assertThat(planted("745 hours")).allSatisfy(plant -> assertThat(plant.cells()).contains("745"));
  }

  private static int width(Plant plant) {
    return new Plant(plant.file(), 1, 0, "", "").cells().size();
  }

  @Test
  void theSameRowTwiceIsTheRowBefore() {
    assertThat(planted("the same row twice"))
        .allSatisfy(
            plant ->
                assertThat(LINES.get(plant.file()).get((int) plant.line() - 2))
                    .isEqualTo(plant.text()));
  }

  @Test
  void aFileComesAgainByteForByte() throws IOException {
    Plant again = planted("the same file again").get(0);

    assertThat(again.expect()).isEqualTo("repeated");
    assertThat(
            Files.mismatch(
                inbox.resolve(again.file()), inbox.resolve(again.file().replace("_igen", ""))))
        .isEqualTo(-1L);
  }

  @Test
  void aLaterFileSortsAfterTheFirst() {
    List<Plant> later =
        PLANTED.stream()
            .filter(plant -> plant.what().startsWith("a correction of a row in "))
            .toList();

    assertThat(later).isNotEmpty();
    assertThat(later)
        .allSatisfy(
            plant ->
                assertThat(plant.file())
                    .isGreaterThan(plant.what().substring("a correction of a row in ".length())));
  }

  @Test
  void aCorrectionIsOfARowThatWasDelivered() {
    for (Plant plant : PLANTED) {
      if (plant.expect().equals("replaced")) {
        String first = plant.what().substring("a correction of a row in ".length());
        String person =
            plant.cells().stream().filter(cell -> cell.length() == 26).findFirst().orElseThrow();
        assertThat(LINES.get(first)).anyMatch(line -> line.contains(person));
      }
    }
  }

  @Test
  void lessThanFiveInAHundredAreQuarantinedInAnyFile() {
    Map<String, Long> bad = new TreeMap<>();
    PLANTED.stream()
        .filter(plant -> plant.expect().equals("quarantined"))
        .forEach(plant -> bad.merge(plant.file(), plant.rows(), Long::sum));

    assertThat(bad).isNotEmpty();
    bad.forEach((file, count) -> assertThat(count).as(file).isLessThan((rows.get(file) + 19) / 20));
  }

  @Test
  void aFewInAHundredOfTheMunicipalitiesPeopleAreUnknown() {
    long unknown =
        planted("a person unknown to the population register").stream()
            .mapToLong(Plant::rows)
            .sum();
    long all =
        rows.entrySet().stream()
            .filter(file -> file.getKey().matches("(sol|khsl|lss|eb|bu)/.*"))
            .mapToLong(Map.Entry::getValue)
            .sum();

    assertThat(100.0 * unknown / all).isBetween(2.0, 4.0);
  }

  @Test
  void everyWayOfWritingIsUsed() {
    List<String> dialects =
        PLANTED.stream().map(Plant::what).filter(what -> what.startsWith("written in")).toList();

    for (String word :
        List.of(
            "delimiter ;",
            "delimiter ,",
            "delimiter tab",
            "UTF_8,",
            "UTF_8_WITH_BOM",
            "ISO_8859_1",
            "WINDOWS_1252",
            "header UPPER",
            "dates YYYYMMDD",
            "decimals with comma",
            "quoted",
            "CRLF",
            ".csv.gz",
            ".txt")) {
      assertThat(dialects).as(word).anyMatch(dialect -> dialect.contains(word));
    }
  }

  @Test
  void aMonthOfOneMunicipalityIsMissing() {
    for (Plant plant : planted("the month 2023-05 is missing")) {
      assertThat(LINES.get(plant.file()))
          .noneMatch(line -> line.contains("2023-05") || line.contains("202305"));
    }
  }
}
