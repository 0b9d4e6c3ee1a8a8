package se.jamlik.pipeline.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.link.Move.Kind;
import se.jamlik.pipeline.vocabulary.Days;

/** The sentences of measures.md section 1 on where a person lives. */
class ResidenceTest {
  private static final TreeSet<Integer> YEARS = new TreeSet<>(List.of(2022, 2023, 2024));

  @Test
  void onNewYearsEveOfADeliveredYearTheRowDecidesAlone() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2023-06-01", Kind.UTV, null)),
            OptionalInt.of(day("2023-12-30")));
    assertThat(residence.municipalityOn(LocalDate.of(2023, 12, 31))).contains("2480");
  }

  @Test
  void onNewYearsEveOfADeliveredYearWithoutARowThePersonLivesNowhere() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2024-12-01", Kind.INFLYTT, "2401")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 12, 31))).isEmpty();
  }

  @Test
  void onNewYearsEveOfAYearNotDeliveredTheLatestYearBeforeAndTheMovesDecide() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2024)),
            List.of(move("2025-12-31", Kind.INFLYTT, "2401")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2025, 12, 30))).contains("2480");
    assertThat(residence.municipalityOn(LocalDate.of(2025, 12, 31))).contains("2401");
  }

  @Test
  void moveOnTheNewYearsEveOfTheYearUsedDoesNotCount() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2023-12-31", Kind.UTV, null)),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 31))).contains("2480");
  }

  @Test
  void moveOnTheDayItselfCounts() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2024-10-31", Kind.INFLYTT, "2401")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 30))).contains("2480");
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 31))).contains("2401");
  }

  @Test
  void whoEmigratesAndReturnsLivesWhereTheyReturnedTo() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2024-02-01", Kind.UTV, null), move("2024-05-01", Kind.INV, "2403")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 3, 1))).isEmpty();
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 31))).contains("2403");
  }

  @Test
  void whoEmigratesIsGoneEvenWhenAMunicipalityIsNamed() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2024-02-01", Kind.UTV, "2480")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 2, 1))).isEmpty();
  }

  @Test
  void whoMovesOutLivesInTheMunicipalityMovedTo() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(move("2024-02-01", Kind.UTFLYTT, "0180")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 31))).contains("0180");
  }

  @Test
  void withoutMunicipalityMovedToThePersonIsGoneAtEveryKind() {
    Stream.of(Kind.values())
        .forEach(
            kind ->
                assertThat(
                        residence(
                                List.of(livedIn("2480", 2023)),
                                List.of(move("2024-02-01", kind, null)),
                                OptionalInt.empty())
                            .municipalityOn(LocalDate.of(2024, 10, 31)))
                    .as(kind.name())
                    .isEmpty());
  }

  @Test
  void onOneDayMovesCountInTheOrderOfTheContract() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2023)),
            List.of(
                move("2024-02-01", Kind.INFLYTT, "2401"),
                move("2024-02-01", Kind.UTFLYTT, "2403"),
                move("2024-02-01", Kind.INV, "2404"),
                move("2024-02-01", Kind.FODD, "2409")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 2, 1))).contains("2401");
  }

  @Test
  void childBornAfterTheLastNewYearsEveLivesWhereItWasBorn() {
    Residence residence =
        residence(
            List.of(livedIn("2401", 2024)),
            List.of(move("2024-03-05", Kind.FODD, "2480")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2024, 3, 4))).isEmpty();
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 31))).contains("2480");
    assertThat(residence.rowFor(LocalDate.of(2024, 10, 31)).year()).isEqualTo(2024);
  }

  @Test
  void deathOnTheDayEndsResidence() {
    Residence residence =
        residence(List.of(livedIn("2480", 2023)), List.of(), OptionalInt.of(day("2024-10-31")));
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 30))).contains("2480");
    assertThat(residence.municipalityOn(LocalDate.of(2024, 10, 31))).isEmpty();
  }

  @Test
  void nobodyLivesAnywhereBeforeTheFirstDeliveredYear() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2022)),
            List.of(move("2022-03-05", Kind.INV, "2480")),
            OptionalInt.empty());
    assertThat(residence.municipalityOn(LocalDate.of(2022, 10, 31))).isEmpty();
  }

  @Test
  void attributesComeFromTheLatestRowNotAfterTheLastNewYearsEve() {
    Residence residence =
        residence(
            List.of(livedIn("2480", 2022), livedIn("2401", 2024)), List.of(), OptionalInt.empty());
    assertThat(residence.rowFor(LocalDate.of(2024, 12, 30)).year()).isEqualTo(2022);
    assertThat(residence.rowFor(LocalDate.of(2024, 12, 31)).year()).isEqualTo(2024);
    assertThat(residence.rowFor(LocalDate.of(2021, 12, 31)).year()).isEqualTo(2022);
  }

  private static Residence residence(
      List<PopulationRow> population, List<Move> moves, OptionalInt died) {
    return new Residence(YEARS, population, moves.stream().sorted(Move.IN_ORDER).toList(), died);
  }

  private static PopulationRow livedIn(String municipality, int year) {
    return new PopulationRow(year, 1950, 1, 2, municipality, null, null, null);
  }

  private static Move move(String date, Kind kind, String toMunicipality) {
    return new Move(day(date), kind, toMunicipality);
  }

  private static int day(String date) {
    return Days.of(LocalDate.parse(date));
  }
}
