package se.jamlik.pipeline.link;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.link.PersonHistory.Income;
import se.jamlik.pipeline.vocabulary.Ages;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.Period;

/**
 * From the registers' rows of one person to one row per period in which the person is resident at
 * the start or the end (measures.md section 1).
 */
record PersonPeriodKernel(
    List<Period> periods,
    Set<String> scope,
    TreeSet<Integer> populationYears,
    TreeMap<LocalDate, Integer> incomeYearByDay)
    implements FlatMapFunction<Row, Row>, Serializable {

  private static final DataType INCOME = DataTypes.createDecimalType(18, 6);

  static final StructType SCHEMA =
      new StructType()
          .add("person", DataTypes.LongType)
          .add("period", DataTypes.StringType)
          .add("sex", DataTypes.StringType)
          .add("age", DataTypes.IntegerType)
          .add("standard_group", DataTypes.IntegerType)
          .add("municipality", DataTypes.StringType)
          .add("deso", DataTypes.StringType)
          .add("education", DataTypes.StringType)
          .add("birth_region", DataTypes.StringType)
          .add("household", DataTypes.StringType)
          .add("is_resident_at_start", DataTypes.BooleanType)
          .add("is_resident_at_end", DataTypes.BooleanType)
          .add("mean_population", DataTypes.DoubleType)
          .add("attribute_day", DataTypes.IntegerType)
          .add("income_at_start", INCOME)
          .add("income_at_end", INCOME);

  @Override
  public Iterator<Row> call(Row row) {
    PersonHistory history = PersonHistory.of(row, populationYears);
    return periods.stream().flatMap(period -> resident(history, period).stream()).iterator();
  }

  private Optional<Row> resident(PersonHistory history, Period period) {
    Optional<String> atStart = inScope(history, period.dayBeforeStart());
    Optional<String> atEnd = inScope(history, period.measureDay());
    LocalDate attributeDay = atEnd.isPresent() ? period.measureDay() : period.dayBeforeStart();
    return atEnd
        .or(() -> atStart)
        .map(
            municipality -> {
              PopulationRow row = history.residence().rowFor(attributeDay);
              int age = age(row, period.measureDay());
              return RowFactory.create(
                  history.person(),
                  period.name(),
                  row.sex() == 2 ? "women" : "men",
                  age,
                  Ages.standardGroup(age),
                  municipality,
                  row.municipality().equals(municipality) ? row.deso() : null,
                  education(age, incomeOn(history, attributeDay)),
                  birthRegion(row.birthRegionGroup()),
                  row.household(),
                  atStart.isPresent(),
                  atEnd.isPresent(),
                  ((atStart.isPresent() ? 1 : 0) + (atEnd.isPresent() ? 1 : 0)) / 2.0,
                  Days.of(attributeDay),
                  atStart.isPresent() ? amount(history, period.dayBeforeStart()) : null,
                  atEnd.isPresent() ? amount(history, period.measureDay()) : null);
            });
  }

  private Optional<String> inScope(PersonHistory history, LocalDate day) {
    return history.residence().municipalityOn(day).filter(scope::contains);
  }

  /** Nobody who lives somewhere is younger than 0, whatever a missing birth month counts as. */
  private static int age(PopulationRow row, LocalDate day) {
    return Math.max(0, Ages.completedYears(row.birthYear(), row.birthMonth(), day));
  }

  private Optional<Income> incomeOn(PersonHistory history, LocalDate day) {
    return history.incomeOf(incomeYearByDay.get(day));
  }

  private @Nullable BigDecimal amount(PersonHistory history, LocalDate day) {
    return incomeOn(history, day).map(Income::disposableIncome).orElse(null);
  }

  private static String education(int age, Optional<Income> income) {
    if (age < 25) {
      return "under_25";
    }
    Integer level = income.map(Income::education).orElse(null);
    return switch (level == null ? 0 : level) {
      case 1, 2 -> "low";
      case 3, 4 -> "medium";
      case 5, 6, 7 -> "high";
      default -> "missing";
    };
  }

  private static String birthRegion(@Nullable String group) {
    return switch (Objects.requireNonNullElse(group, "")) {
      case "SE" -> "sweden";
      case "NORDEN", "EU", "EUROPA", "VARLDEN" -> "abroad";
      default -> "missing";
    };
  }
}
