package se.jamlik.reports.release;

import java.util.List;

/**
 * What a release tells of who is ill with what. The lists of a table that was not delivered are
 * empty.
 *
 * @param population residents with and without multimorbidity by age and sex
 * @param conditions how common each condition is in the scope
 * @param together pairs and triads of conditions in the scope
 */
public record Morbidity(
    List<PopulationGroup> population,
    List<CommonCondition> conditions,
    List<ConditionsTogether> together) {
  public Morbidity {
    population = List.copyOf(population);
    conditions = List.copyOf(conditions);
    together = List.copyOf(together);
  }
}
