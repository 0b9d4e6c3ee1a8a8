package se.jamlik.pipeline.measure;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;

/** Every count of conditions and pairs against a loop over the persons in plain Java. */
@ExtendWith(SparkTest.class)
class PlainConditionsTest {
  private static final int PERSONS = 300;

  @Test
  void everyCountIsThatOfItsPersons(SparkSession spark) {
    Dataset<Row> region =
        region()
            .rows(spark)
            .withColumn("calderon60_mask", expr("xxhash64(person, period) & 255"))
            .withColumn("mental_mask", expr(SmallRegion.MENTAL))
            .withColumn("ho2022_mask", expr("xxhash64(period, person) & 255 & ~4"))
            .withColumn("ho2022_count", lit(0))
            .repartition(5);
    List<Row> residents = region.where("is_resident_at_end").collectAsList();
    MeasureRules one = SmallRegion.rules();
    MeasureRules rules =
        new MeasureRules(
            one.definitions(),
            one.scope(),
            List.of("calderon60", "ho2022"),
            one.keys(),
            one.trust());

    Measured measured = Measure.measured(region, SmallRegion.coverage("2023", "2024"), rules);

    // Two groupers and periods; scope, two municipalities, two sexes, six age groups.
    assertThat(measured.prevalenceCells()).hasSize(2 * 2 * 11 * SmallRegion.CONDITIONS.size());
    for (PrevalenceCell cell : measured.prevalenceCells()) {
      List<Row> members = residents.stream().filter(PlainSumsTest.in(cell.cell())).toList();
      isCountOf(cell.sums().denominator(), members, row -> true);
      isCountOf(cell.sums().numerator(), members, with(cell.grouper(), cell.condition()));
    }
    for (TriadCell cell : measured.multimorbidity().triads()) {
      List<Row> members = residents.stream().filter(PlainSumsTest.in(cell.cell())).toList();
      List<Predicate<Row>> each =
          cell.conditions().stream().map(condition -> with(cell.grouper(), condition)).toList();
      assertThat(cell.conditions()).isSorted();
      isCountOf(cell.sums().population(), members, row -> true);
      isCountOf(cell.sums().all(), members, each.get(0).and(each.get(1)).and(each.get(2)));
      for (int i = 0; i < each.size(); i++) {
        isCountOf(cell.sums().withEach().get(i), members, each.get(i));
      }
    }
    // 56 threes of eight and 35 of seven, all of some forty persons: none is far from the others.
    assertThat(measured.multimorbidity().triads())
        .hasSizeBetween(2 * 2 * TriadCell.MOST, 2 * (56 + 35));
    Predicate<Row> isMental = row -> (row.getLong(row.fieldIndex("calderon60_mask")) & 8) != 0;
    Predicate<Row> isPhysical = row -> (row.getLong(row.fieldIndex("calderon60_mask")) & ~8) != 0;
    assertThat(measured.multimorbidity().overlaps()).isNotEmpty();
    for (OverlapCell cell : measured.multimorbidity().overlaps()) {
      List<Row> members = residents.stream().filter(PlainSumsTest.in(cell.cell())).toList();
      boolean withMental = cell.overlap() == Overlap.MENTAL || cell.overlap() == Overlap.BOTH;
      boolean withPhysical = cell.overlap() == Overlap.PHYSICAL || cell.overlap() == Overlap.BOTH;
      Predicate<Row> alikeMentally = withMental ? isMental : isMental.negate();
      Predicate<Row> alikePhysically = withPhysical ? isPhysical : isPhysical.negate();
      isCountOf(cell.sums().population(), members, row -> true);
      isCountOf(cell.sums().both(), members, alikePhysically.and(alikeMentally));
      isCountOf(cell.sums().withA(), members, alikePhysically);
      isCountOf(cell.sums().withB(), members, alikeMentally);
    }
    // Eight conditions make 28 pairs, in ho2022 one is wanting and there are 21; three cells.
    assertThat(measured.pairCells()).hasSize(2 * 3 * (28 + 21));
    for (PairCell cell : measured.pairCells()) {
      List<Row> members = residents.stream().filter(PlainSumsTest.in(cell.cell())).toList();
      Predicate<Row> withA = with(cell.grouper(), cell.conditionA());
      Predicate<Row> withB = with(cell.grouper(), cell.conditionB());
      assertThat(cell.conditionA()).isLessThan(cell.conditionB());
      isCountOf(cell.sums().population(), members, row -> true);
      isCountOf(cell.sums().withA(), members, withA);
      isCountOf(cell.sums().withB(), members, withB);
      isCountOf(cell.sums().both(), members, withA.and(withB));
    }
  }

  private static SmallRegion region() {
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < PERSONS; person++) {
      Person one = Person.of(person).aged(person * 7 % 100).in(person % 3 == 0 ? "2401" : "2480");
      Person other = person % 2 == 0 ? one : one.men();
      region.add("2023", other, true, person % 10 != 0, 0, 0);
      region.add("2024", other, person % 10 != 0, person % 7 != 0, 0, 0);
    }
    return region;
  }

  private static Predicate<Row> with(String grouper, String condition) {
    long bit = 1L << SmallRegion.CONDITIONS.indexOf(condition);
    return row -> (row.getLong(row.fieldIndex(grouper + "_mask")) & bit) != 0;
  }

  private static void isCountOf(Counted counted, List<Row> rows, Predicate<Row> has) {
    List<Row> persons = rows.stream().filter(has).toList();
    long key =
        persons.stream()
            .mapToLong(row -> SmallRegion.KEYS.applyAsLong(row.getLong(0)))
            .reduce(0, (one, other) -> one ^ other);
    assertThat(counted).isEqualTo(new Counted(persons.size(), persons.size(), key));
  }
}
