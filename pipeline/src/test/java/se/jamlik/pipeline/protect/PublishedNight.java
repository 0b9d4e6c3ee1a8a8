package se.jamlik.pipeline.protect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.measure.About;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.ConditionCell;
import se.jamlik.pipeline.measure.ConditionCount;
import se.jamlik.pipeline.measure.Counted;
import se.jamlik.pipeline.measure.GroupSums;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.Population;
import se.jamlik.pipeline.measure.PopulationCell;
import se.jamlik.pipeline.measure.Squares;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

/**
 * A night's tables of multimorbidity as the product shows them: MM2, MM3, the number of conditions
 * and the population, in the breakdowns of the release; and, for the judge alone, who was counted.
 */
final class PublishedNight {
  static final String RESIDENTS = "residents";
  static final List<String> NUMBERS = List.of("0", "1", "2", "3", "4", "5+");

  private static final String MULTIMORBID = "MM2";
  private static final List<String> INDICATORS = List.of(MULTIMORBID, "MM3");
  private static final String PERIOD = "R12-2026-10";
  private static final Counted NONE = new Counted(0, 0, 0);

  private final Map<Place, Set<Long>> truth = new HashMap<>();
  private final Map<Place, Printed> printed = new TreeMap<>();
  private final List<IndicatorValue> values = new ArrayList<>();
  private final List<ConditionCount> counts = new ArrayList<>();
  private final List<Population> populations = new ArrayList<>();

