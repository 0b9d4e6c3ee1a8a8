package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.adapt.Header;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.TableDefinition;

class RowReaderTest {
  private final Definitions definitions = Definitions.load();

  @Test
  void everyRequiredColumnMustHaveAValue() {
    for (TableDefinition table : definitions.tables()) {
      table.columns().stream()
          .filter(column -> column.isRequired())
          .forEach(
              column ->
                  assertThat(reason(table.table(), column.delivered(), ""))
                      .hasValue("required column '%s' is empty".formatted(column.delivered())));
    }
  }

  @Test
  void everyTypedColumnOfEveryTableIsChecked() {
    for (TableDefinition table : definitions.tables()) {
      table.columns().stream()
          .filter(column -> List.of("INT", "DECIMAL", "DATE").contains(column.type().name()))
          .forEach(
              column ->
                  assertThat(reason(table.table(), column.delivered(), "x1"))
                      .hasValue(
                          "column '%s' cannot be read as %s"
                              .formatted(column.delivered(), Reasons.expected(column.type()))));
    }
  }

  @Test
  void sexIsOneOrTwo() {
    assertThat(reason("rtb_bef", "kon", "2")).isEmpty();
    assertThat(reason("rtb_bef", "kon", "3")).hasValue("column 'kon' is outside its list");
  }

  @Test
  void theYearOfBirthIsFrom1890ToTheYearOfTheRow() {
    assertThat(reason("rtb_bef", "fodelsear", "1890")).isEmpty();
    assertThat(reason("rtb_bef", "fodelsear", "2024")).isEmpty();
    assertThat(Stream.of("1889", "2025"))
        .allMatch(
            year ->
                reason("rtb_bef", "fodelsear", year)
                    .equals(Optional.of("column 'fodelsear' is outside its limits")));
  }

  @Test
  void theMonthOfBirthIsFrom1To12OrMissing() {
    assertThat(Stream.of("", "1", "12"))
        .allMatch(month -> reason("rtb_bef", "fodelseman", month).isEmpty());
    assertThat(Stream.of("0", "13"))
        .allMatch(
            month ->
                reason("rtb_bef", "fodelseman", month)
                    .equals(Optional.of("column 'fodelseman' is outside its limits")));
  }

  @Test
  void aPseudonymHasAtMost64Characters() {
    assertThat(reason("sip", "lopnr", "å".repeat(64))).isEmpty();
    assertThat(reason("sip", "lopnr", "å".repeat(65)))
        .hasValue("column 'lopnr' cannot be read as a pseudonym (at most 64 characters)");
    assertThat(reason("rtb_bef", "hushall_id", "h".repeat(65))).isEmpty(); // lopnr alone
  }

  @Test
  void anEndMayNotComeBeforeItsStart() {
    assertThat(reason("sol", "tom", "2024-01-01")).isEmpty(); // the day it starts
    for (String[] pair :
        new String[][] {
          {"par_slutenvard", "utdatum", "indatum"},
          {"sol", "tom", "fom"},
          {"lss", "tom", "fom"},
          {"pv_listning", "tom", "fom"},
          {"bu", "slut", "start"},
          {"utskrivningsklar", "utskriven", "utskrivningsklar"}
        }) {
      assertThat(reason(pair[0], pair[1], "2023-12-31"))
          .hasValue("'%s' is before '%s'".formatted(pair[1], pair[2]));
    }
    assertThat(reason("utskrivningsklar", "ater_ej_klar", "2023-12-31")).isEmpty();
    assertThat(reason("pv_listning", "fast_lakare_tom", "2023-12-31")).isEmpty();
  }

  @Test
  void closedListsAreComparedInUpperCase() {
    assertThat(reason("sol", "insats", "hemtjanst")).isEmpty();
    assertThat(reason("sol", "insats", "STADNING")).hasValue("column 'insats' is outside its list");
    assertThat(reason("rtb_flytt", "typ", "fodd")).isEmpty();
    assertThat(reason("rtb_flytt", "typ", "VISIT")).hasValue("column 'typ' is outside its list");
    assertThat(reason("lss", "insats", "10")).isEmpty();
    assertThat(reason("lss", "insats", "1")).hasValue("column 'insats' is outside its list");
    assertThat(reason("lss", "insats", "11")).hasValue("column 'insats' is outside its list");
  }

