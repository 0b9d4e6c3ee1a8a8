package se.jamlik.pipeline.link;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Counts rows and distinct persons of one part of the people, whose rows lie together. Each row
 * counts in its year and in all years.
 */
final class LinkCounts {
  static final StructType SCHEMA =
      new StructType()
          .add("table", DataTypes.StringType)
          .add("municipality", DataTypes.StringType)
          .add("period", DataTypes.StringType)
          .add("rows", DataTypes.LongType)
          .add("rows_linked", DataTypes.LongType)
          .add("rows_after_as_of", DataTypes.LongType)
          .add("persons", DataTypes.LongType)
          .add("persons_linked", DataTypes.LongType)
          .add("persons_key", DataTypes.LongType)
          .add("persons_linked_key", DataTypes.LongType);

  private final RecordKey recordKey;
  private final Map<Group, Counts> counts = new HashMap<>();

  /** Groups in which the person at hand is counted already. */
  private final Set<Group> countedIn = new HashSet<>();

  private long person;

  LinkCounts(RecordKey recordKey) {
    this.recordKey = recordKey;
  }

  private record Group(String table, String municipality, String period) {}

  private static final class Counts {
    private long rows;
    private long rowsLinked;
    private long rowsAfterAsOf;
    private long persons;
    private long personsLinked;
    private long personsKey;
    private long personsLinkedKey;
  }

  /**
   * The counts of each group.
   *
   * @param rows (person, table, municipality, year, rows, rows_after_as_of, record_key) with all
   *     rows of a person together; the record key is null for persons who are not linked
   */
  Iterator<Row> of(Iterator<Row> rows) {
    while (rows.hasNext()) {
      Row row = rows.next();
      if (row.getLong(0) != person) {
        person = row.getLong(0);
        countedIn.clear();
      }
      count(row, LinkRate.ALL);
      if (!row.isNullAt(3)) {
        count(row, Integer.toString(row.getInt(3)));
      }
    }
    return counts.entrySet().stream().map(LinkCounts::row).iterator();
  }

  private void count(Row row, String period) {
    Group group = new Group(row.getString(1), row.getString(2), period);
    Counts count = counts.computeIfAbsent(group, any -> new Counts());
    boolean isLinked = !row.isNullAt(6);
    count.rows += row.getLong(4);
    count.rowsAfterAsOf += row.getLong(5);
    count.rowsLinked += isLinked ? row.getLong(4) : 0;
    if (row.getLong(4) == 0 || !countedIn.add(group)) {
      return;
    }
    long key = isLinked ? row.getLong(6) : recordKey.applyAsLong(person);
    count.persons++;
    count.personsKey ^= key;
    if (isLinked) {
      count.personsLinked++;
      count.personsLinkedKey ^= key;
    }
  }

  private static Row row(Map.Entry<Group, Counts> entry) {
    Group group = entry.getKey();
    Counts count = entry.getValue();
    return RowFactory.create(
        group.table(),
        group.municipality(),
        group.period(),
        count.rows,
        count.rowsLinked,
        count.rowsAfterAsOf,
        count.persons,
        count.personsLinked,
        count.personsKey,
        count.personsLinkedKey);
  }
}
