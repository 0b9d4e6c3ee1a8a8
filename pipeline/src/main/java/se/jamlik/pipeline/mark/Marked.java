package se.jamlik.pipeline.mark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * What mark leaves to measure.
 *
 * @param parts one row per person and period, sorted so: the columns of the population followed by
 *     the facts, numbers 0 and flags false where a person has none
 * @param codeListHits how often each group of each code list occurs; exact, not to be published
 */
public record Marked(TableInParts parts, Coverage coverage, ReleaseTable codeListHits) {
  /** All rows. */
  public Dataset<Row> personPeriods() {
    return parts.rows();
  }
}
