package se.jamlik.pipeline.quality;

import java.util.List;
import se.jamlik.pipeline.adapt.MonthRows;

/**
 * What one pass over a table has counted.
 *
 * @param rows of the table, each of which holds its key
 * @param counts of the checks of its rows
 * @param months by month and municipality; empty where no check needs them
 */
public record TableCounts(long rows, List<Count> counts, List<MonthRows> months) {
  public TableCounts {
    counts = List.copyOf(counts);
    months = List.copyOf(months);
  }
}
