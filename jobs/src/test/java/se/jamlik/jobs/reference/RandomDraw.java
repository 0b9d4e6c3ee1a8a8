package se.jamlik.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a random person is drawn with: chance, the days at which rules turn, and the rows that have
 * been drawn.
 */
final class RandomDraw {
  static final LocalDate FIRST_DAY = LocalDate.of(2019, 6, 1);
  static final List<String> MUNICIPALITIES =
      List.of("2401", "2403", "2404", "2409", "2460", "2480", "2480", "2480", "2482", "0180");

  private final Random random;
  private final LocalDate asOf;
  private final List<LocalDate> edges = new ArrayList<>();
  private final ReferencePeriod focus;
  private final boolean isFrail;
  private final List<LocalDate> admissions = new ArrayList<>();
  private final List<LocalDate> discharges = new ArrayList<>();
  private final Map<String, List<Map<String, String>>> tables;

  RandomDraw(Random random, LocalDate asOf, Map<String, List<Map<String, String>>> tables) {
    this.random = random;
    this.asOf = asOf;
    this.tables = tables;
    for (int year = 2021; year <= asOf.getYear(); year++) {
      edges.add(LocalDate.of(year, 1, 1));
    }
    ReferencePeriod rolling = ReferencePeriod.rolling(asOf);
    edges.add(rolling.firstDay());
    edges.add(rolling.measureDay().plusDays(1));
    edges.add(rolling.lookBackStart());
    edges.add(rolling.measureDay().minusYears(2).plusDays(1));
    edges.add(LocalDate.of(2024, 2, 29));
    edges.add(LocalDate.of(2020, 1, 1));
    edges.add(asOf);
    isFrail = chance(0.15);
    focus = chance(0.3) ? rolling : ReferencePeriod.year(between(2022, asOf.getYear() - 1));
  }

  LocalDate asOf() {
    return asOf;
  }

  /** Much of all kinds of care in one period. */
  boolean isFrail() {
    return isFrail;
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }

  @SafeVarargs
  final <T> T one(T... choices) {
    return choices[random.nextInt(choices.length)];
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  String municipality() {
    return oneOf(MUNICIPALITIES);
  }

  /**
   * Half of the days lie at the turn of a period, and half of the rest in one period, so that much
   * happens to the person in it; the others anywhere from the first day to a little after as-of.
   */
  LocalDate day() {
    if (isFrail && chance(0.5)) {
      return focus.firstDay().plusDays(between(0, 364));
    }
    if (chance(0.5)) {
      LocalDate edge =
          chance(0.4) ? one(focus.firstDay(), focus.measureDay().plusDays(1)) : oneOf(edges);
      return edge.plusDays(between(-2, 1));
    }
    if (chance(0.6)) {
      return focus.firstDay().plusDays(between(0, 364));
    }
    return FIRST_DAY.plusDays(
        random.nextInt((int) (asOf.toEpochDay() - FIRST_DAY.toEpochDay()) + 3));
  }

  /** From now on many of the person's days lie at this one. */
  void turnAt(LocalDate day) {
    for (int times = 0; times < 6; times++) {
      edges.add(day);
    }
  }

  void remember(LocalDate admitted, LocalDate discharged) {
    admissions.add(admitted);
    discharges.add(discharged);
  }

  /** As many days after one of the person's discharges; any day when there was none. */
  LocalDate afterDischarge(int days) {
    return discharges.isEmpty() ? day() : oneOf(discharges).plusDays(days);
  }

  LocalDate beforeAdmission(int days) {
    return admissions.isEmpty() ? day() : oneOf(admissions).minusDays(days);
  }

  /** A measure day of one of the periods. */
  LocalDate measureDay() {
    if (chance(0.6)) {
      return focus.measureDay();
    }
    return chance(0.3)
        ? ReferencePeriod.rolling(asOf).measureDay()
        : LocalDate.of(between(2022, asOf.getYear() - 1), 12, 31);
  }

  /** A new row of column and value in turn; a null value leaves the column out. */
  void add(String table, @Nullable Object... columnsAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int index = 0; index < columnsAndValues.length; index += 2) {
      if (columnsAndValues[index + 1] != null) {
        row.put(String.valueOf(columnsAndValues[index]), columnsAndValues[index + 1].toString());
      }
    }
    add(table, row);
  }

  void add(String table, Map<String, String> row) {
    tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
  }

  /** A date in one of the two forms. */
  String written(LocalDate day) {
    return chance(0.9) ? day.toString() : day.toString().replace("-", "");
  }

  static List<String> lines(String text) {
    return Arrays.asList(text.strip().split("\\s+", -1));
  }
}
