package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.PersonColumns;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Reads a staged release as an outsider would, knowing nothing of how it was made, and refuses it
 * when it gives anybody away. The last defence: {@code protect} has already seen to all of this.
 */
public final class Gate {
  private static final String NOT_SHOWN = "a statistic of a cell that is not shown";
  private static final String HIDDEN = "status <> 'shown' and %1$s is not null";
  private static final String TOO_FEW = "a value with too small a denominator";

  private final List<Rule> rules;
  private final GatedFiles files;

  /**
   * Something that must hold in every row of every table that has the columns.
   *
   * @param says what is wrong where it is broken
   * @param columns each is looked at by itself
   * @param besides columns that the table must have too
   * @param without columns that the table may not have
   * @param broken SQL condition of a row that breaks it; %s is the column
   */
  private record Rule(
      String says, Set<String> columns, Set<String> besides, Set<String> without, String broken) {
    Rule(String says, Set<String> columns, Set<String> besides, String broken) {
      this(says, columns, besides, Set.of(), broken);
    }

    boolean isFor(String column, Set<String> ofTable) {
      return columns.contains(column)
          && ofTable.containsAll(besides)
          && Collections.disjoint(ofTable, without);
    }
  }

  /**
   * A gate with the thresholds of the settings.
   *
   * @param pdf reads the reports, which the modules of the pipeline cannot
   * @param proportions ids of the indicators whose numerator and denominator count persons
   */
  public Gate(ProtectionRules protect, DocumentText pdf, Set<String> proportions) {
    files = new GatedFiles(protect, pdf);
    String small = "%%1$s > 0 and %%1$s < %d".formatted(protect.smallestShown());
    String withoutEnough =
        "status = 'shown' and %%1$s < %d".formatted(protect.smallestDenominator());
    rules =
        List.of(
            new Rule(
                "a status that does not exist",
                Set.of("status"),
                // The status of a code list is another word.
                Set.of("reason"),
                "%1$s is null or %1$s not in ('shown', 'suppressed', 'not_computed')"),
            new Rule(
                NOT_SHOWN,
                Set.of(
                    "numerator",
                    "denominator",
                    "population",
                    "multimorbid",
                    "value",
                    "ci_low",
                    "ci_high",
                    "expected",
                    "lift",
                    "residents",
                    "value_of_residents",
                    "rows",
                    "rows_linked",
                    "rate",
                    "reference",
                    "low_95",
                    "high_95",
                    "low_998",
                    "high_998"),
                Set.of("status"),
                HIDDEN),
            // The status of table population is that of the multimorbid among the persons.
            new Rule(NOT_SHOWN, Set.of("persons"), Set.of("status"), Set.of("multimorbid"), HIDDEN),
            new Rule(
                "a count of too few persons",
                Set.of("persons", "population", "multimorbid", "residents", "persons_linked"),
                Set.of(),
                small),
            new Rule(
                "a count of too few persons",
                Set.of("numerator", "denominator"),
                // The table indicator tells its numerators in words, and has no status.
                Set.of("indicator", "status"),
                "indicator in (%s) and %s".formatted(listed(proportions), small)),
            new Rule(TOO_FEW, Set.of("denominator"), Set.of("status"), withoutEnough),
            new Rule(TOO_FEW, Set.of("persons"), Set.of("status", "multimorbid"), withoutEnough));
  }

  private static String listed(Set<String> proportions) {
    return proportions.isEmpty()
        ? "''"
        : new TreeSet<>(proportions).stream().map(Sql::text).collect(Collectors.joining(", "));
  }

