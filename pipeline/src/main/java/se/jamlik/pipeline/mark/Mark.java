package se.jamlik.pipeline.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.Slicing;
import se.jamlik.pipeline.kept.TableInParts;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;
import se.jamlik.pipeline.vocabulary.SideBySide;

/**
 * Computes what is true of each person in each period, by the SQL of the definition files. One row
 * per person and period; what several facts are made from is written beside it. Pieces that are
 * made from the same as before stay as they lie.
 */
public final class Mark {
  private static final String STAGE = "mark";
  private static final String DERIVED = "derived";
  private static final String FACTS = "facts";

  private final SparkSession spark;
  private final Definitions definitions;
  private final Settings settings;
  private final String folder;
  private final Keeping keeping;
  private final Coverage coverage;
  private final Slicing slicing;
  private final SqlOrigins origins;

  private Mark(
      SparkSession spark,
      Definitions definitions,
      Settings settings,
      Coverage coverage,
      String folder,
      Keeping keeping) {
    this.spark = spark;
    this.definitions = definitions;
    this.settings = settings;
    this.coverage = coverage;
    this.folder = folder;
    this.keeping = keeping;
    this.slicing = Slicing.on(coverage.asOf(), coverage.periods());
    this.origins = new SqlOrigins(definitions, settings, coverage, slicing);
  }

  /**
   * Adds the facts to the people of each period, and writes them to the folder {@code marked} of
   * {@code out}, whatever is there.
   *
   * @param linked tables by name; one that is missing has no rows
   */
  public static Marked mark(Linked linked, Definitions definitions, Settings settings, String out) {
    return mark(linked, definitions, settings, out, Keeping.anew(settings.buckets()));
  }

  /** The same, of which only what is not there is made. */
  public static Marked mark(
      Linked linked, Definitions definitions, Settings settings, String out, Keeping keeping) {
    return new Mark(
            SparkSession.active(),
            definitions,
            settings,
            linked.coverage(),
            out + "/marked",
            keeping)
        .marked(linked);
  }

  private Marked marked(Linked linked) {
    try (NightViews views = new NightViews(spark, coverage, slicing)) {
      LinkedTables.inParts(spark, linked).forEach(views::add);
      views.add(ChoiceTables.of(spark, settings));
      OccurringCodes codes =
          new KeptCodes(keeping.text(STAGE, folder, "occurring_codes")).of(views.tables());
      views.add(CodeTables.of(spark, CodeTables.inUse(definitions, settings), codes));
      Map<String, TableInParts> facts = facts(views);
      return new Marked(
          together(views.table(LinkedTables.PERSON_PERIOD), facts),
          coverage,
          CodeListHits.of(definitions.codeLists().values(), codes));
    }
  }

  /** The facts by name. What is derived is laid before the first text that names it. */
  private Map<String, TableInParts> facts(NightViews views) {
    List<Text> left = new ArrayList<>();
    definitions.derived().forEach((name, text) -> left.add(new Text(DERIVED, name, text)));
    definitions.facts().forEach((name, text) -> left.add(new Text(FACTS, name, text)));
    Map<String, TableInParts> facts = new TreeMap<>();
    while (!left.isEmpty()) {
      List<Text> ready = left.stream().filter(text -> !text.waitsFor(left)).toList();
      if (ready.isEmpty()) {
        throw new IllegalStateException("Derived tables are made of each other: " + left);
      }
      SideBySide.each(ready, text -> Map.entry(text, laid(views, text)))
          .forEach(
              table -> {
                Text text = table.getKey();
                if (text.kind().equals(DERIVED)) {
                  views.add(text.name(), table.getValue());
                } else {
                  facts.put(text.name(), table.getValue());
                }
              });
      left.removeAll(ready);
    }
    return facts;
  }

  /** A file of SQL. */
  private record Text(String kind, String name, String sql) {
    /** Whether it names another that is derived and among these. */
    boolean waitsFor(List<Text> others) {
      Set<String> words = SqlOrigins.words(sql);
      return others.stream()
          .anyMatch(
              other ->
                  other.kind().equals(DERIVED)
                      && !other.name().equals(name)
                      && words.contains(other.name()));
    }

    @Override
    public String toString() {
      return kind + "/" + name;
    }
  }

  /**
   * A file of SQL has a table of its own: together in one plan they would have to fit in memory
   * together, and each would wait for the planning of all.
   */
  private TableInParts laid(NightViews views, Text text) {
    Reach reach = Reach.of(text.toString(), text.sql());
    return keeping
        .table(spark, STAGE, folder, text.toString())
        .laid(
            origins.of(text.toString(), text.sql(), views.tables()),
            slicing,
            missing -> views.rows(reach, text.sql(), missing),
            text.kind().equals(FACTS) ? new String[] {Facts.PERIOD} : new String[0]);
  }

  /**
   * The wide rows, numbers 0 and flags false where a person has none. Facts lie in the places of
   * the people that they are of.
   */
  private TableInParts together(TableInParts given, Map<String, TableInParts> facts) {
    TableInParts personPeriods =
        keeping.inPieces(
            given,
            () -> keeping.table(spark, STAGE, folder, "given_person_period"),
            slicing,
            Facts.PERIOD);
    StructType known = personPeriods.rows().schema();
    return keeping
        .table(spark, STAGE, folder, LinkedTables.PERSON_PERIOD)
        .alongside(
            origins.ofAllTogether(personPeriods, facts),
            slicing,
            personPeriods,
            facts.values(),
            beside ->
                Facts.withCombined(
                    Facts.filled(beside, known),
                    definitions.combined(),
                    ChoiceTables.costs(spark, settings.costs())),
            Facts.PERIOD);
  }
}
