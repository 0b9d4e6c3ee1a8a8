package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the reference hands out, with the column names of the release contract in camel
 * case.
 */
final class ReferenceTables {
  private ReferenceTables() {}

  /**
   * Everything that was read: the rows that hold their key by table, and the account of every file.
   */
  record Inbox(
      Map<String, List<ReferenceRow>> rows,
      List<Delivery> deliveries,
      List<Quarantined> quarantined) {
    /** No row when the table was not delivered. */
    List<ReferenceRow> of(String table) {
      return rows.getOrDefault(table, List.of());
    }

    boolean isDelivered(String table) {
      return rows.containsKey(table);
    }

    Map<String, List<ReferenceRow>> byPerson(String table) {
      return of(table).stream().collect(Collectors.groupingBy(ReferenceRow::lopnr));
    }
  }

  record Delivery(
      String table,
      String file,
      long rows,
      long accepted,
      long quarantined,
      long duplicates,
      long replaced,
      long blankLines,
      String verdict) {
    static final List<String> KEY = List.of("table", "file");
  }

  record Quarantined(String table, String file, int line, String reason) {}

  record LinkRate(
      String table,
      String municipality,
      String period,
      long rows,
      long rowsLinked,
      long persons,
      long personsLinked,
      double rate) {
    static final List<String> KEY = List.of("table", "municipality", "period");
  }

  record IndicatorValue(
      String indicator,
      String period,
      LocalDate periodStart,
      LocalDate periodEnd,
      boolean preliminary,
      String areaLevel,
      String area,
      String sex,
      String ageGroup,
      String dimension,
      String category,
      String standard,
      @Nullable Double numerator,
      @Nullable Double denominator,
      @Nullable Double value,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      String unit,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of(
            "indicator",
            "period",
            "area_level",
            "area",
            "sex",
            "age_group",
            "dimension",
            "category",
            "standard");
  }

  /** Without limits: most come from draws. */
  record Equity(
      String indicator,
      String period,
      String areaLevel,
      String area,
      String sex,
      String dimension,
      String standard,
      String measure,
      @Nullable Double value,
      long groups,
      @Nullable Double missingShare,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of(
            "indicator", "period", "area_level", "area", "sex", "dimension", "standard", "measure");
  }

  /** The limits of a difference or a ratio that could be computed. */
  record EquityLimits(
      String indicator,
      String period,
      String areaLevel,
      String area,
      String sex,
      String dimension,
      String standard,
      String measure,
      @Nullable Double ciLow,
      @Nullable Double ciHigh) {}

  record Signal(
      String indicator,
      String period,
      String area,
      String kind,
      @Nullable Double value,
      @Nullable Double reference,
      @Nullable Double low95,
      @Nullable Double high95,
      @Nullable Double low998,
      @Nullable Double high998,
      @Nullable String verdict,
      String status,
      @Nullable String reason) {
    static final List<String> KEY = List.of("indicator", "period", "area", "kind");
  }

  record ConditionCount(
      String grouper,
      String period,
      String areaLevel,
      String area,
      String sex,
      String ageGroup,
      String incomeQuintile,
      String conditions,
      long persons,
      long population,
      double value,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of(
            "grouper",
            "period",
            "area_level",
            "area",
            "sex",
            "age_group",
            "income_quintile",
            "conditions");
  }

  record ConditionPrevalence(
      String grouper,
      String condition,
      String period,
      String areaLevel,
      String area,
      String sex,
      String ageGroup,
      long persons,
      long population,
      double value,
      double ciLow,
      double ciHigh,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("grouper", "condition", "period", "area_level", "area", "sex", "age_group");
  }

  record ConditionPair(
      String grouper,
      String conditionA,
      String conditionB,
      String period,
      String sex,
      String ageGroup,
      long persons,
      double expected,
      double lift,
      double ciLow,
      double ciHigh,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("grouper", "condition_a", "condition_b", "period", "sex", "age_group");
  }

  record ConditionTriad(
      String grouper,
      String conditionA,
      String conditionB,
      String conditionC,
      String period,
      String sex,
      long rank,
      long persons,
      double expected,
      double lift,
      double ciLow,
      double ciHigh,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("grouper", "condition_a", "condition_b", "condition_c", "period");
  }

  record ConditionOverlap(
      String overlap,
      String period,
      String areaLevel,
      String area,
      String sex,
      String ageGroup,
      String incomeQuintile,
      long persons,
      long population,
      double value,
      double expected,
      @Nullable Double lift,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("overlap", "period", "area_level", "area", "sex", "age_group", "income_quintile");
  }

  record CostConcentration(
      String measure,
      @Nullable Long percentile,
      String period,
      String areaLevel,
      String area,
      @Nullable Long population,
      @Nullable Double value,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("measure", "percentile", "period", "area_level", "area");
  }

  record CohortFlow(
      String cohort,
      String outcome,
      String period,
      String nextPeriod,
      String areaLevel,
      String area,
      @Nullable Long persons,
      @Nullable Long population,
      @Nullable Double value,
      @Nullable Double ciLow,
      @Nullable Double ciHigh,
      @Nullable Long residents,
      @Nullable Double valueOfResidents,
      String status,
      @Nullable String reason) {
    static final List<String> KEY =
        List.of("cohort", "outcome", "period", "next_period", "area_level", "area");
  }

  record Population(
      String period,
      String areaLevel,
      String area,
      String sex,
      String ageGroup,
      long persons,
      long multimorbid,
      double value,
      double ciLow,
      double ciHigh,
      String status,
      @Nullable String reason) {
    static final List<String> KEY = List.of("period", "area_level", "area", "sex", "age_group");
  }
}
