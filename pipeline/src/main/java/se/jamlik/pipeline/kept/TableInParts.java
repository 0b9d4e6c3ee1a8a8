package se.jamlik.pipeline.kept;

import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table whose parts can be read and compared each for itself. */
public interface TableInParts {
  /** All rows. */
  Dataset<Row> rows();

  /** The rows of some places at least. */
  Dataset<Row> of(Predicate<Place> places);

  /** A value that changes when a row of the places does, or {@link Origin#UNKNOWN}. */
  String content(Predicate<Place> places);

  /** Rows of which nobody knows whether they have changed. */
  static TableInParts unknown(Dataset<Row> rows) {
    return new TableInParts() {
      @Override
      public Dataset<Row> rows() {
        return rows;
      }

      @Override
      public Dataset<Row> of(Predicate<Place> places) {
        return rows;
      }

      @Override
      public String content(Predicate<Place> places) {
        return Origin.UNKNOWN;
      }
    };
  }
}
