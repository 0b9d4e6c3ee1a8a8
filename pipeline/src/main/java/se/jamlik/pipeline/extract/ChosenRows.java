package se.jamlik.pipeline.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.extract.ExtractProject.Age;
import se.jamlik.pipeline.extract.ExtractProject.Format;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.PersonColumns;
import se.jamlik.pipeline.vocabulary.UserError;

/** The rows and columns that a project asks for, with the size of the group that each row is in. */
final class ChosenRows {
  /** Persons of a period that must share their quasi-identifiers (k of k-anonymity). */
  static final int FEWEST_ALIKE = 5;

  private static final String KEPT = " from chosen where alike >= " + FEWEST_ALIKE;
  private static final String LEFT_OUT = " from chosen where alike < " + FEWEST_ALIKE;
  private static final String PERIOD = "period";
  private static final String AGE = "age";
  private static final String AGE_GROUP = "age_group";

  /** What an outsider may know of somebody: with these a row is recognised. */
  private static final Set<String> QUASI_IDENTIFIERS =
      Set.of(
          AGE,
          AGE_GROUP,
          "standard_group",
          "sex",
          "municipality",
          "regso",
          "deso",
          "birth_region",
          "education",
          "income_quintile");

  /** Which finer ages a decision on bands does not give. */
  private static final Set<String> FINER_THAN_BANDS = Set.of("standard_group");

  private final PersonRows rows;
  private final ExtractProject project;

  private ChosenRows(PersonRows rows, ExtractProject project) {
    this.rows = rows;
    this.project = project;
  }

  /** Chooses the rows; columns and population that are not to be had are refused. */
  static ChosenRows of(PersonRows rows, ExtractProject project, LongFunction<String> pseudonyms) {
    ChosenRows chosen = new ChosenRows(rows, project);
    chosen.refuseColumns();
    Population.refuseOthers(
        project.population(),
        rows.columns().stream()
            .filter(column -> !PersonColumns.has(column))
            .collect(Collectors.toCollection(TreeSet::new)),
        rows);
    chosen.choose();
    rows.addPseudonyms("pseudonyms", "select distinct person" + KEPT, pseudonyms);
    return chosen;
  }

  private void refuseColumns() {
    List<String> known = rows.columns();
    List<String> problems = new ArrayList<>();
    for (String column : project.columns()) {
      if (PersonColumns.has(column)) {
        problems.add("'%s' tells who somebody is".formatted(column));
      } else if (!known.contains(column)) {
        problems.add("there is no column '%s'".formatted(column));
      } else if (project.age() == Age.BANDS && FINER_THAN_BANDS.contains(column)) {
        problems.add("'%s' is finer than the bands of age".formatted(column));
      } else if (column.equals(PERIOD)) {
        problems.add("'period' is there without being asked for");
      }
    }
    if (!problems.isEmpty()) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot make an extract for %s: %s (expected columns of the table %s). Mend the project's columns."
              .formatted(project.name(), String.join(", ", problems), PersonRows.ROWS));
    }
  }

  private void choose() {
    rows.addAgeGroups("shown_age");
    String columns =
        project.columns().stream()
            .map(
                column ->
                    isBanded(column)
                        ? "(select age_group from shown_age where shown_age.age = least(selected.age, %d)) as age_group"
                            .formatted(PersonRows.OLDEST)
                        : "selected." + PersonRows.name(column))
            .collect(Collectors.joining(", "));
    rows.execute(
        "create table given as with selected as (from %s where (%s)) select person, period, %s from selected"
            .formatted(PersonRows.ROWS, project.population(), columns));
    String group =
        Stream.concat(Stream.of(PERIOD), quasiIdentifiers().stream())
            .map(PersonRows::name)
            .collect(Collectors.joining(", "));
    rows.execute(
        "create table chosen as select given.*, count(*) over (partition by %s) as alike, dense_rank() over (order by %s) as group_number from given"
            .formatted(group, group));
  }

  /** The names of the columns as they are in the file, beside pseudonym and period. */
  List<String> given() {
    return project.columns().stream().map(column -> isBanded(column) ? AGE_GROUP : column).toList();
  }

  private boolean isBanded(String column) {
    return column.equals(AGE) && project.age() == Age.BANDS;
  }

  private List<String> quasiIdentifiers() {
    return given().stream().filter(QUASI_IDENTIFIERS::contains).toList();
  }

  /** How alike the rows are; that none is left is refused. */
  Anonymity anonymity() {
    long count = rows.count("select count(*)" + KEPT);
    if (count == 0) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot make an extract for %s: no row of the population has %d persons alike by %s (expected some). Ask for fewer or coarser columns."
              .formatted(project.name(), FEWEST_ALIKE, String.join(", ", quasiIdentifiers())));
    }
    return new Anonymity(
        count,
        rows.count("select count(distinct person)" + KEPT),
        rows.count("select count(*)" + LEFT_OUT),
        rows.count("select count(distinct group_number)" + LEFT_OUT),
        rows.count("select min(alike)" + KEPT),
        quasiIdentifiers());
  }

  /** Writes the rows that are kept, in the order of their pseudonyms. */
  void write(Path to) {
    String columns =
        given().stream()
            .map(column -> ", " + PersonRows.name(column))
            .collect(Collectors.joining());
    rows.execute(
        "copy (select pseudonym, period%s from chosen join pseudonyms using (person) where alike >= %d order by pseudonym, period) to %s (%s)"
            .formatted(
                columns,
                FEWEST_ALIKE,
                PersonRows.quoted(to.toString()),
                project.format() == Format.CSV
                    ? "format csv, header"
                    : "format parquet, compression zstd"));
  }
}
