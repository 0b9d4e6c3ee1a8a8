package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.link.RecordKey;

/**
 * The sums of several calendar years together, for all cells of the scope, the municipalities and
 * the RegSO. A person may be in different groups in different years, so that persons' rows are
 * brought together first; only cells reach the driver.
 *
 * @param leftOutOfScope by term, the municipalities that the scope is computed without
 */
record PooledSums(List<Term> terms, List<Set<String>> leftOutOfScope, RecordKey keys) {

  /** The sums of the terms in every cell of the years together. */
  CellSums of(Persons persons, List<MeasuredPeriod> yearsTogether) {
    HashMap<String, List<String>> pooledByYear = new HashMap<>();
    for (MeasuredPeriod together : yearsTogether) {
      together
          .parts()
          .forEach(
              year ->
                  pooledByYear
                      .computeIfAbsent(year, absent -> new ArrayList<>())
                      .add(together.name()));
    }
    Added added = new Added(terms, List.of());
    CellSums sums = new CellSums(terms, (term, municipality) -> false);
    persons
        .together(
            "pooled_years",
            new TreeSet<>(pooledByYear.keySet()),
            rows ->
                new HashMap<>(
                    rows(rows, pooledByYear)
                        .javaRDD()
                        .mapPartitionsToPair(
                            new PooledKernel(terms, pooledByYear, leftOutOfScope, keys))
                        .reduceByKey((one, other) -> Kernel.merged(added, one, other))
                        .collectAsMap()))
        .forEach(sums::put);
    return sums;
  }

  /** The rows of those years that are in some population, those of a person beside each other. */
  private Dataset<Row> rows(Dataset<Row> personPeriods, Map<String, List<String>> pooledByYear) {
    List<Column> selected = new ArrayList<>();
    List<Column> numerators = new ArrayList<>();
    BaseCell.PERSON_PERIOD_COLUMNS.forEach(name -> selected.add(col(name)));
    for (int term = 0; term < terms.size(); term++) {
      List<Column> columns = terms.get(term).columns(term);
      selected.addAll(columns);
      numerators.add(columns.get(0));
    }
    return personPeriods
        .where(col("period").isin(pooledByYear.keySet().toArray()))
        .where(coalesce(numerators.toArray(Column[]::new)).isNotNull())
        .select(selected.toArray(Column[]::new))
        .repartition(col("person"))
        .sortWithinPartitions(col("person"));
  }
}
