package se.jamlik.pipeline.mark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * What mark leaves to measure.
 *
 * @param personPeriods one row per person and period, sorted so: the columns of the population
 *     followed by the facts, numbers 0 and flags false where a person has none
 * @param codeListHits how often each group of each code list occurs; exact, not to be published
 */
public record Marked(Dataset<Row> personPeriods, Coverage coverage, ReleaseTable codeListHits) {}
