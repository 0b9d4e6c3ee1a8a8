package se.jamlik.pipeline.mark;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * The code lists as small tables that the facts join: matching is done once for each code that
 * occurs, not for each row that holds it.
 *
 * <ul>
 *   <li>code_mask: one row per list and code that matches it, for lists of at most 64 groups
 *   <li>code_group: one row per list, code and group that the code belongs to
 *   <li>group_bit: one row per list and group, with the group's bit in a mask
 * </ul>
 */
final class CodeTables {
  private static final StructType CODE_MASK =
      StructType.fromDDL("code_list string, code string, mask bigint");
  private static final StructType CODE_GROUP =
      StructType.fromDDL("code_list string, code string, code_group string, weight decimal(9, 3)");
  private static final StructType GROUP_BIT =
      StructType.fromDDL("code_list string, code_group string, bit bigint, weight decimal(9, 3)");

  private CodeTables() {}

  /** All lists but the groupers that nobody asks for: neither the settings nor an indicator. */
  static List<CodeList> inUse(Definitions definitions, Settings settings) {
    return definitions.codeLists().values().stream()
        .filter(
            list ->
                !Settings.ALL_GROUPERS.contains(list.id())
                    || settings.groupers().contains(list.id())
                    || definitions.indicators().stream()
                        .anyMatch(indicator -> indicator.codeLists().contains(list.id())))
        .toList();
  }

  /** The tables by name, for the codes that occur. */
  static Map<String, Dataset<Row>> of(
      SparkSession spark, Collection<CodeList> lists, OccurringCodes occurring) {
    List<Row> masks = new ArrayList<>();
    List<Row> groups = new ArrayList<>();
    List<Row> bits = new ArrayList<>();
    for (CodeList list : lists.stream().sorted(Comparator.comparing(CodeList::id)).toList()) {
      CodeMatching matching = CodeMatching.with(list);
      Map<String, BigDecimal> weights = weights(list);
      List<String> matchable = matchable(list, occurring);
      for (String code : matchable) {
        matching
            .groupsOf(code)
            .forEach(
                group -> groups.add(RowFactory.create(list.id(), code, group, weights.get(group))));
      }
      if (matching.hasMask()) {
        matchable.stream()
            .filter(code -> matching.maskOf(code) != 0)
            .forEach(code -> masks.add(RowFactory.create(list.id(), code, matching.maskOf(code))));
        weights.forEach(
            (group, weight) ->
                bits.add(RowFactory.create(list.id(), group, matching.bit(group), weight)));
      }
    }
    return Map.of(
        "code_mask", spark.createDataFrame(masks, CODE_MASK),
        "code_group", spark.createDataFrame(groups, CODE_GROUP),
        "group_bit", spark.createDataFrame(bits, GROUP_BIT));
  }

  private static List<String> matchable(CodeList list, OccurringCodes occurring) {
    return occurring.of(list).keySet().stream()
        .filter(code -> list.isOfDrugs() || CodeMatching.isMatchable(code))
        .sorted()
        .toList();
  }

  private static Map<String, BigDecimal> weights(CodeList list) {
    return list.codes().stream()
        .collect(
            Collectors.toMap(
                CodeList.Code::group,
                code -> BigDecimal.valueOf(code.weight()),
                (one, other) -> one,
                TreeMap::new));
  }
}
