package se.jamlik.jobs.reference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import se.jamlik.jobs.reference.ReferencePersonPeriod.Facts;
import se.jamlik.jobs.reference.ReferenceStatistics.Kind;
import se.jamlik.jobs.reference.ReferenceStatistics.Term;

/** One line of the table of indicators. */
record ReferenceIndicator(
    String id,
    Kind kind,
    String unit,
    double multiplier,
    Base base,
    int fromAge,
    ToDoubleFunction<Facts> numerator,
    ToDoubleFunction<Facts> ownDenominator,
    Set<String> municipalTables,
    boolean isBasedOnConditions,
    boolean isPooledByDeso) {

  /**
   * Who counts: those resident on the measure day, everybody by mean population, or by a
   * denominator of its own.
   */
  enum Base {
    END,
    MEAN,
    OWN
  }

  private static final Set<String> SOCIAL = Set.of("sol", "lss");

  /** Empty for a person outside the population. */
  Optional<Term> term(ReferencePersonPeriod row) {
    if (row.age() < fromAge || (base == Base.END && !row.isResidentAtEnd())) {
      return Optional.empty();
    }
    double denominator =
        switch (base) {
          case END -> 1;
          case MEAN -> row.meanPopulation();
          case OWN -> ownDenominator.applyAsDouble(row.facts());
        };
    return Optional.of(
        new Term(numerator.applyAsDouble(row.facts()), denominator, row.standardAgeGroup()));
  }

  static List<ReferenceIndicator> all() {
    return List.of(
        share("MM2", 0, facts -> facts.conditions() >= 2).onConditions().pooled(),
        share("MM3", 0, facts -> facts.conditions() >= 3).onConditions().pooled(),
        share("CCI3", 18, facts -> facts.charlsonIndex() >= 3).onConditions(),
        share("MSA65_CARE", 65, Facts::hasExtensiveHealthCare),
        share("MSA65_SOCIAL", 65, Facts::hasExtensiveSocialCare).needing(SOCIAL),
        share(
                "MSA65_CORE",
                65,
                facts -> facts.hasExtensiveHealthCare() && facts.hasExtensiveSocialCare())
            .needing(SOCIAL),
        share(
                "MSA65",
                65,
                facts -> facts.hasExtensiveHealthCare() || facts.hasExtensiveSocialCare())
            .needing(SOCIAL)
            .pooled(),
        share("POLY5", 75, facts -> facts.drugsInUse() >= 5),
        of("PAVERK", Kind.RATE, "per 100 000", 100_000, Base.MEAN, 20, Facts::avoidableAdmissions)
            .pooled(),
        of("READM30", Kind.RATIO, "%", 100, Base.OWN, 65, Facts::readmittedDischarges),
        of("ED80", Kind.RATIO, "per 1 000", 1_000, Base.MEAN, 80, Facts::emergencyVisits),
        share("BOTH65", 65, Facts::hasBothMunicipalAndRegionalCare)
            .needing(Set.of("sol", "lss", "khsl")),
        of("HTJ65", Kind.MEAN, "%", 100, Base.END, 65, facts -> facts.homeCareMonths() / 12.0)
            .needing(Set.of("sol")),
        share("EB", 0, Facts::hasEconomicAssistance).needing(Set.of("eb")).pooled());
  }

  private static ReferenceIndicator share(
      String id, int fromAge, java.util.function.Predicate<Facts> isCounted) {
    return of(
        id, Kind.PROPORTION, "%", 100, Base.END, fromAge, facts -> isCounted.test(facts) ? 1 : 0);
  }

  // One line of the table has this many columns.
  private static ReferenceIndicator of(
      String id,
      Kind kind,
      String unit,
      double multiplier,
      Base base,
      int fromAge,
      ToDoubleFunction<Facts> numerator) {
    return new ReferenceIndicator(
        id,
        kind,
        unit,
        multiplier,
        base,
        fromAge,
        numerator,
        Facts::indexDischarges,
        Set.of(),
        false,
        false);
  }

  private ReferenceIndicator needing(Set<String> tables) {
    return new ReferenceIndicator(
        id,
        kind,
        unit,
        multiplier,
        base,
        fromAge,
        numerator,
        ownDenominator,
        tables,
        isBasedOnConditions,
        isPooledByDeso);
  }

  private ReferenceIndicator onConditions() {
    return new ReferenceIndicator(
        id,
        kind,
        unit,
        multiplier,
        base,
        fromAge,
        numerator,
        ownDenominator,
        municipalTables,
        true,
        isPooledByDeso);
  }

  private ReferenceIndicator pooled() {
    return new ReferenceIndicator(
        id,
        kind,
        unit,
        multiplier,
        base,
        fromAge,
        numerator,
        ownDenominator,
        municipalTables,
        isBasedOnConditions,
        true);
  }
}
