package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.List;
import java.util.Locale;
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
          .add("category", StringType);

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
        word(result.check().rule().category()));
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