  @Test
  void aWordIsReadInUpperCaseAlsoWhereItsListIsOpen() {
    assertThat(value("pv_kontakt", "kontakttyp", "Mottagning")).isEqualTo("MOTTAGNING");
    assertThat(value("pv_kontakt", "yrke", "lakare")).isEqualTo("LAKARE");
    assertThat(value("par_oppenvard", "yrke", "lakare")).isEqualTo("LAKARE");
    assertThat(value("khsl", "yrke", "Sjukskoterska")).isEqualTo("SJUKSKOTERSKA");
    assertThat(value("rtb_bef", "fodelseland_grupp", "Norden")).isEqualTo("NORDEN");
    assertThat(value("rtb_bef", "civil", "ä")).isEqualTo("Ä");
    assertThat(value("sol", "boendeform", "Sabo")).isEqualTo("SABO");
    assertThat(value("sip", "initierad_av", "Region")).isEqualTo("REGION");
    assertThat(value("bu", "lagrum", "SoL")).isEqualTo("SOL");
    assertThat(value("bu", "placeringsform", "Familjehem")).isEqualTo("FAMILJEHEM");
  }

  @Test
  void anActIsNoWordOfAListAndIsKeptAsItIsWritten() {
    assertThat(value("khsl", "kva", "qs008")).isEqualTo("qs008");
    assertThat(value("pv_kontakt", "kva1", "qs008")).isEqualTo(List.of("qs008"));
  }

  @Test
  void otherValuesOutsideAListAreKept() {
    assertThat(reason("sol", "timmar_man", "745")).isEmpty();
    assertThat(reason("sol", "timmar_man", "0")).isEmpty();
    assertThat(reason("pv_kontakt", "kontakttyp", "FAX")).isEmpty();
    assertThat(reason("rtb_bef", "civil", "XX")).isEmpty();
    assertThat(reason("dors", "dodspl", "9")).isEmpty();
    assertThat(reason("geografi", "deso_version", "2030")).isEmpty();
  }

  @Test
  void aMunicipalityIsFourDigitsInEveryTableThatHasOne() {
    for (String table :
        List.of("rtb_bef", "geografi", "utskrivningsklar", "sol", "khsl", "lss", "eb", "bu")) {
      assertThat(reason(table, "kommun", "248"))
          .hasValue("column 'kommun' cannot be read as a municipality (four digits)");
    }
    assertThat(reason("utskrivningsklar", "kommun", "")).isEmpty();
    assertThat(reason("rtb_flytt", "till_kommun", "248")).isEmpty();
  }

  @Test
  void theMonthOfAssistanceHasItsForm() {
    assertThat(reason("eb", "manad", "202401"))
        .hasValue("column 'manad' cannot be read as a month (YYYY-MM)");
  }

  @Test
  void numberedColumnsBecomeOneListWithoutNullsAtItsEnd() {
    TableDefinition table = definitions.table("par_slutenvard");
    RowReader reader =
        new RowReader(table, header("lopnr", "indatum", "sjukhus", "dia3", "dia1", "dia4"));
    assertThat(read(reader, "p", "2024-01-01", "NUS", "i10.9", "E11P", "NULL")).isEmpty();
    int place = table.columns().indexOf(table.column("secondary_diagnoses").orElseThrow());
    assertThat(reader.value(place)).isEqualTo(Arrays.asList("E11", null, "I109"));
    assertThat(read(reader, "p", "2024-01-01", "NUS", "", "", "")).isEmpty();
    assertThat(reader.value(place)).isEqualTo(List.of());
  }

  @Test
  void aColumnBeyondTheContractsNumberIsUnknown() {
    TableDefinition table = definitions.table("par_slutenvard");
    assertThat(header("dia30", "dia31", "dia0", "dia01", "ekod7", "ekod8", "dia").unknown(table))
        .containsExactly("dia31", "dia0", "dia01", "ekod8", "dia");
    assertThat(header("dia31", "ekod99").unknown(definitions.table("par_oppenvard"))).isEmpty();
    assertThat(header("dia11", "kva21", "kva20").unknown(definitions.table("pv_kontakt")))
        .containsExactly("dia11", "kva21");
  }

  /** What one field of a delivered column is read as. */
  private @Nullable Object value(String tableName, String column, String field) {
    TableDefinition table = definitions.table(tableName);
    Header header = header(column);
    RowReader reader = new RowReader(table, header);
    reader.start();
    assertThat(reader.take(0, field)).isEmpty();
    return reader.value(header.slots(table).get(0).orElseThrow().column());
  }

  /** The reason that a good row of the table gets when one of its columns says something else. */
  private Optional<String> reason(String tableName, String column, String value) {
    TableDefinition table = definitions.table(tableName);
    List<String> names =
        table.columns().stream()
            .filter(known -> !known.isList())
            .map(known -> known.delivered())
            .toList();
    RowReader reader = new RowReader(table, header(names.toArray(String[]::new)));
    return read(
        reader,
        names.stream()
            .map(name -> name.equals(column) ? value : GoodRows.value(table, name))
            .toArray(String[]::new));
  }

  private static Optional<String> read(RowReader reader, String... fields) {
    reader.start();
    return IntStream.range(0, fields.length)
        .mapToObj(place -> reader.take(place, fields[place]))
        .flatMap(Optional::stream)
        .findFirst()
        .or(reader::end);
  }

  private static Header header(String... names) {
    return new Header(List.of(names));
  }
}
