package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

final class DataDictionaryTest {
  private final DataDictionary dictionary = DataDictionary.read();

  /** The tables of the release contract, column by column. */
  private static final Map<String, String> CONTRACT =
      Map.ofEntries(
          Map.entry(
              "indicator_value",
              "indicator period period_start period_end preliminary area_level area area_name sex"
                  + " age_group dimension category standard numerator denominator value ci_low"
                  + " ci_high unit status reason"),
          Map.entry(
              "equity",
              "indicator period area_level area sex dimension standard measure value ci_low ci_high"
                  + " groups missing_share status reason"),
          Map.entry(
              "condition_prevalence",
              "grouper condition period area_level area sex age_group persons population value"
                  + " ci_low ci_high status reason"),
          Map.entry(
              "condition_pair",
              "grouper condition_a condition_b period sex age_group persons expected lift ci_low"
                  + " ci_high status reason"),
          Map.entry(
              "condition_count",
              "grouper period area_level area sex age_group income_quintile conditions persons"
                  + " population value status reason"),
          Map.entry(
              "signal",
              "indicator period area kind value reference low_95 high_95 low_998 high_998 verdict"
                  + " status reason"),
          Map.entry(
              "indicator",
              "indicator name_sv name_en theme question_sv numerator denominator unit direction"
                  + " source code_lists code_list_status definition_version tables"),
          Map.entry("code_list", "code_list group code description weight source status version"),
          Map.entry(
              "link_rate",
              "table municipality period rows rows_linked persons persons_linked rate"),
          Map.entry(
              "delivery",
              "table file sha256 delivered_at rows accepted quarantined duplicates replaced"
                  + " blank_lines unknown_columns verdict"),
          Map.entry(
              "quality",
              "table check column period municipality level violated total share threshold"
                  + " verdict"),
          Map.entry("suppression", "table indicator period cells primary secondary share"),
          Map.entry(
              "about", "release as_of data_through code_version definitions_version citation"));

  @Test
  void everyTableAndColumnOfTheContractIsExplained() {
    List<ReleaseTable> tables =
        CONTRACT.entrySet().stream()
            .map(
                table -> {
                  StructType schema = new StructType();
                  for (String column : table.getValue().split(" ", -1)) {
                    schema = schema.add(column, DataTypes.StringType);
                  }
                  return new ReleaseTable(table.getKey(), schema, List.of());
                })
            .toList();

    assertThatCode(() -> dictionary.requireMeanings(tables)).doesNotThrowAnyException();
  }

  @Test
  void keysAreColumnsOfTheirTables() {
    assertThat(dictionary.tables().keySet()).containsAll(CONTRACT.keySet());
    CONTRACT.forEach(
        (table, columns) ->
            assertThat(Arrays.asList(columns.split(" ", -1))).containsAll(dictionary.key(table)));
  }

  @Test
  void everyMeaningIsASentenceInBothLanguages() {
    Stream.concat(
            dictionary.columns().values().stream(),
            dictionary.tables().values().stream()
                .flatMap(
                    table ->
                        Stream.concat(
                            Stream.of(table.meaning()), table.columns().values().stream())))
        .forEach(
            meaning ->
                assertThat(List.of(meaning.en(), meaning.sv()))
                    .allMatch(text -> text.endsWith(".")));
  }
}
