package se.jamlik.pipeline.conform;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import se.jamlik.pipeline.adapt.MonthRows;

/**
 * What the reading of one part of a delivery came to. It holds counts, never a value.
 *
 * @param number of the delivery
 * @param kept rows that keep the contract
 * @param asides why rows went aside
 * @param months rows that keep the contract, by municipality and month
 * @param finds what may be a personnummer, by column
 * @param failure why the part could not be read to its end, or an empty text
 */
record ChunkOutcome(
    int number,
    long kept,
    long quarantined,
    long blankLines,
    List<Aside> asides,
    List<MonthRows> months,
    List<Find> finds,
    String failure)
    implements Serializable {

  /**
   * What may be a personnummer in one column of the part.
   *
   * @param column place in the header from 0; {@link Guard#NO_COLUMN} outside its columns
   * @param certain rows with one for certain
   * @param firstCertain line of the first of them
   * @param bare rows with ten bare digits that may be one
   * @param firstBare line of the first of them
   * @param distinct hashes of the values with ten bare digits
   */
  record Find(
      int column, long certain, long firstCertain, long bare, long firstBare, Set<Long> distinct)
      implements Serializable {}
}
