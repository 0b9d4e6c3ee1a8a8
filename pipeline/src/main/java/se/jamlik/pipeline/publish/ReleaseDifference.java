package se.jamlik.pipeline.publish;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What changed from one release to another, and what may have changed it.
 *
 * @param causes what the later was made from that the earlier was not: a line each
 * @param tables rows by their key, of the tables that differ
 * @param indicators of {@code indicator_value}, those that differ
 */
public record ReleaseDifference(
    List<String> causes, List<Changed> tables, List<Changed> indicators) {
  private static final String VALUES = "indicator_value";

  /**
   * Rows that only one of the releases has, and rows that both have and that say different things.
   *
   * @param name of the table or the indicator
   * @param why the causes that are its own
   */
  public record Changed(String name, long added, long gone, long changed, List<String> why) {
    public Changed {
      why = List.copyOf(why);
    }
  }

  public ReleaseDifference {
    causes = List.copyOf(causes);
    tables = List.copyOf(tables);
    indicators = List.copyOf(indicators);
  }

  /** Compares two releases, which may lie in different installations. */
  public static ReleaseDifference between(Release earlier, Release later) {
    DataDictionary meanings = DataDictionary.read();
    try (Database database = Database.inMemory(later.folder())) {
      List<Changed> tables = new ArrayList<>();
      for (String table : new TreeSet<>(meanings.tables().keySet())) {
        List<String> key = meanings.key(table);
        if (!key.isEmpty() && isIn(earlier, table) && isIn(later, table)) {
          tables.addAll(
              new Comparing(database, earlier, later, table, key).byName("'" + table + "'"));
        }
      }
      List<Changed> indicators =
          isIn(earlier, VALUES) && isIn(later, VALUES)
              ? new Comparing(database, earlier, later, VALUES, meanings.key(VALUES))
                  .byName("indicator")
              : List.of();
      return new ReleaseDifference(
          causes(database, earlier, later),
          tables,
          withReasons(indicators, redefined(database, earlier, later)));
    }
  }

  private static List<Changed> withReasons(List<Changed> indicators, List<String> redefined) {
    return indicators.stream()
        .map(
            changed ->
                new Changed(
                    changed.name(),
                    changed.added(),
                    changed.gone(),
                    changed.changed(),
                    redefined.contains(changed.name()) ? List.of("changed definition") : List.of()))
        .toList();
  }

  private static boolean isIn(Release release, String table) {
    return Files.exists(TableFiles.of(release.folder(), table));
  }

  /** The two tables side by side, row by row of their key. */
  private record Comparing(
      Database database, Release earlier, Release later, String table, List<String> key) {

    List<Changed> byName(String name) {
      List<String> columns = columns();
      String same =
          columns.stream()
              .map(column -> "a.%1$s is not distinct from b.%1$s".formatted(Sql.name(column)))
              .collect(Collectors.joining(" and "));
      String on =
          key.stream()
              .filter(columns::contains)
              .map(column -> "a.%1$s is not distinct from b.%1$s".formatted(Sql.name(column)))
              .collect(Collectors.joining(" and "));
      return database
          .rows(
              """
              with a as (select *, true as is_there %s), b as (select *, true as is_there %s),
              sides as (
                select coalesce(%s) as name, a.is_there as was, b.is_there as is_now, %s as is_same
                from a full join b on %s)
              select name, count(*) filter (was is null), count(*) filter (is_now is null),
                count(*) filter (was and is_now and not is_same)
              from sides
              group by name
              having count(*) filter (was is null or is_now is null or not is_same) > 0
              order by name
              """
                  .formatted(
                      TableFiles.from(earlier.folder(), table),
                      TableFiles.from(later.folder(), table),
                      name.startsWith("'") ? name : "a.%1$s, b.%1$s".formatted(Sql.name(name)),
                      same,
                      on))
          .stream()
          .map(
              row ->
                  new Changed(
                      String.valueOf(row.get(0)),
                      number(row.get(1)),
                      number(row.get(2)),
                      number(row.get(3)),
                      List.of()))
          .toList();
    }

    /** Those that both releases have. */
    private List<String> columns() {
      List<String> before = columns(earlier);
      return columns(later).stream().filter(before::contains).toList();
    }

    private List<String> columns(Release release) {
      return database.texts(
          "select column_name from (describe %s)"
              .formatted(TableFiles.from(release.folder(), table)));
    }
  }

  private static long number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).longValue();
  }

  private static List<String> redefined(Database database, Release earlier, Release later) {
    if (!isIn(earlier, "indicator") || !isIn(later, "indicator")) {
      return List.of();
    }
    return database.texts(
        """
        select a.indicator from (%s) as a join (%s) as b using (indicator)
        where a.definition_version <> b.definition_version
        """
            .formatted(
                TableFiles.from(earlier.folder(), "indicator"),
                TableFiles.from(later.folder(), "indicator")));
  }

  private static List<String> causes(Database database, Release earlier, Release later) {
    Manifest before = earlier.manifest();
    Manifest after = later.manifest();
    List<String> causes = new ArrayList<>();
    if (!before.asOf().equals(after.asOf())) {
      causes.add("another night: %s, before %s".formatted(after.asOf(), before.asOf()));
    }
    if (!before.dataThrough().equals(after.dataThrough())) {
      causes.add("data through %s, before %s".formatted(after.dataThrough(), before.dataThrough()));
    }
    causes.addAll(files(database, before, after, later));
    if (!before.definitionsVersion().equals(after.definitionsVersion())) {
      causes.add(
          "changed definitions: %s, before %s"
              .formatted(after.definitionsVersion(), before.definitionsVersion()));
    }
    if (!before.codeVersion().equals(after.codeVersion())) {
      causes.add(
          "another program: %s, before %s".formatted(after.codeVersion(), before.codeVersion()));
    }
    causes.addAll(settings(before.settings(), after.settings()));
    return causes;
  }

  /** New files, those of them that correct earlier ones, and files that take no part any more. */
  private static List<String> files(
      Database database, Manifest before, Manifest after, Release later) {
    Map<String, Long> replaced = replaced(database, later);
    List<String> causes = new ArrayList<>();
    for (MadeFrom.Input input : after.inputs()) {
      if (!before.inputs().contains(input)) {
        long rows = replaced.getOrDefault(input.sha256(), 0L);
        causes.add(
            rows == 0
                ? "new data: " + input.file()
                : "corrected data: %s replaces %d earlier rows".formatted(input.file(), rows));
      }
    }
    before.inputs().stream()
        .filter(input -> !after.inputs().contains(input))
        .map(
            input ->
                (isForgotten(input, after) ? "forgotten data: " : "data left out: ") + input.file())
        .forEach(causes::add);
    return causes;
  }

  private static boolean isForgotten(MadeFrom.Input input, Manifest after) {
    return Stream.ofNullable(after.forgotten())
        .flatMap(List::stream)
        .anyMatch(forgotten -> forgotten.sha256().equals(input.sha256()));
  }

  private static Map<String, Long> replaced(Database database, Release later) {
    Map<String, Long> replaced = new TreeMap<>();
    boolean isTold =
        isIn(later, "delivery")
            && database
                .texts(
                    "select column_name from (describe %s)"
                        .formatted(TableFiles.from(later.folder(), "delivery")))
                .containsAll(List.of("sha256", "replaced"));
    if (isTold) {
      database
          .rows(
              "select sha256, replaced from (%s)"
                  .formatted(TableFiles.from(later.folder(), "delivery")))
          .forEach(
              row -> replaced.merge(String.valueOf(row.get(0)), number(row.get(1)), Long::sum));
    }
    return replaced;
  }

  private static List<String> settings(Map<String, Object> before, Map<String, Object> after) {
    return Stream.concat(before.keySet().stream(), after.keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> !Objects.equals(before.get(name), after.get(name)))
        .map(
            name ->
                "changed setting %s: %s, before %s"
                    .formatted(name, after.get(name), before.get(name)))
        .toList();
  }
}
