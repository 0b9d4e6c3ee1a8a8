package se.jamlik.pipeline.quality;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.measure.Cell;
import se.jamlik.pipeline.measure.IndicatorCell;
import se.jamlik.pipeline.measure.Sums;
import se.jamlik.pipeline.quality.FunnelPersons.Residents;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Who fell out on the way from delivered row to numerator, by reason: the rows of each table until
 * they belong to somebody, and the persons of each indicator and period at the scope. One row per
 * subject, period and step. Exact numbers, for the folder {@code measured/} alone.
 */
public final class Funnel {
  public static final String NAME = "funnel";
  private static final StructType SCHEMA =
      new StructType()
          .add("counted", StringType)
          .add("subject", StringType)
          .add("period", StringType)
          .add("step", LongType)
          .add("reason", StringType)
          .add("fell_out", LongType)
          .add("left", LongType);

  private final List<Row> rows = new ArrayList<>();

  private Funnel() {}

  /**
   * A file as a table of the contract sees it.
   *
   * @param reasons how many of its rows were quarantined why
   */
  public record Accounted(Delivery file, Map<String, Long> reasons) {
    public Accounted {
      reasons = Map.copyOf(reasons);
    }
  }

  /** The table of a night. */
  public static ReleaseTable table(
      Definitions definitions,
      List<Accounted> deliveries,
      List<LinkRate> linkRates,
      FunnelPersons persons,
      List<IndicatorCell> cells) {
    Funnel funnel = new Funnel();
    for (TableDefinition table : definitions.tables()) {
      funnel.addRows(
          table,
          deliveries.stream().filter(each -> each.file().table().equals(table.table())).toList(),
          linkRates.stream()
              .filter(rate -> rate.table().equals(table.table()))
              .filter(rate -> rate.period().equals(LinkRate.ALL))
              .toList());
    }
    cells.stream()
        .filter(cell -> cell.isComputed() && isWholeScope(cell.cell()))
        .forEach(cell -> funnel.addPersons(cell, persons));
    return new ReleaseTable(NAME, SCHEMA, funnel.rows);
  }

  private static boolean isWholeScope(Cell cell) {
    return cell.equals(Cell.wholeArea(cell.period(), Cell.SCOPE, Cell.SCOPE));
  }

  private void addRows(TableDefinition table, List<Accounted> all, List<LinkRate> rates) {
    List<Delivery> files = all.stream().map(Accounted::file).toList();
    Steps steps = new Steps("rows", table.table(), LinkRate.ALL);
    steps.begin("delivered", sum(files, Delivery::rows));
    Map<String, Long> reasons = new TreeMap<>();
    all.forEach(
        each -> each.reasons().forEach((reason, rows) -> reasons.merge(reason, rows, Long::sum)));
    reasons.forEach((reason, rows) -> steps.fallOut("quarantined: " + reason, rows));
    steps.fallOut("equal to a row that was there", sum(files, Delivery::duplicates));
    if (table.event() != null) {
      long dated = sum(rates, LinkRate::rowsAfterAsOf);
      long held = sum(rates, LinkRate::rows);
      steps.leave("replaced by a later row of its key", held + dated);
      steps.fallOut("dated after the night", dated);
      steps.leave("of nobody with a population row", sum(rates, LinkRate::rowsLinked));
    }
  }

  private void addPersons(IndicatorCell cell, FunnelPersons persons) {
    IndicatorDefinition indicator = cell.indicator();
    Sums total = cell.sums().total();
    String period = cell.cell().period();
    long resident = persons.resident(period);
    if (resident == 0) {
      // Years taken together have no persons of their own.
      return;
    }
    Steps steps = new Steps("persons", indicator.id(), period);
    steps.begin("with a population row", persons.known());
    steps.leave("not resident in the scope at the start or the end", resident);
    steps.leave(
        "of a municipality that did not deliver what the indicator needs",
        persons.heard(indicator, period, Residents::all));
    if (indicator.population().contains("is_resident_at_end")) {
      steps.leave(
          "not resident in the scope at the end",
          persons.heard(indicator, period, Residents::atEnd));
    }
    if (FunnelPersons.asksForMoreThanThePopulation(indicator)) {
      steps.leave(
          "not in the indicator's population",
          persons.heard(
              indicator, period, group -> group.inPopulation().getOrDefault(indicator.id(), 0L)));
      steps.leave("without what the denominator counts", total.denominator().persons());
    } else {
      steps.leave("not in the indicator's population", total.denominator().persons());
    }
    steps.leave("without what the numerator counts", total.numerator().persons());
  }

  private static <T> long sum(List<T> all, ToLongFunction<T> count) {
    return Stream.of(all).flatMap(List::stream).mapToLong(count).sum();
  }

  /** The steps of one subject, in their order. */
  private final class Steps {
    private final String counted;
    private final String subject;
    private final String period;
    private long step;
    private long left;

    private Steps(String counted, String subject, String period) {
      this.counted = counted;
      this.subject = subject;
      this.period = period;
    }

    private void begin(String what, long count) {
      left = count;
      add(what, 0);
    }

    private void fallOut(String reason, long count) {
      left -= count;
      add(reason, count);
    }

    private void leave(String reason, long count) {
      long fellOut = left - count;
      left = count;
      add(reason, fellOut);
    }

    private void add(String reason, long fellOut) {
      rows.add(RowFactory.create(counted, subject, period, ++step, reason, fellOut, left));
    }
  }
}