  /** A count of the release: what is counted, and of whom. */
  record Place(String what, Cell cell) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int byCell = cell.compareTo(other.cell);
      return byCell == 0 ? what.compareTo(other.what) : byCell;
    }
  }

  /**
   * What a reader finds.
   *
   * @param count null where it is hidden
   * @param reason empty where it is shown
   */
  record Printed(@Nullable Long count, String reason) {}

  private PublishedNight() {}

  /** The tables of one night, made by the code of the product. */
  static PublishedNight of(
      List<Town.Resident> residents,
      LongUnaryOperator recordKey,
      Map<String, IndicatorDefinition> indicators,
      PerturbationTable table,
      Thresholds thresholds) {
    PublishedNight night = new PublishedNight();
    residents.forEach(night::count);
    Map<Long, Long> keys = new HashMap<>();
    residents.forEach(one -> keys.put(one.person(), recordKey.applyAsLong(one.person())));
    ShownIndicator ofIndicators = new ShownIndicator(table, thresholds);
    ShownConditions ofConditions = new ShownConditions(table, thresholds);
    ShownPopulation ofPopulation = new ShownPopulation(table, thresholds);
    for (Place all : List.copyOf(night.truth.keySet())) {
      if (all.what().equals(RESIDENTS)) {
        if (hasIndicators(all.cell())) {
          for (String what : INDICATORS) {
            IndicatorDefinition indicator = indicators.get(what);
            night.show(ofIndicators, night.sums(what, all, keys), indicator, all.cell());
          }
        }
        if (hasNumbers(all.cell())) {
          NUMBERS.forEach(
              what -> night.show(ofConditions, night.sums(what, all, keys), what, all.cell()));
        }
        if (isOfPopulation(all.cell())) {
          night.show(ofPopulation, night.sums(MULTIMORBID, all, keys), all.cell());
        }
      }
    }
    return night;
  }

  /** The same tables, with counts from 1 to 4 hidden and nothing changed: what is not done. */
  static PublishedNight withHidingAlone(List<Town.Resident> residents) {
    PublishedNight night = new PublishedNight();
    residents.forEach(night::count);
    for (Place all : List.copyOf(night.truth.keySet())) {
      if (all.what().equals(RESIDENTS)) {
        Stream.of(
                Stream.of(RESIDENTS, MULTIMORBID),
                hasIndicators(all.cell()) ? INDICATORS.stream() : Stream.<String>empty(),
                hasNumbers(all.cell()) ? NUMBERS.stream() : Stream.<String>empty())
            .flatMap(what -> what)
            .map(what -> new Place(what, all.cell()))
            .forEach(place -> night.printed.put(place, hidden(night.persons(place).size())));
      }
    }
    return night;
  }

  private static Printed hidden(long count) {
    return count > 0 && count < 5 ? new Printed(null, "<5") : new Printed(count, "");
  }

  private void count(Town.Resident resident) {
    for (Cell cell : cellsOf(resident)) {
      Stream<String> what = Stream.of(RESIDENTS, number(resident));
      Stream<String> ill =
          INDICATORS.stream().filter(id -> resident.conditions() >= id.charAt(2) - '0');
      Stream.concat(what, ill)
          .forEach(
              counted ->
                  truth
                      .computeIfAbsent(new Place(counted, cell), absent -> new HashSet<>())
                      .add(resident.person()));
    }
  }

  private static String number(Town.Resident resident) {
    return NUMBERS.get(Math.min(resident.conditions(), NUMBERS.size() - 1));
  }

  private static List<Cell> cellsOf(Town.Resident resident) {
    List<Cell> cells = new ArrayList<>();
    for (String area : List.of(Cell.SCOPE, resident.municipality())) {
      cells.add(cell(area, Cell.ALL, Cell.ALL, Cell.ALL));
      cells.add(cell(area, resident.sex(), Cell.ALL, Cell.ALL));
      cells.add(cell(area, Cell.ALL, resident.ageGroup(), Cell.ALL));
      cells.add(cell(area, Cell.ALL, Cell.ALL, resident.quintile()));
      cells.add(cell(area, Cell.ALL, resident.tenYears(), Cell.ALL));
      cells.add(cell(area, resident.sex(), resident.tenYears(), Cell.ALL));
    }
    cells.add(cell(Cell.SCOPE, resident.sex(), Cell.ALL, resident.quintile()));
    cells.add(cell(Cell.SCOPE, Cell.ALL, resident.ageGroup(), resident.quintile()));
    return cells;
  }

  static Cell cell(String area, String sex, String ageGroup, String quintile) {
    String level = area.equals(Cell.SCOPE) ? Cell.SCOPE : Cell.MUNICIPALITY;
    String dimension = quintile.equals(Cell.ALL) ? Cell.NONE : "income_quintile";
    return new Cell(PERIOD, level, area, sex, ageGroup, dimension, quintile);
  }

  private static boolean hasIndicators(Cell cell) {
    return !Town.TEN_YEARS.contains(cell.ageGroup());
  }

  /** Whether a release has rows of an age group; of the others nothing is known. */
  static boolean isPublished(Cell cell) {
    return cell.ageGroup().equals(Cell.ALL)
        || Town.AGE_GROUPS.contains(cell.ageGroup())
        || Town.TEN_YEARS.contains(cell.ageGroup());
  }

  /** The breakdowns of table population. */
  static boolean isOfPopulation(Cell cell) {
    return cell.dimension().equals(Cell.NONE) && !Town.AGE_GROUPS.contains(cell.ageGroup());
  }

  /** The breakdowns of table condition_count. */
  static boolean hasNumbers(Cell cell) {
    if (!hasIndicators(cell)) {
      return false;
    }
    boolean isWhole = cell.sex().equals(Cell.ALL) && cell.ageGroup().equals(Cell.ALL);
    boolean isOfAllIncomes = cell.dimension().equals(Cell.NONE);
    return cell.isScope()
        ? isOfAllIncomes || cell.sex().equals(Cell.ALL)
        : isWhole && isOfAllIncomes;
  }

  private Sums sums(String what, Place all, Map<Long, Long> keys) {
    return new Sums(
        counted(persons(new Place(what, all.cell())), keys),
        counted(persons(all), keys),
        NONE,
        NONE,
        new Squares(0, 0, 0, 0));
  }

  private static Counted counted(Set<Long> persons, Map<Long, Long> keys) {
    long key = persons.stream().map(keys::get).reduce(0L, (one, other) -> one ^ other);
    return new Counted(persons.size(), persons.size(), key);
  }

  private void show(ShownIndicator shown, Sums sums, IndicatorDefinition indicator, Cell cell) {
    LocalDate day = LocalDate.of(2026, 10, 31);
    About about =
        new About(day.minusYears(1).plusDays(1), day, false, cell.area(), cell.area(), "passed");
    IndicatorCell exact =
        new IndicatorCell(
            indicator, cell, about, List.of(), List.of(), new GroupSums(sums, List.of(), 0));
    IndicatorValue row = shown.rows(exact).get(0).row();
    values.add(row);
    print(indicator.id(), cell, row.numerator(), row.denominator(), row.reasons());
  }

  private void show(ShownConditions shown, Sums sums, String number, Cell cell) {
    ConditionCount row =
        shown.row(new ConditionCell("calderon60", cell, number, List.of(), sums)).row();
    counts.add(row);
    print(number, cell, row.persons(), row.population(), row.reasons());
  }

  private void show(ShownPopulation shown, Sums sums, Cell cell) {
    Population row = shown.row(new PopulationCell(cell, List.of(), sums)).row();
    populations.add(row);
    printed.put(new Place(MULTIMORBID, cell), printed(row.multimorbid(), row.reasons()));
    printed.put(
        new Place(RESIDENTS, cell),
        printed(row.persons(), row.persons() == null ? row.reasons() : List.of()));
  }

  private void print(
      String what,
      Cell cell,
      @Nullable Number count,
      @Nullable Number population,
      List<String> reasons) {
    printed.put(new Place(what, cell), printed(count, reasons));
    printed.merge(
        new Place(RESIDENTS, cell),
        printed(population, reasons),
        (one, other) -> one.count() == null ? other : one);
  }

  private static Printed printed(@Nullable Number count, List<String> reasons) {
    return new Printed(count == null ? null : count.longValue(), String.join("; ", reasons));
  }

  /** The rows of the release, as they are written to every file of it. */
  List<ReleaseTable> tables() {
    return List.of(
        IndicatorValue.table(values), ConditionCount.table(counts), Population.table(populations));
  }

  /** Everything that a reader finds. */
  Map<Place, Printed> printed() {
    return printed;
  }

  Optional<Long> count(Place place) {
    return Optional.ofNullable(printed.get(place)).map(Printed::count);
  }

  /** Who was counted; no attacker knows. */
  Set<Long> persons(Place place) {
    return truth.getOrDefault(place, Set.of());
  }
}