  /**
   * Passes a staged release or refuses it.
   *
   * @param asOf no personnummer is younger
   * @throws UserError with {@link ExitCode#PRIVACY} that names every table and column that is wrong
   */
  void inspect(Path folder, LocalDate asOf) throws IOException {
    List<String> problems = new ArrayList<>();
    try (Database database = Database.inMemory(folder)) {
      database.execute(
          "attach %s as database (read_only)"
              .formatted(Sql.text(folder.resolve(ReleaseDatabase.FILE))));
      for (String table : TableFiles.in(folder)) {
        String relation = "read_parquet(%s)".formatted(Sql.text(TableFiles.of(folder, table)));
        Map<String, String> types = types(database, relation);
        problems.addAll(columnsOfPersons(table, types.keySet()));
        problems.addAll(brokenRules(database, table, relation, types.keySet()));
        problems.addAll(textsOfPersons(database, table, relation, types, asOf));
        problems.addAll(copiesThatDiffer(database, folder, table, relation, types));
      }
    }
    problems.addAll(files.problems(folder, asOf));
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.PRIVACY,
          ("Cannot publish: the gate found %d problems in the staged release (expected none)."
                  + " Nothing was published; send this message to those who keep the program.%n%s")
              .formatted(problems.size(), String.join("\n", problems)));
    }
  }

  private static Map<String, String> types(Database database, String relation) {
    Map<String, String> types = new LinkedHashMap<>();
    database
        .rows("select column_name, column_type from (describe from %s)".formatted(relation))
        .forEach(row -> types.put(String.valueOf(row.get(0)), String.valueOf(row.get(1))));
    return types;
  }

  private static List<String> columnsOfPersons(String table, Set<String> columns) {
    return columns.stream()
        .filter(PersonColumns::has)
        .map(column -> "%s.%s: a column of persons".formatted(table, column))
        .toList();
  }

  private List<String> brokenRules(
      Database database, String table, String relation, Set<String> columns) {
    List<String> problems = new ArrayList<>();
    for (Rule rule : rules) {
      for (String column : columns) {
        if (rule.isFor(column, columns)) {
          long rows =
              database.count(
                  "select count(*) from %s where %s"
                      .formatted(relation, rule.broken().formatted(Sql.name(column))));
          if (rows > 0) {
            problems.add("%s.%s: %s in %d rows".formatted(table, column, rule.says(), rows));
          }
        }
      }
    }
    return problems;
  }

  private static List<String> textsOfPersons(
      Database database, String table, String relation, Map<String, String> types, LocalDate asOf) {
    List<String> problems = new ArrayList<>();
    types.forEach(
        (column, type) -> {
          if (type.equals("VARCHAR")) {
            long texts =
                database
                    .texts("select distinct %s from %s".formatted(Sql.name(column), relation))
                    .stream()
                    .filter(text -> GatedFiles.holdsPersonnummer(text, asOf))
                    .count();
            if (texts > 0) {
              problems.add(
                  "%s.%s: a personnummer in %d different texts".formatted(table, column, texts));
            }
          }
        });
    return problems;
  }

  /** What was inspected in the Parquet holds for its copies when they say the same. */
  private static List<String> copiesThatDiffer(
      Database database, Path folder, String table, String relation, Map<String, String> types) {
    Map<String, String> copies = new LinkedHashMap<>();
    copies.put("in the database", "database." + Sql.name(table));
    Path csv = folder.resolve("csv").resolve(table + ".csv");
    if (Files.exists(csv)) {
      copies.put("in the CSV", csvRelation(csv, types));
    }
    return copies.entrySet().stream()
        .filter(
            copy ->
                differs(database, relation, copy.getValue())
                    || differs(database, copy.getValue(), relation))
        .map(copy -> "%s: other rows %s than in the Parquet".formatted(table, copy.getKey()))
        .toList();
  }

  private static String csvRelation(Path csv, Map<String, String> types) {
    return "read_csv(%s, header = true, allow_quoted_nulls = false, columns = {%s})"
        .formatted(
            Sql.text(csv),
            types.entrySet().stream()
                .map(type -> Sql.text(type.getKey()) + ": " + Sql.text(type.getValue()))
                .collect(Collectors.joining(", ")));
  }

  private static boolean differs(Database database, String one, String other) {
    return database.count("select count(*) from (from %s except all from %s)".formatted(one, other))
        > 0;
  }
}
