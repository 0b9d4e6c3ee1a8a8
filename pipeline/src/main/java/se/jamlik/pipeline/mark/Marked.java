package se.jamlik.pipeline.mark;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.vocabulary.Coverage;

/**
 * What mark leaves to measure.
 *
 * @param personPeriods one row per person and period, sorted so: the columns of the population
 *     followed by the facts, numbers 0 and flags false where a person has none
 */
public record Marked(Dataset<Row> personPeriods, Coverage coverage) {}
