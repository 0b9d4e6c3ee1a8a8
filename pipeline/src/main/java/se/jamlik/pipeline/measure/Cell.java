package se.jamlik.pipeline.measure;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import se.jamlik.pipeline.vocabulary.Areas;

/**
 * A group of persons in a period, by the words that the release's tables use.
 *
 * @param areaLevel scope, municipality, regso or deso
 * @param area its code; scope for the scope
 * @param sex all, women or men
 * @param ageGroup all or a shown group
 * @param dimension none, income_quintile, education or birth_region
 * @param category all or a group of the dimension
 */
public record Cell(
    String period,
    String areaLevel,
    String area,
    String sex,
    String ageGroup,
    String dimension,
    String category)
    implements Comparable<Cell>, Serializable {
  public static final String ALL = "all";
  public static final String NONE = "none";
  public static final String SCOPE = "scope";
  public static final String MUNICIPALITY = "municipality";

  private static final Comparator<Cell> ORDER =
      Comparator.comparing(Cell::period)
          .thenComparing(Cell::areaLevel)
          .thenComparing(Cell::area)
          .thenComparing(Cell::sex)
          .thenComparing(Cell::ageGroup)
          .thenComparing(Cell::dimension)
          .thenComparing(Cell::category);

  public static Cell wholeArea(String period, String areaLevel, String area) {
    return new Cell(period, areaLevel, area, ALL, ALL, NONE, ALL);
  }

  Cell ofSex(String one) {
    return new Cell(period, areaLevel, area, one, ageGroup, dimension, category);
  }

  Cell ofAgeGroup(String one) {
    return new Cell(period, areaLevel, area, sex, one, dimension, category);
  }

  Cell of(String oneDimension, String one) {
    return new Cell(period, areaLevel, area, sex, ageGroup, oneDimension, one);
  }

  public boolean isScope() {
    return areaLevel.equals(SCOPE);
  }

  /** The municipalities that the cell lies in; none for the scope, and where nobody tells. */
  SortedSet<String> municipalities(Areas areas) {
    return switch (areaLevel) {
      case SCOPE -> Collections.emptySortedSet();
      case MUNICIPALITY -> new TreeSet<>(Set.of(area));
      default -> areas.municipalitiesOf(area);
    };
  }

  /** Standardised values are given without age group, at scope and municipality. */
  public boolean isStandardised() {
    return ageGroup.equals(ALL) && (isScope() || areaLevel.equals(MUNICIPALITY));
  }

  @Override
  public int compareTo(Cell other) {
    return ORDER.compare(this, other);
  }
}
