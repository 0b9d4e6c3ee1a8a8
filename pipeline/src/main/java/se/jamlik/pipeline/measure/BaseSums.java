package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.link.RecordKey;

/** The sums of all base cells, as Spark adds them up; only cells reach the driver. */
final class BaseSums {
  private final Added added;
  private final RecordKey keys;

  BaseSums(Added added, RecordKey keys) {
    this.added = added;
    this.keys = keys;
  }

  /** By dimension, sex and age band, by RegSO, and by conditions, for every period. */
  SortedMap<BaseCell, long[][]> ofPeriods(Dataset<Row> personPeriods) {
    Dataset<Row> rows = withAdded(personPeriods, BaseCell.PERSON_PERIOD_COLUMNS);
    return collected(
        rows,
        new Kernel(
            added, BaseCell::ofPersonPeriod, BaseCell.PERSON_PERIOD_COLUMNS.size(), keys, true));
  }

  /**
   * Terms alone, by DeSO over several periods together. The rows of a person who lived in one DeSO
   * all the while are added first, so that the person is one of those behind the count.
   */
  SortedMap<BaseCell, long[][]> ofSmallAreas(
      Dataset<Row> personPeriods, List<String> periods, String together) {
    Dataset<Row> inPeriods =
        personPeriods
            .where(col("period").isin(periods.toArray()))
            .where(col(BaseCell.DESO).isNotNull())
            .withColumn("period", lit(together));
    List<Column> sums = termColumns().map(name -> sum(col(name)).as(name)).toList();
    Dataset<Row> persons =
        withAdded(inPeriods, BaseCell.SMALL_AREA_COLUMNS)
            .groupBy("person", "period", BaseCell.DESO)
            .agg(min("municipality").as("municipality"), sums.toArray(Column[]::new));
    return collected(
        persons,
        new Kernel(
            added, BaseCell::ofPersonInSmallArea, BaseCell.SMALL_AREA_COLUMNS.size(), keys, false));
  }

  private Dataset<Row> withAdded(Dataset<Row> personPeriods, List<String> columns) {
    List<Column> selected = new ArrayList<>();
    columns.forEach(name -> selected.add(col(name)));
    selected.addAll(added.columns());
    return personPeriods.select(selected.toArray(Column[]::new));
  }

  private Stream<String> termColumns() {
    List<Term> terms = added.terms();
    return IntStream.range(0, terms.size())
        .boxed()
        .flatMap(i -> terms.get(i).columnExpressions(i).keySet().stream());
  }

  private SortedMap<BaseCell, long[][]> collected(Dataset<Row> rows, Kernel kernel) {
    Added merged = added;
    return new TreeMap<>(
        rows.javaRDD()
            .mapPartitionsToPair(kernel)
            .reduceByKey((one, other) -> Kernel.merged(merged, one, other))
            .collectAsMap());
  }
}
