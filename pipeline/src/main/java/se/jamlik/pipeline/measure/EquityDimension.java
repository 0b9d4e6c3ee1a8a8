package se.jamlik.pipeline.measure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What persons are divided by when groups are compared (measures.md section 4).
 *
 * @param name as in column dimension of table equity
 * @param groups all that it has, the least advantaged first where they have an order; people whose
 *     group is not known, and those under 25 in education, are in none of them
 * @param measures those that it has
 */
public record EquityDimension(String name, List<String> groups, Set<EquityMeasure> measures) {
  public static final String SEX = "sex";
  public static final String MUNICIPALITY = Cell.MUNICIPALITY;

  /** Of people whose group is not known. */
  public static final String MISSING = "missing";

  public EquityDimension {
    groups = List.copyOf(groups);
    measures = Set.copyOf(measures);
  }

  /**
   * All dimensions.
   *
   * @param municipalities of the scope
   */
  public static List<EquityDimension> of(List<String> municipalities) {
    Set<EquityMeasure> all = EnumSet.allOf(EquityMeasure.class);
    Set<EquityMeasure> withoutOrder = EnumSet.copyOf(all);
    withoutOrder.removeIf(EquityMeasure::isOfOrder);
    Set<EquityMeasure> withoutEnds = EnumSet.copyOf(withoutOrder);
    withoutEnds.removeIf(EquityMeasure::isOfEnds);
    return List.of(
        new EquityDimension(BaseCell.INCOME, List.of("1", "2", "3", "4", "5"), all),
        new EquityDimension(BaseCell.EDUCATION, List.of("low", "medium", "high"), all),
        new EquityDimension(BaseCell.BIRTH_REGION, List.of("abroad", "sweden"), withoutOrder),
        new EquityDimension(SEX, List.of("women", "men"), withoutOrder),
        new EquityDimension(MUNICIPALITY, municipalities, withoutEnds));
  }

  /** The groups that a measure uses: the first and the last, or all. */
  public List<String> groupsOf(EquityMeasure measure) {
    return measure.isOfEnds() ? List.of(groups.get(0), groups.get(groups.size() - 1)) : groups;
  }
}
