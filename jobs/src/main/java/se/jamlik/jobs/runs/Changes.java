package se.jamlik.jobs.runs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.publish.ReleaseDifference;
import se.jamlik.pipeline.publish.ReleaseDifference.Changed;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.Lineage;

/**
 * What changed in the indicators since the last release, and why.
 *
 * @param earlier the release that was before
 * @param difference from it to that of the run
 * @param tables what each indicator stands on, by the contract's names
 */
record Changes(String earlier, ReleaseDifference difference, Map<String, Set<String>> tables) {
  private static final int MOST_INDICATORS = 15;
  private static final int MOST_CAUSES = 12;

  Changes {
    tables = Map.copyOf(tables);
  }

  /** Nothing where the run made no release, or where none that is still there was before it. */
  static Optional<Changes> sinceTheLast(Path out, String run) {
    Runs runs = Runs.under(out);
    Optional<String> made = release(runs, id -> id.equals(run));
    Optional<String> before = release(runs, id -> id.compareTo(run) < 0);
    Releases releases = Releases.under(out);
    List<String> there = releases.ids();
    if (made.filter(there::contains).isEmpty() || before.filter(there::contains).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Changes(
            before.get(),
            ReleaseDifference.between(releases.named(before.get()), releases.named(made.get())),
            tables(Definitions.load())));
  }

  /** The newest release of the runs of some names. */
  private static Optional<String> release(Runs runs, Predicate<String> isMeant) {
    return runs.all().stream()
        .filter(run -> isMeant.test(run.id()))
        .flatMap(run -> run.release().stream())
        .reduce((older, newer) -> newer);
  }

  private static Map<String, Set<String>> tables(Definitions definitions) {
    Lineage lineage = new Lineage(definitions);
    Map<String, Set<String>> tables = new TreeMap<>();
    for (IndicatorDefinition indicator : definitions.indicators()) {
      tables.put(indicator.id(), lineage.tablesOf(indicator));
    }
    return tables;
  }

  /** What the release was made from that the earlier was not, and the indicators that differ. */
  ReportSection section() {
    return new ReportSection(
        "Changes since release " + earlier,
        difference.indicators().isEmpty()
            ? "No indicator has changed."
            : "%d indicators have changed.".formatted(difference.indicators().size()),
        firstOf(difference.causes(), MOST_CAUSES, "causes"),
        List.of(
            ReportSection.Column.text("Indicator"),
            ReportSection.Column.number("New values"),
            ReportSection.Column.number("Gone"),
            ReportSection.Column.number("Changed"),
            ReportSection.Column.text("Why")),
        rows());
  }

  private List<List<String>> rows() {
    List<Changed> all = difference.indicators();
    Stream<List<String>> shown =
        all.stream()
            .limit(MOST_INDICATORS)
            .map(
                one ->
                    List.of(
                        one.name(),
                        Numbers.whole(one.added()),
                        Numbers.whole(one.gone()),
                        Numbers.whole(one.changed()),
                        why(one)));
    int rest = all.size() - MOST_INDICATORS;
    return rest <= 0
        ? shown.toList()
        : Stream.concat(
                shown,
                Stream.of(List.of("and %d more (jamlik diff)".formatted(rest), "", "", "", "")))
            .toList();
  }

  /** The kinds of the causes that can reach the indicator: files of tables that it stands on. */
  private String why(Changed changed) {
    return Stream.concat(
            changed.why().stream(),
            difference.causes().stream()
                .filter(cause -> reaches(cause, changed.name()))
                .map(cause -> cause.replaceAll("[:,].*", "")))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private boolean reaches(String cause, String indicator) {
    int file = cause.indexOf(" data: ");
    if (cause.startsWith("changed definitions")) {
      // Each definition that has changed is told at its own indicator.
      return false;
    }
    if (file < 0 && !cause.startsWith("data left out: ")) {
      return true;
    }
    String table = cause.replaceFirst("^[a-z ]+: ", "").replaceFirst("/.*", "");
    Set<String> own = tables.getOrDefault(indicator, Set.of());
    // A file of another shape brings rows of several tables.
    return own.isEmpty() || own.contains(table) || isOtherShape(table);
  }

  private boolean isOtherShape(String table) {
    return tables.values().stream().noneMatch(own -> own.contains(table));
  }

  private static List<String> firstOf(List<String> all, int most, String of) {
    return all.size() <= most
        ? all
        : Stream.concat(
                all.stream().limit(most),
                Stream.of("and %d more %s".formatted(all.size() - most, of)))
            .toList();
  }
}
