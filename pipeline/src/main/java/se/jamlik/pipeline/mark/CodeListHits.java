package se.jamlik.pipeline.mark;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * How often the groups of the code lists occur in all that was linked, whatever the period: one row
 * per list and group. The numbers are exact, so the table stays in the folder {@code measured}.
 */
final class CodeListHits {
  static final String TABLE = "code_list_hit";
  private static final StructType SCHEMA =
      new StructType()
          .add("code_list", StringType)
          .add("group", StringType)
          .add("codes", LongType)
          .add("rows", LongType);

  private CodeListHits() {}

  /**
   * The table: different codes that occur and match the group, and the rows that hold them. A group
   * that nothing matches is there with zeros.
   */
  static ReleaseTable of(Collection<CodeList> lists, OccurringCodes occurring) {
    List<Row> rows = new ArrayList<>();
    lists.stream()
        .sorted(Comparator.comparing(CodeList::id))
        .forEach(list -> rows.addAll(rows(list, occurring.of(list))));
    return new ReleaseTable(TABLE, SCHEMA, rows);
  }

  private static List<Row> rows(CodeList list, Map<String, Long> occurring) {
    CodeMatching matching = CodeMatching.with(list);
    Map<String, Long> codes = new TreeMap<>();
    Map<String, Long> rows = new TreeMap<>();
    occurring.forEach(
        (code, rowsOfCode) ->
            matching
                .groupsOf(code)
                .forEach(
                    group -> {
                      codes.merge(group, 1L, Long::sum);
                      rows.merge(group, rowsOfCode, Long::sum);
                    }));
    return list.groups().stream()
        .map(
            group ->
                RowFactory.create(
                    list.id(), group, codes.getOrDefault(group, 0L), rows.getOrDefault(group, 0L)))
        .toList();
  }
}
