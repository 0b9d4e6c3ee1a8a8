package se.jamlik.pipeline.quality;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.SideBySide;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Counts what all checks find in a night's deliveries.
 *
 * @param out folder of the installation
 * @param asOf the logical date of the night
 */
public record Quality(Definitions definitions, String out, LocalDate asOf) {
  /** Raised when rows are counted in another way, so that every table is scanned anew. */
  private static final int COUNTING_RULES = 2;

  /** Years back from the night that a check is told for. */
  private static final int YEARS = 10;

  private static final Pattern YEAR_OR_MONTH = Pattern.compile("[0-9]{4}(-[0-9]{2})?");

  /** Tables that the checks of other tables look into. */
  private static final Set<String> LOOKED_INTO = Set.of("dors", "geografi");

  /**
   * Counts the rows of each table in one pass, unless the same deliveries have been counted before.
   *
   * @param conformed the tables by our names
   * @param deliveries the account of every file
   * @return by the contract's name of the table
   */
  public Map<String, TableCounts> scanned(
      Map<String, Dataset<Row>> conformed, List<Delivery> deliveries) {
    KeptCounts kept = new KeptCounts(out + "/conformed/quality");
    Map<String, List<Check>> checks =
        Checks.of(definitions).stream().collect(Collectors.groupingBy(Check::table));
    Map<String, TableCounts> counts = new TreeMap<>();
    Map<String, List<Check>> changed = new TreeMap<>();
    for (TableDefinition table : definitions.tables()) {
      kept.read(table.table(), madeFrom(table, deliveries))
          .ifPresentOrElse(
              found -> counts.put(table.table(), found),
              () -> changed.put(table.table(), checks.getOrDefault(table.table(), List.of())));
    }
    TableScan scan = new TableScan(conformed, definitions);
    SideBySide.each(changed.entrySet(), table -> scan.of(Map.ofEntries(table)))
        .forEach(
            fresh ->
                fresh.forEach(
                    (table, found) -> {
                      kept.write(table, madeFrom(definitions.table(table), deliveries), found);
                      counts.put(table, found);
                    }));
    return counts;
  }

  /**
   * All counts of a night: of rows, of files, of months and of links.
   *
   * @param deliveries the account of every file
   * @param shares the same as the tables of the contract see them
   */
  public List<Count> counts(
      Map<String, TableCounts> scanned,
      List<Delivery> deliveries,
      List<Delivery> shares,
      List<LinkRate> linkRates) {
    Store store = new Store(out);
    FileCounts files =
        new FileCounts(
            shares,
            table -> Optional.ofNullable(scanned.get(table)).map(TableCounts::rows).orElse(0L));
    NotedCounts notes =
        new NotedCounts(
            deliveries, shares, file -> store.note(file, definitions.table(file.table())), asOf);
    LinkedCounts links = new LinkedCounts(linkRates);
    List<Count> counts = new ArrayList<>();
    for (TableCounts table : scanned.values()) {
      counts.addAll(table.counts());
    }
    for (Check check : Checks.of(definitions)) {
      switch (check.rule().counts()) {
        case ROWS, CLINIC_MONTHS, OPEN_ROWS_NOT_LAST -> {
          // They are counted in the pass over the table.
        }
        case EMPTY_MONTHS, UNUSUAL_MONTHS -> counts.addAll(months(check, scanned));
        case CHANGED_MONTHS, UNUSUAL_FILE_MONTHS, DOUBTFUL_NUMBERS ->
            counts.addAll(notes.of(check));
        case UNLINKED_ROWS, ROWS_AFTER_AS_OF -> counts.addAll(links.of(check));
        default -> counts.add(files.of(check));
      }
    }
    return counts.stream().filter(count -> isTold(count.period())).toList();
  }

  /** The account of each file with the reasons why rows of it were quarantined. */
  public List<Funnel.Accounted> accounted(List<Delivery> shares) {
    Store store = new Store(out);
    return shares.stream()
        .map(
            file ->
                new Funnel.Accounted(
                    file,
                    store
                        .note(file, definitions.table(file.table()))
                        .map(Store.Note::reasons)
                        .orElse(Map.of())))
        .toList();
  }

  private List<Count> months(Check check, Map<String, TableCounts> scanned) {
    TableCounts table = scanned.get(check.table());
    return table == null ? List.of() : new MonthCounts(table.months(), asOf).of(check);
  }

  /** Events of a decision may lie decades back, and wrong dates anywhere. */
  private boolean isTold(String period) {
    return period.equals(Check.ALL)
        || (YEAR_OR_MONTH.matcher(period).matches()
            && isNear(Integer.parseInt(period.substring(0, 4))));
  }

  private boolean isNear(int year) {
    return year <= asOf.getYear() && year > asOf.getYear() - YEARS;
  }

  private String madeFrom(TableDefinition table, List<Delivery> deliveries) {
    return Sha256.of(
        Stream.concat(
                Stream.of(COUNTING_RULES + definitions.version() + Store.rules(table)),
                deliveries.stream()
                    .filter(
                        file ->
                            file.table().equals(table.table())
                                || LOOKED_INTO.contains(file.table()))
                    .filter(Delivery::isAccepted)
                    .map(file -> file.number() + ":" + file.sha256()))
            .collect(Collectors.joining(",")));
  }
}
