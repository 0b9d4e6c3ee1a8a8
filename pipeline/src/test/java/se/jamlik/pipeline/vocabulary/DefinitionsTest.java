package se.jamlik.pipeline.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DefinitionsTest {
  private final Definitions definitions = Definitions.load();

  @Test
  void everyTableOfTheInputContractIsDefined() {
    assertThat(definitions.tables())
        .extracting(TableDefinition::table)
        .containsExactly(
            "bu",
            "dors",
            "eb",
            "geografi",
            "khsl",
            "lisa",
            "lmed",
            "lss",
            "par_oppenvard",
            "par_slutenvard",
            "pv_kontakt",
            "pv_listning",
            "rtb_bef",
            "rtb_flytt",
            "sip",
            "sol",
            "utskrivningsklar");
  }

  @Test
  void twoTablesOfThePopulationAndSixOfCareMustBeThere() {
    assertThat(definitions.tables())
        .filteredOn(TableDefinition::isRequired)
        .extracting(TableDefinition::table)
        .containsExactly(
            "geografi",
            "khsl",
            "lmed",
            "par_oppenvard",
            "par_slutenvard",
            "pv_kontakt",
            "rtb_bef",
            "sol");
  }

  @Test
  void theStatusOfAListIsThatOfItsWeakestCode() {
    assertThat(definitions.codeList("charlson_se").status()).isEqualTo("verified");
    assertThat(definitions.codeList("calderon60").status()).isEqualTo("unverified");
    assertThat(definitions.codeList("calderon60").groups()).hasSize(60);
  }

  @Test
  void theFourGroupersHaveTheirGroups() {
    assertThat(Settings.ALL_GROUPERS)
        .extracting(grouper -> definitions.codeList(grouper).groups().size())
        .containsExactly(60, 46, 59, 40);
    assertThat(Settings.ALL_GROUPERS)
        .allMatch(grouper -> definitions.codeList(grouper).isDecidedByLongestPrefix());
  }

  @Test
  void aChangedListChangesTheVersionOfTheIndicatorsThatStandOnItAlone() {
    CodeList list = definitions.codeList("charlson_se");
    Map<String, CodeList> lists = new HashMap<>(definitions.codeLists());
    lists.put(list.id(), new CodeList(list.id(), list.header(), list.codes(), "another hash"));
    Definitions changed =
        new Definitions(
            definitions.tables(),
            definitions.shapes(),
            lists,
            definitions.derived(),
            definitions.facts(),
            definitions.combined(),
            definitions.indicators(),
            List.of(),
            "version");

    assertThat(definitions.indicators())
        .filteredOn(
            indicator -> !changed.versionOf(indicator).equals(definitions.versionOf(indicator)))
        .isNotEmpty()
        .allMatch(indicator -> indicator.codeLists().contains(list.id()))
        .hasSameSizeAs(
            definitions.indicators().stream()
                .filter(indicator -> indicator.codeLists().contains(list.id()))
                .toList());
  }

  @Test
  void fiveIndicatorsRestOnFiveYearsOfDiagnoses() {
    assertThat(definitions.indicators())
        .filteredOn(IndicatorDefinition::looksBack)
        .extracting(IndicatorDefinition::id)
        .containsExactly("CCI3", "GAP", "MM2", "MM3", "MMPM");
  }

  @Test
  void columnsThatNumberThemselvesBecomeOneList() {
    ColumnDefinition column =
        definitions.table("par_slutenvard").column("secondary_diagnoses").orElseThrow();
    assertThat(column)
        .isEqualTo(
            new ColumnDefinition(
                "dia{n}",
                "secondary_diagnoses",
                ColumnType.ICD10,
                false,
                true,
                List.of(),
                false,
                null,
                "30",
                "Secondary diagnoses."));
  }
}
