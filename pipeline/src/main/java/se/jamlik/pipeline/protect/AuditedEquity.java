package se.jamlik.pipeline.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.ComparedGroups;
import se.jamlik.pipeline.measure.Equity;
import se.jamlik.pipeline.measure.EquityDimension;
import se.jamlik.pipeline.measure.EquityMeasure;
import se.jamlik.pipeline.measure.IndicatorValue;
import se.jamlik.pipeline.measure.Standard;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;

/**
 * Holds the rows of table equity against those of table indicator_value that stand beside them: a
 * number that rests on a hidden one, or that is another than the shown ones give, tells of what is
 * hidden.
 */
final class AuditedEquity {
  private static final List<String> VALUE_KEY =
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

  private final List<AuditedRow> rows;
  private final Map<List<String>, AuditedRow> values = new HashMap<>();
  private final Map<String, Direction> directions = new HashMap<>();
  private final Map<String, EquityDimension> dimensions;

  AuditedEquity(Protected tables) {
    rows = AuditedRow.of(tables.table(Equity.TABLE));
    AuditedRow.of(tables.table(IndicatorValue.TABLE))
        .forEach(row -> values.put(row.words(VALUE_KEY), row));
    tables
        .evidence()
        .measured()
        .indicatorCells()
        .forEach(cell -> directions.put(cell.indicator().id(), cell.indicator().direction()));
    dimensions =
        EquityDimension.of(tables.evidence().measured().municipalities()).stream()
            .collect(Collectors.toMap(EquityDimension::name, Function.identity()));
  }

  /** What is wrong, in one line for each way; empty when nothing is. */
  List<String> problems() {
    return Finding.inDerived(Equity.TABLE, rows, this::restsOnHidden, this::isOther);
  }

  private boolean restsOnHidden(AuditedRow row) {
    boolean hasHiddenGroup =
        row.isShown()
            && dimension(row).groupsOf(measure(row)).stream()
                .anyMatch(group -> value(row, group, row.word("standard")).isEmpty());
    boolean hasHiddenDenominator =
        row.hasAnyOf("missing_share")
            && Stream.concat(dimension(row).groups().stream(), Stream.of(EquityDimension.MISSING))
                .anyMatch(group -> isHidden(row, group));
    return hasHiddenGroup || hasHiddenDenominator;
  }

  /** Whether the share of those whose group is not known would tell of a hidden denominator. */
  private boolean isHidden(AuditedRow row, String group) {
    boolean someAreMissing =
        values.containsKey(key(row, EquityDimension.MISSING, Standard.CRUDE.text()));
    AuditedRow value = values.get(key(row, group, Standard.CRUDE.text()));
    return someAreMissing && value != null && !value.isShown();
  }

  private boolean isOther(AuditedRow row) {
    if (!row.isShown()) {
      return row.hasAnyOf("value", "ci_low", "ci_high");
    }
    EquityMeasure measure = measure(row);
    List<ComparedGroups.Group> groups =
        dimension(row).groupsOf(measure).stream().map(group -> group(row, group)).toList();
    Direction direction = directions.getOrDefault(row.word("indicator"), Direction.NEUTRAL);
    return !row.holds("value", measure.value(ComparedGroups.of(groups, direction)));
  }

  private ComparedGroups.Group group(AuditedRow row, String group) {
    return new ComparedGroups.Group(
        value(row, group, row.word("standard")).orElseThrow().number("value"),
        Optional.empty(),
        value(row, group, Standard.CRUDE.text()).orElseThrow().number("denominator"));
  }

  /** The shown row of a group that an equity row compares. */
  private Optional<AuditedRow> value(AuditedRow row, String group, String standard) {
    return Optional.ofNullable(values.get(key(row, group, standard))).filter(AuditedRow::isShown);
  }

  private static List<String> key(AuditedRow row, String group, String standard) {
    String dimension = row.word("dimension");
    boolean isSex = dimension.equals(EquityDimension.SEX);
    boolean isMunicipality = dimension.equals(EquityDimension.MUNICIPALITY);
    boolean isOfColumn = isSex || isMunicipality;
    return List.of(
        row.word("indicator"),
        row.word("period"),
        isMunicipality ? Cell.MUNICIPALITY : row.word("area_level"),
        isMunicipality ? group : row.word("area"),
        isSex ? group : Cell.ALL,
        Cell.ALL,
        isOfColumn ? Cell.NONE : dimension,
        isOfColumn ? Cell.ALL : group,
        standard);
  }

  private EquityDimension dimension(AuditedRow row) {
    return Optional.ofNullable(dimensions.get(row.word("dimension"))).orElseThrow();
  }

  private static EquityMeasure measure(AuditedRow row) {
    return Stream.of(EquityMeasure.values())
        .filter(measure -> measure.text().equals(row.word("measure")))
        .findFirst()
        .orElseThrow();
  }
}
