package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.col;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * Persons whose sums are kept from night to night: those of closed years are added up again only
 * when a row of theirs has changed, or what is asked of them.
 *
 * @param parts one row per person and period with its facts
 * @param asked what the sums depend on besides the rows
 * @param folder of the kept sums
 */
public record KeptPersons(
    TableInParts parts, Slicing slicing, Origin asked, Keeping keeping, String folder)
    implements Persons {
  private static final String STAGE = "measure";

  /**
   * The persons of a night.
   *
   * @param keysId tells one secret of the record keys from another
   */
  public static KeptPersons of(
      TableInParts parts,
      Coverage coverage,
      MeasureRules rules,
      String keysId,
      Keeping keeping,
      String folder) {
    Origin asked =
        Origin.NOTHING
            .with("definitions", rules.definitions().version())
            .with("setting scope.municipalities", rules.scope().municipalities())
            .with("setting groupers", rules.groupers())
            .with("secret of the record keys", keysId)
            .with("tables not delivered", new TreeSet<>(coverage.notDelivered()))
            .with("silent municipalities", silent(coverage));
    return new KeptPersons(
        parts, Slicing.on(coverage.asOf(), coverage.periods()), asked, keeping, folder);
  }

  private static TreeMap<String, TreeSet<String>> silent(Coverage coverage) {
    TreeMap<String, TreeSet<String>> silent = new TreeMap<>();
    coverage.silent().forEach((table, of) -> silent.put(table, new TreeSet<>(of)));
    return silent;
  }

  @Override
  public <T> T ofPeriods(String name, Function<Dataset<Row>, T> pass, BinaryOperator<T> merged) {
    List<Integer> slices =
        Slicing.ALL.stream().filter(slice -> !slicing.names(slice).isEmpty()).toList();
    return SideBySide.each(
            slices,
            slice ->
                kept(
                    "%s_of_%s_periods".formatted(name, slice == Slicing.CLOSED ? "closed" : "open"),
                    Set.of(slice),
                    slicing.names(slice),
                    pass))
        .stream()
        .reduce(merged)
        .orElseThrow(() -> new IllegalStateException("Cannot measure: there is no period"));
  }

  @Override
  public <T> T together(String name, Collection<String> periods, Function<Dataset<Row>, T> pass) {
    Set<Integer> slices =
        slicing.periods().stream()
            .filter(period -> periods.contains(period.name()))
            .map(slicing::of)
            .collect(Collectors.toSet());
    return kept(name, slices, periods, pass);
  }

  private <T> T kept(
      String name,
      Set<Integer> slices,
      Collection<String> periods,
      Function<Dataset<Row>, T> pass) {
    Origin origin =
        asked
            .with("periods", periods)
            .with("marked person_period", parts.content(place -> slices.contains(place.slice())));
    String sums =
        keeping
            .text(STAGE, folder, name)
            .laid(origin, () -> SerialText.of(pass.apply(rows(slices, periods))))
            .orElseThrow(() -> new IllegalStateException("Cannot measure: nothing is to be made"));
    @SuppressWarnings("unchecked") // The pass of that name, in the same program, wrote it.
    T read = (T) SerialText.read(sums);
    return read;
  }

  private Dataset<Row> rows(Set<Integer> slices, Collection<String> periods) {
    return Persons.inFewTasks(
        parts
            .of(place -> slices.contains(place.slice()))
            .where(col("period").isin(periods.toArray())));
  }
}
