package se.jamlik.pipeline.pseudonymise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;
import se.jamlik.pipeline.vocabulary.UserError;

/** The numbers are made when the tests run, with a serial that is never given out. */
class PseudonymiserTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
  private static final byte[] MASTER =
      "a master key of more than 32 bytes".getBytes(StandardCharsets.UTF_8);
  private static final ProjectKey KEY = ProjectKey.of(MASTER, "p");
  private static final String ANNA = ImpossibleNumbers.twelve(LocalDate.of(1956, 2, 29));
  private static final String BO = ImpossibleNumbers.coordination(LocalDate.of(1990, 1, 31));

  @TempDir private Path folder;

  @Test
  void writesPseudonymsAndLeavesTheRest() {
    Path to =
        pseudonymised(
            "\ufeffDatum;PersonNr;\"Åt\"",
            "2026-01-01;" + ANNA.substring(2) + ";\"x;y\"",
            "",
            "2026-01-02;" + ImpossibleNumbers.separated(BO, '-') + ";3");
    assertThat(lines(to))
        .containsExactly(
            "Datum;lopnr;Åt",
            "2026-01-01;" + KEY.ofNumber(ANNA) + ";\"x;y\"",
            "2026-01-02;" + KEY.ofNumber(BO) + ";3");
    assertThat(KEY.ofNumber(ANNA)).matches("[A-Z2-7]{26}");
  }

  @Test
  void badNumbersGoAsideByLineAndReasonWithoutTheirValue() {
    String wrong = ImpossibleNumbers.withWrongCheckDigit(ANNA);
    Path to =
        pseudonymised(
            "pnr,v",
            wrong + ",1",
            ANNA + ",2",
            ",3",
            ANNA + ",4,5",
            "99" + ANNA.substring(2) + ",6");
    assertThat(lines(to)).containsExactly("lopnr,v", KEY.ofNumber(ANNA) + ",2");
    assertThat(lines(folder.resolve("out.csv.rejected")))
        .containsExactly(
            "line;reason",
            "2;the check digit is wrong",
            "4;the number is missing",
            "5;3 fields where the header has 2",
            "6;a reserve number, and no giver is named");
  }

  @Test
  void theSideFileCountsTheRowsAndTellsTheKey() throws IOException {
    Path to = pseudonymised("pnr", ANNA, BO, "x");
    SideFile side = SideFile.read(SideFile.beside(to));
    assertThat(side.canary()).isEqualTo(KEY.canary());
    assertThat(side.keyId()).isEqualTo(KEY.id()).hasSize(32);
    assertThat(
            List.of(
                side.rows(),
                side.written(),
                side.rejected(),
                side.personnummer(),
                side.samordningsnummer()))
        .containsExactly(3L, 2L, 1L, 1L, 1L);
  }

  @Test
  void anotherColumnWithANumberLeavesNothingWritten() {
    String ten = ImpossibleNumbers.ten(LocalDate.of(1956, 2, 29));
    assertThatThrownBy(
            () -> pseudonymised("pnr;note;phone", ANNA + ";ring " + BO + ";", BO + ";;" + ten))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
        .hasMessage(
            "Cannot pseudonymise in.csv: a personnummer stands elsewhere than in the named column: column 'note' in 1 rows, first on line 2; column 'phone' in 1 rows, first on line 3 (expected none). Take it out and run again; nothing has been written.");
    assertThat(names()).containsExactly("in.csv");
  }

  @Test
  void aHeaderWithANumberIsRefused() {
    assertThatThrownBy(() -> pseudonymised("pnr;" + ANNA, ANNA + ";1"))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY));
    assertThat(names()).containsExactly("in.csv");
  }

  @Test
  void fewBareDigitsInAColumnOfIdentifiersMayBeChance() {
    String ten = ImpossibleNumbers.ten(LocalDate.of(1956, 2, 29));
    Path to = pseudonymised("pnr;kontakt_id", ANNA + ";" + ten, BO + ";7");
    assertThat(lines(to)).hasSize(3);
  }

  @Test
  void reserveNumbersMatchThoseOfTheirGiverAlone() {
    Path to = pseudonymised(new String[] {"pnr", "19560229-R12A"}, "region");
    assertThat(lines(to).get(1)).isEqualTo(KEY.ofReserveNumber("REGION", "19560229R12A"));
    assertThat(KEY.ofReserveNumber("REGION", ANNA))
        .isNotEqualTo(KEY.ofReserveNumber("OTHER", ANNA))
        .isNotEqualTo(KEY.ofNumber(ANNA));
  }

  @Test
  void otherProjectsAndKeysGiveOtherPseudonyms() {
    assertThat(
            Stream.of(
                    KEY,
                    ProjectKey.of(MASTER, "q"),
                    ProjectKey.of(
                        "another key of more than 32 bytes!".getBytes(StandardCharsets.UTF_8), "p"))
                .map(key -> key.ofNumber(ANNA)))
        .doesNotHaveDuplicates();
  }

  @Test
  void ownersWithDifferentKeysAreFoundBeforeTheJoin() throws IOException {
    Path inbox = folder.resolve("inbox");
    for (String table : List.of("khsl", "sol")) {
      Files.createDirectories(inbox.resolve(table));
      Files.writeString(folder.resolve(table), "pnr\n" + ANNA + "\n");
    }
    ProjectKey other = ProjectKey.of(MASTER, "p ".repeat(2));
    Pseudonymiser.pseudonymise(request(folder.resolve("sol"), inbox.resolve("sol/a.csv"), ""), KEY);
    KeyComparison.refuseDifferentKeys(inbox);
    Pseudonymiser.pseudonymise(
        request(folder.resolve("khsl"), inbox.resolve("khsl/a.csv"), ""), other);
    assertThatThrownBy(() -> KeyComparison.refuseDifferentKeys(inbox))
        .hasMessageContaining("2 different keys")
        .hasMessageContaining("one key: sol/a.csv.pseudonyms.json");
  }

  @Test
  void aSideFileWithoutACanaryIsRefused() throws IOException {
    Path table = Files.createDirectories(folder.resolve("inbox/sol"));
    Files.writeString(table.resolve("a.csv.pseudonyms.json"), "{}");
    assertThatThrownBy(() -> KeyComparison.refuseDifferentKeys(folder.resolve("inbox")))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DELIVERY));
    KeyComparison.refuseDifferentKeys(folder.resolve("nowhere"));
  }

  @Test
  void theCrosswalkLeadsFromTheOldPseudonymToTheNew() {
    ProjectKey next = ProjectKey.of(MASTER, "next");
    Path numbers = written("pnr", ANNA, "x", ANNA.substring(2), BO);
    Path to = folder.resolve("walk.csv");
    assertThat(Crosswalk.write(numbers, "pnr", DAY, to, new Crosswalk.Keys(KEY, next)))
        .isEqualTo(new Crosswalk.Result(2, 1));
    assertThat(lines(to))
        .containsExactlyInAnyOrder(
            "old;new",
            KEY.ofNumber(ANNA) + ";" + next.ofNumber(ANNA),
            KEY.ofNumber(BO) + ";" + next.ofNumber(BO));
  }

  @Test
  void aKeyThatOthersMayReadOrThatIsShortIsRefused() throws IOException {
    Path key = Files.write(folder.resolve("key"), MASTER);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
    assertThatThrownBy(() -> ProjectKey.of(key, "p")).hasMessageContaining("its mode is rw-r-----");
    Files.write(key, new byte[31]);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertThatThrownBy(() -> ProjectKey.of(key, "p")).hasMessageContaining("it holds 31 bytes");
    Files.write(key, MASTER);
    assertThat(ProjectKey.of(key, "p").canary()).isEqualTo(KEY.canary());
  }

  private Path pseudonymised(String... lines) {
    return pseudonymised(lines, "");
  }

  private Path pseudonymised(String[] lines, String giver) {
    Path to = folder.resolve("out.csv");
    Pseudonymiser.pseudonymise(request(written(lines), to, giver), KEY);
    return to;
  }

  private static Pseudonymiser.Request request(Path file, Path to, String giver) {
    String column =
        lines(file).get(0).toLowerCase(Locale.ROOT).contains("personnr") ? "personnr" : "pnr";
    return new Pseudonymiser.Request(file, to, column, "p", DAY, giver);
  }

  private Path written(String... lines) {
    try {
      return Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> String.valueOf(path.getFileName())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
