package se.jamlik.jobs.reference;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.reference.ReferenceStatistics.Estimate;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;
import se.jamlik.jobs.reference.ReferenceTables.IndicatorValue;

/**
 * Rows of indicator_value of one indicator and period.
 *
 * @param reasons that all its rows have, after their own
 */
record ReferenceSheet(
    ReferenceIndicator indicator,
    ReferencePeriod period,
    boolean isPreliminary,
    List<String> reasons) {

  private record Numbers(
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double value,
      @Nullable Double low,
      @Nullable Double high) {}

  IndicatorValue computed(
      ReferenceCell cell,
      String standard,
      Estimate estimate,
      List<Term> terms,
      List<String> ownReasons) {
    double multiplier = indicator.measure().multiplier();
    Numbers numbers =
        new Numbers(
            ReferenceStatistics.numerator(terms),
            ReferenceStatistics.denominator(terms),
            estimate.value() * multiplier,
            estimate.low() == null ? null : estimate.low() * multiplier,
            estimate.high() == null ? null : estimate.high() * multiplier);
    return row(cell, standard, numbers, "shown", ownReasons);
  }

  IndicatorValue notComputed(ReferenceCell cell, String standard, List<String> ownReasons) {
    return row(
        cell, standard, new Numbers(null, null, null, null, null), "not_computed", ownReasons);
  }

  private IndicatorValue row(
      ReferenceCell cell,
      String standard,
      Numbers numbers,
      String status,
      List<String> ownReasons) {
    String reason =
        Stream.concat(ownReasons.stream(), reasons.stream()).collect(Collectors.joining("; "));
    return new IndicatorValue(
        indicator.id(),
        period.name(),
        period.firstDay(),
        period.measureDay(),
        isPreliminary,
        cell.areaLevel(),
        cell.area(),
        cell.sex(),
        cell.ageGroup(),
        cell.dimension(),
        cell.category(),
        standard,
        numbers.numerator(),
        numbers.denominator(),
        numbers.value(),
        numbers.low(),
        numbers.high(),
        indicator.measure().unit(),
        status,
        reason.isEmpty() ? null : reason);
  }
}
