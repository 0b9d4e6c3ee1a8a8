package se.jamlik.pipeline.conform;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.vocabulary.ColumnDefinition;
import se.jamlik.pipeline.vocabulary.ColumnType;
import se.jamlik.pipeline.vocabulary.Deliverer;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Counts the rows of a delivery by municipality and month while they are read, so that files can be
 * compared month by month without being read again.
 */
final class MonthTally {
  /** Places counted, so that a file of nonsense takes no memory; sixty years of a hundred. */
  private static final int MOST_PLACES = 100 * 12 * 60;

  private static final int NOWHERE = -1;

  private final ColumnType eventType;
  private final int event;
  private final int municipality;
  private final Map<Place, long[]> rows = new TreeMap<>();

  MonthTally(TableDefinition table) {
    List<ColumnDefinition> columns = table.columns();
    int found = NOWHERE;
    int deliverer = NOWHERE;
    for (int column = 0; column < columns.size(); column++) {
      if (columns.get(column).name().equals(table.event())) {
        found = column;
      }
      if (table.deliverer() == Deliverer.MUNICIPALITY
          && columns.get(column).type() == ColumnType.MUNICIPALITY) {
        deliverer = column;
      }
    }
    boolean hasMonth = found != NOWHERE && columns.get(found).type() != ColumnType.INT;
    this.event = hasMonth ? found : NOWHERE;
    this.eventType = hasMonth ? columns.get(found).type() : ColumnType.DATE;
    this.municipality = deliverer;
  }

  private record Place(String municipality, int month) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byMunicipality = municipality.compareTo(other.municipality);
      return byMunicipality == 0 ? Integer.compare(month, other.month) : byMunicipality;
    }
  }

  /** Counts the row that the reader holds; one without a day or a deliverer is nobody's month. */
  void add(RowReader reader) {
    Object day = event == NOWHERE ? null : reader.value(event);
    Object deliverer = municipality == NOWHERE ? MonthRows.ALL : reader.value(municipality);
    if (day != null && deliverer != null) {
      Place place = new Place(deliverer.toString(), month(day));
      long[] count = rows.get(place);
      if (count != null) {
        count[0]++;
      } else if (rows.size() < MOST_PLACES) {
        rows.put(place, new long[] {1});
      }
    }
  }

  private int month(Object day) {
    if (eventType == ColumnType.MONTH) {
      String text = day.toString();
      return Integer.parseInt(text.substring(0, 4)) * 12 + Integer.parseInt(text.substring(5)) - 1;
    }
    LocalDate date = LocalDate.ofEpochDay((Integer) day);
    return date.getYear() * 12 + date.getMonthValue() - 1;
  }

  /** By municipality and month. */
  List<MonthRows> months() {
    return rows.entrySet().stream()
        .map(
            place ->
                new MonthRows(
                    place.getKey().municipality(), place.getKey().month(), place.getValue()[0]))
        .toList();
  }

  /** Those of all parts of a delivery. */
  static List<MonthRows> together(List<ChunkOutcome> parts) {
    Map<Place, Long> all = new TreeMap<>();
    for (ChunkOutcome part : parts) {
      for (MonthRows month : part.months()) {
        all.merge(new Place(month.municipality(), month.month()), month.rows(), Long::sum);
      }
    }
    return all.entrySet().stream()
        .map(
            place ->
                new MonthRows(
                    place.getKey().municipality(), place.getKey().month(), place.getValue()))
        .toList();
  }
}
