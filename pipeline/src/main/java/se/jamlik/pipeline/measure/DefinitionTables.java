package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Lineage;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/** The tables of the release that say what its numbers mean: indicator and code_list. */
public final class DefinitionTables {
  public static final StructType INDICATOR_SCHEMA =
      text(
          "indicator",
          "name_sv",
          "name_en",
          "theme",
          "question_sv",
          "question_en",
          "numerator",
          "denominator",
          "unit",
          "direction",
          "source",
          "code_lists",
          "code_list_status",
          "definition_version",
          "tables");
  public static final StructType CODE_LIST_SCHEMA =
      text("code_list", "group", "code", "description")
          .add("weight", DoubleType)
          .add("source", StringType)
          .add("status", StringType)
          .add("version", StringType);

  private static final String SWEDISH = "sv";
  private static final String ENGLISH = "en";

  private DefinitionTables() {}

  public static List<ReleaseTable> of(Definitions definitions) {
    Lineage lineage = new Lineage(definitions);
    return List.of(
        new ReleaseTable(
            "indicator",
            INDICATOR_SCHEMA,
            definitions.indicators().stream()
                .sorted(Comparator.comparing(IndicatorDefinition::id))
                .map(indicator -> row(indicator, definitions, lineage))
                .toList()),
        new ReleaseTable(
            "code_list",
            CODE_LIST_SCHEMA,
            new TreeMap<>(definitions.codeLists())
                .values().stream().flatMap(DefinitionTables::rows).toList()));
  }

  private static Row row(IndicatorDefinition indicator, Definitions definitions, Lineage lineage) {
    return RowFactory.create(
        indicator.id(),
        indicator.name().get(SWEDISH),
        indicator.name().get(ENGLISH),
        indicator.theme(),
        indicator.question().get(SWEDISH),
        indicator.question().get(ENGLISH),
        counted(indicator.counted(), "numerator", indicator.numerator()),
        counted(indicator.counted(), "denominator", indicator.denominator()),
        indicator.unit(),
        indicator.direction().name().toLowerCase(Locale.ROOT),
        indicator.source(),
        String.join(", ", indicator.codeLists()),
        definitions.codeListStatusOf(indicator).orElse(null),
        definitions.versionOf(indicator),
        String.join(", ", lineage.tablesOf(indicator)));
  }

  private static String counted(
      @Nullable Map<String, String> inWords, String part, String expression) {
    return inWords == null ? expression : inWords.getOrDefault(part, expression);
  }

  /** Codes in the order of group, code and description; the weight is null in lists without. */
  private static Stream<Row> rows(CodeList list) {
    boolean hasWeights = list.codes().stream().anyMatch(code -> code.weight() != 0);
    return list.codes().stream()
        .sorted(
            Comparator.comparing(CodeList.Code::group)
                .thenComparing(CodeList.Code::prefix)
                .thenComparing(CodeList.Code::description))
        .map(
            code ->
                RowFactory.create(
                    list.id(),
                    code.group(),
                    code.prefix(),
                    code.description(),
                    hasWeights ? code.weight() : null,
                    list.source(),
                    code.status(),
                    list.version()));
  }

  private static StructType text(String... names) {
    StructType schema = new StructType();
    for (String name : names) {
      schema = schema.add(name, StringType);
    }
    return schema;
  }
}
