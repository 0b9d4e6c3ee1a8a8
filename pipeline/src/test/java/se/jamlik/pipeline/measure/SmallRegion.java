package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.expr;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import se.jamlik.pipeline.link.RecordKey;
import se.jamlik.pipeline.vocabulary.Areas;
import se.jamlik.pipeline.vocabulary.CodeList;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Direction;
import se.jamlik.pipeline.vocabulary.IndicatorDefinition.Kind;
import se.jamlik.pipeline.vocabulary.Period;
import se.jamlik.pipeline.vocabulary.Settings;

/** A region drawn row by row, with indicators of every kind. */
public final class SmallRegion {
  public static final RecordKey KEYS = person -> person * 0x9E3779B97F4A7C15L;

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "person bigint, period string, sex string, age int, standard_group int, municipality string, deso string, regso string, income_quintile string, education string, birth_region string, is_resident_at_start boolean, is_resident_at_end boolean, mean_population double, condition_count int, events int, share double, is_ill boolean, calderon60_mask bigint");

  /** The conditions of a person's mask, of which {@link Person#withConditions} takes the first. */
  public static final List<String> CONDITIONS =
      List.of(
          "Asthma", "Blindness", "Cataract", "Dementia", "Epilepsy", "Fracture", "Gout", "Hernia");

  /** The one condition of them that is mental: dementia. */
  static final String MENTAL = "calderon60_mask & 8";

  /** As geografi would tell of them; it knows no DeSO. */
  private static final Areas AREAS =
      new Areas(
          Map.of("2480", "Umeå"),
          Map.of(
              "2401R001", new TreeSet<>(Set.of("2401")),
              "2480R001", new TreeSet<>(Set.of("2480"))));

  private final List<Row> rows = new ArrayList<>();

  /** A person with what the indicators count; the rest is as good as any. */
  public record Person(
      long person, String sex, int age, String municipality, String income, int conditions) {
    public static Person of(long person) {
      return new Person(person, "women", 70, "2480", "1", 2);
    }

    public Person men() {
      return new Person(person, "men", age, municipality, income, conditions);
    }

    public Person aged(int years) {
      return new Person(person, sex, years, municipality, income, conditions);
    }

    public Person in(String code) {
      return new Person(person, sex, age, code, income, conditions);
    }

    public Person withConditions(int count) {
      return new Person(person, sex, age, municipality, income, count);
    }
  }

  /** People of all ages in 2024, of whom a few are ill. */
  public static SmallRegion people(int count) {
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < count; person++) {
      Person one =
          Person.of(person)
              .aged(person * 7 % 100)
              .in(person % 5 == 0 ? "2401" : "2480")
              .withConditions(person % 4);
      Person other = person % 2 == 0 ? one : one.men();
      region.add("2024", other, person % 9 != 0, person % 11 != 0, person % 3, person % 13 / 12.0);
    }
    return region;
  }

  /** Someone resident all the period, with a number of events and a share of twelve months. */
  public SmallRegion add(String period, Person person, int events, double share) {
    return add(period, person, true, true, events, share);
  }

  public SmallRegion add(
      String period, Person person, boolean atStart, boolean atEnd, int events, double share) {
    rows.add(
        RowFactory.create(
            person.person(),
            period,
            person.sex(),
            person.age(),
            Math.min(person.age() / 5, 18),
            person.municipality(),
            person.municipality() + "A0010",
            person.municipality() + "R001",
            person.income(),
            "low",
            "sweden",
            atStart,
            atEnd,
            ((atStart ? 1 : 0) + (atEnd ? 1 : 0)) / 2.0,
            person.conditions(),
            events,
            share,
            person.conditions() >= 2,
            (1L << person.conditions()) - 1));
    return this;
  }

  public Dataset<Row> rows(SparkSession spark) {
    return spark.createDataFrame(rows, SCHEMA).withColumn("mental_mask", expr(MENTAL));
  }

  /** The rows of a measured table. */
  static List<Row> rows(Measured measured, String table) {
    return measured.tables().stream()
        .filter(found -> found.name().equals(table))
        .findFirst()
        .orElseThrow()
        .rows();
  }

  public static Coverage coverage(String... years) {
    return coverage(Set.of(), Map.of(), years);
  }

  public static Coverage coverage(
      Set<String> notDelivered, Map<String, Set<String>> silent, String... years) {
    return new Coverage(
        LocalDate.of(2026, 11, 22),
        LocalDate.of(2026, 11, 20),
        LocalDate.of(2015, 1, 1),
        List.of(years).stream().map(Integer::parseInt).map(Period::year).toList(),
        notDelivered,
        silent,
        AREAS);
  }

  public static MeasureRules rules() {
    return rules(
        List.of(
            indicator("ILL", Kind.PROPORTION, "is_resident_at_end", "is_ill", "1"),
            indicator("MONTHS", Kind.MEAN, "is_resident_at_end and age >= 65", "share", "1"),
            indicator("RATE", Kind.RATE, "age >= 20", "events", "mean_population"),
            indicator("RATIO", Kind.RATIO, "true", "events", "mean_population")));
  }

  public static MeasureRules rules(List<IndicatorDefinition> indicators) {
    return new MeasureRules(
        new Definitions(
            List.of(),
            List.of(),
            Map.of("calderon60", grouper("calderon60"), "ho2022", grouper("ho2022")),
            Map.of(),
            Map.of(),
            Map.of(),
            indicators,
            List.of(),
            "0123456789ab"),
        new Settings.Scope(List.of("2401", "2480"), "Umeåregionen", "Region Västerbotten"),
        List.of("calderon60"),
        KEYS,
        (indicator, firstDay, lastDay, municipality) -> "passed");
  }

  /** The indicator of two conditions or more. */
  static IndicatorDefinition multimorbidity() {
    return indicator("MM2", Kind.PROPORTION, "is_resident_at_end", "condition_count >= 2", "1");
  }

  /** A share, in percent of the same amount. */
  public static IndicatorDefinition share(int topPercent, String amount) {
    return new IndicatorDefinition(
        "TOP" + topPercent,
        Map.of("sv", "topp", "en", "top"),
        "theme",
        Map.of("sv", "?", "en", "?"),
        Kind.SHARE,
        "% of cost",
        100,
        topPercent,
        Direction.NEUTRAL,
        "is_resident_at_end",
        amount,
        amount,
        Map.of("numerator", "täljare", "denominator", "nämnare"),
        List.of(),
        List.of("sol"),
        List.of(),
        false,
        false,
        false,
        null,
        "source");
  }

  private static CodeList grouper(String id) {
    return new CodeList(
        id,
        Map.of("match", "longest prefix"),
        CONDITIONS.stream()
            .map(name -> new CodeList.Code(name, name.substring(0, 1) + "00", name, 0, "verified"))
            .toList(),
        "0123456789ab");
  }

  static IndicatorDefinition indicator(
      String id, Kind kind, String population, String numerator, String denominator) {
    return new IndicatorDefinition(
        id,
        Map.of("sv", id, "en", id),
        "theme",
        Map.of("sv", "?", "en", "?"),
        kind,
        "%",
        100,
        0,
        Direction.LOWER,
        population,
        numerator,
        denominator,
        Map.of("numerator", "täljare", "denominator", "nämnare"),
        id.equals("MONTHS") ? List.of("lss") : List.of(),
        id.equals("RATE") ? List.of("sol", "khsl") : List.of(),
        List.of(),
        id.equals("ILL"),
        id.equals("ILL") || id.equals("RATE"),
        id.equals("ILL") || id.equals("RATE") || id.equals("MONTHS"),
        null,
        "source");
  }
}
