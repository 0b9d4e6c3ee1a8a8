package se.jamlik.pipeline.measure;

import java.util.Collection;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The rows of persons and periods as passes read them: a pass adds them up, and only its sums reach
 * the driver.
 */
public interface Persons {
  /**
   * What a pass finds, which must find of each period the same whatever other periods are there.
   *
   * @param name of the pass
   * @param merged of what it finds of different periods
   */
  <T> T ofPeriods(String name, Function<Dataset<Row>, T> pass, BinaryOperator<T> merged);

  /** What a pass finds in the rows of some periods at least. */
  <T> T together(String name, Collection<String> periods, Function<Dataset<Row>, T> pass);

  /** All rows, read once a pass. */
  static Persons of(Dataset<Row> rows) {
    Dataset<Row> few = inFewTasks(rows);
    return new Persons() {
      @Override
      public <T> T ofPeriods(
          String name, Function<Dataset<Row>, T> pass, BinaryOperator<T> merged) {
        return pass.apply(few);
      }

      @Override
      public <T> T together(
          String name, Collection<String> periods, Function<Dataset<Row>, T> pass) {
        return pass.apply(few);
      }
    };
  }

  /** A task has all cells in memory and hands them on, so that tasks cost more than rows. */
  static Dataset<Row> inFewTasks(Dataset<Row> rows) {
    return rows.coalesce(rows.sparkSession().sparkContext().defaultParallelism());
  }
}
