package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;

/**
 * The finest groups that rows are added to. A row belongs to one for each of the three dimensions,
 * to one for its RegSO, and to three for its conditions; every other group is a union of these.
 *
 * @param by income_quintile, education, birth_region, regso, deso, conditions, pairs or triads
 * @param municipality scope for pairs and triads
 * @param category the group of the dimension, or the code of the area; all for conditions, pairs
 *     and triads
 * @param sex women or men; all for areas and triads
 * @param band one of the age bands; 0 for areas, pairs and triads
 */
record BaseCell(
    String period, String municipality, String by, String category, String sex, int band)
    implements Serializable, Comparable<BaseCell> {
  static final String INCOME = "income_quintile";
  static final String EDUCATION = "education";
  static final String BIRTH_REGION = "birth_region";
  static final String REGSO = "regso";
  static final String DESO = "deso";

  /** By these, persons are in cells of their own for their conditions, pairs and triads of them. */
  static final String CONDITIONS = "conditions";

  static final String PAIRS = "pairs";
  static final String TRIADS = "triads";

  private static final Comparator<BaseCell> ORDER =
      Comparator.comparing(BaseCell::period)
          .thenComparing(BaseCell::municipality)
          .thenComparing(BaseCell::by)
          .thenComparing(BaseCell::category)
          .thenComparing(BaseCell::sex)
          .thenComparing(BaseCell::band);

  /** The columns that {@link #ofPersonPeriod} reads, in its order. */
  static final List<String> PERSON_PERIOD_COLUMNS =
      List.of(
          "person", "period", "municipality", "sex", "age", REGSO, INCOME, EDUCATION, BIRTH_REGION);

  /** The columns that {@link #ofPersonInSmallArea} reads, in its order. */
  static final List<String> SMALL_AREA_COLUMNS = List.of("person", "period", DESO, "municipality");

  static List<BaseCell> ofPersonPeriod(Row row) {
    String period = row.getString(1);
    String municipality = row.getString(2);
    String sex = row.getString(3);
    int band = AgeBands.of(row.getInt(4));
    BaseCell income = new BaseCell(period, municipality, INCOME, row.getString(6), sex, band);
    BaseCell education = new BaseCell(period, municipality, EDUCATION, row.getString(7), sex, band);
    BaseCell birth = new BaseCell(period, municipality, BIRTH_REGION, row.getString(8), sex, band);
    return row.isNullAt(5)
        ? List.of(income, education, birth)
        : List.of(income, education, birth, area(period, municipality, REGSO, row.getString(5)));
  }

  /** Conditions are counted by municipality, sex and age. */
  static BaseCell ofConditions(Row row) {
    int band = AgeBands.of(row.getInt(4));
    return new BaseCell(
        row.getString(1), row.getString(2), CONDITIONS, Cell.ALL, row.getString(3), band);
  }

  /** Pairs of conditions are counted by sex alone. */
  static BaseCell ofPairs(Row row) {
    return new BaseCell(row.getString(1), Cell.SCOPE, PAIRS, Cell.ALL, row.getString(3), 0);
  }

  /** Triads are counted in the scope as a whole. */
  static BaseCell ofTriads(Row row) {
    return new BaseCell(row.getString(1), Cell.SCOPE, TRIADS, Cell.ALL, Cell.ALL, 0);
  }

  static List<BaseCell> ofPersonInSmallArea(Row row) {
    return List.of(area(row.getString(1), row.getString(3), DESO, row.getString(2)));
  }

  /** Where the residents of areas live, by the area's code. */
  static Map<String, SortedSet<String>> municipalities(Collection<BaseCell> areas) {
    return areas.stream()
        .collect(
            Collectors.groupingBy(
                BaseCell::category,
                Collectors.mapping(BaseCell::municipality, Collectors.toCollection(TreeSet::new))));
  }

  /** The same group in other years. */
  BaseCell during(String other) {
    return new BaseCell(other, municipality, by, category, sex, band);
  }

  private static BaseCell area(String period, String municipality, String by, String area) {
    return new BaseCell(period, municipality, by, area, Cell.ALL, 0);
  }

  @Override
  public int compareTo(BaseCell other) {
    return ORDER.compare(this, other);
  }
}
