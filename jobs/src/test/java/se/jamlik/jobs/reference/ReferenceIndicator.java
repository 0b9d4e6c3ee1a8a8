package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;

/** One line of the table of indicators. */
record ReferenceIndicator(
    String id,
    Measure measure,
    Population population,
    ToDoubleFunction<ReferenceFacts> numerator,
    Set<String> tables,
    Set<Trait> traits) {

  /** The kind, which decides the interval, and how the value is written. */
  record Measure(Kind kind, String unit, double multiplier) {}

  /** What only some indicators are. */
  enum Trait {
    BASED_ON_CONDITIONS,
    POOLED_BY_DESO,
    /** Also given for every three calendar years in a row. */
    RARE
  }

  /** Who counts, and with which denominator. */
  record Population(
      int fromAge,
      int toAge,
      Predicate<ReferencePersonPeriod> isOfIt,
      ToDoubleFunction<ReferencePersonPeriod> denominator) {
    private static final int OLDEST = 200;

    /** Resident on the measure day. */
    static Population residents() {
      return new Population(0, OLDEST, ReferencePersonPeriod::isResidentAtEnd, row -> 1);
    }

    static Population meanPopulation() {
      return new Population(0, OLDEST, row -> true, ReferencePersonPeriod::meanPopulation);
    }

    /** Every row of a person and a period. */
    static Population everybody() {
      return new Population(0, OLDEST, row -> true, row -> 1);
    }

    Population aged(int from) {
      return aged(from, OLDEST);
    }

    Population aged(int from, int to) {
      return new Population(from, to, isOfIt, denominator);
    }

    Population who(Predicate<ReferenceFacts> areCounted) {
      return new Population(
          fromAge, toAge, isOfIt.and(row -> areCounted.test(row.facts())), denominator);
    }

    Population per(ToDoubleFunction<ReferenceFacts> ownDenominator) {
      return new Population(
          fromAge, toAge, isOfIt, row -> ownDenominator.applyAsDouble(row.facts()));
    }

    boolean holds(ReferencePersonPeriod row) {
      return row.age() >= fromAge && row.age() <= toAge && isOfIt.test(row);
    }
  }

  /** The sum of the numerators over the sum of the denominators. */
  static ReferenceIndicator summing(
      String id,
      Measure measure,
      Population population,
      ToDoubleFunction<ReferenceFacts> numerator) {
    return new ReferenceIndicator(
        id, measure, population, numerator, Set.of(), EnumSet.noneOf(Trait.class));
  }

  /** The tables without which it is not computed. */
  ReferenceIndicator needing(String... names) {
    return new ReferenceIndicator(
        id, measure, population, numerator, Set.copyOf(List.of(names)), traits);
  }

  ReferenceIndicator being(Trait first, Trait... others) {
    return new ReferenceIndicator(
        id, measure, population, numerator, tables, EnumSet.of(first, others));
  }

  boolean is(Trait trait) {
    return traits.contains(trait);
  }

  /** A share of the cost has no standardised value. */
  boolean isStandardised() {
    return measure.kind() != Kind.SHARE;
  }

  /** Empty for a person outside the population. */
  Optional<Term> term(ReferencePersonPeriod row) {
    if (!population.holds(row)) {
      return Optional.empty();
    }
    return Optional.of(
        new Term(
            numerator.applyAsDouble(row.facts()),
            population.denominator().applyAsDouble(row),
            row.standardAgeGroup()));
  }

  /**
   * The terms of a group as they are summed: of a share, the numerators of the persons with the
   * highest cost alone.
   */
  List<Term> counted(List<Term> ofGroup) {
    if (measure.kind() != Kind.SHARE) {
      return ofGroup;
    }
    int percent = Integer.parseInt(id.replaceAll("[^0-9]", ""));
    int persons = (ofGroup.size() * percent + 99) / 100;
    List<Term> counted = new ArrayList<>();
    for (Term term :
        ofGroup.stream().sorted(Comparator.comparingDouble(Term::x).reversed()).toList()) {
      counted.add(new Term(counted.size() < persons ? term.x() : 0, term.y(), term.ageGroup()));
    }
    return counted;
  }
}
