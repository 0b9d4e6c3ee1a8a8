package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.quality.Result.Verdict;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * The table {@code quality} of a release: one row per check and what it was made on. It counts rows
 * and files, which are shown as they are (measures.md section 5).
 */
public final class QualityTable {
  public static final String NAME = "quality";
  private static final StructType SCHEMA =
      new StructType()
          .add("table", StringType)
          .add("check", StringType)
          .add("column", StringType)
          .add("period", StringType)
          .add("municipality", StringType)
          .add("level", StringType)
          .add("violated", LongType)
          .add("total", LongType)
          .add("share", DoubleType)
          .add("threshold", DoubleType)
          .add("verdict", StringType)
          .add("has_violations", BooleanType)
          .add("category", StringType)
          .add("problem", StringType)
          .add("problem_sv", StringType);

  private QualityTable() {}

  public static ReleaseTable of(List<Result> results) {
    return new ReleaseTable(NAME, SCHEMA, results.stream().map(QualityTable::row).toList());
  }

  private static Row row(Result result) {
    Count count = result.count();
    boolean isApplicable = result.verdict() != Verdict.NOT_APPLICABLE;
    return RowFactory.create(
        count.table(),
        count.check(),
        result.check().delivered(),
        count.period(),
        count.municipality(),
        word(result.level()),
        count.violated(),
        count.total(),
        isApplicable ? result.share() : null,
        result.threshold(),
        isApplicable ? result.hasFailed() ? "failed" : "passed" : "not_applicable",
        count.violated() > 0,
        word(result.check().rule().category()),
        result.check().rule().says().get("en"),
        result.check().rule().says().get("sv"));
  }

  /**
   * The counts that a kept table tells of; rows of checks that are no more are left out.
   *
   * @param rows by the names of the columns
   */
  public static List<Count> counts(List<Map<String, String>> rows, List<Check> checks) {
    Map<List<String>, Check> byName =
        checks.stream()
            .collect(
                Collectors.toMap(
                    check -> List.of(check.name(), check.table(), check.delivered()),
                    Function.identity()));
    return rows.stream()
        .flatMap(
            row ->
                Stream.ofNullable(
                        byName.get(
                            List.of(word(row, "check"), word(row, "table"), word(row, "column"))))
                    .map(
                        check ->
                            Count.of(
                                check,
                                word(row, "period"),
                                word(row, "municipality"),
                                Long.parseLong(word(row, "violated")),
                                Long.parseLong(word(row, "total")))))
        .toList();
  }

  private static String word(Map<String, String> row, String column) {
    return Objects.requireNonNull(row.get(column));
  }

  /** How a level or a category is written in tables and settings. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
