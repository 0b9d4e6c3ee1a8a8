package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;

@ExtendWith(SparkTest.class)
class TopSharesTest {
  private static final long SEED = 20261122;
  private static final int PERSONS = 1500;
  private static final List<Integer> PERCENTS = List.of(1, 5, 10);

  /** Forty amounts with many at each, and half a thousand with few. */
  private static final String AMOUNT =
      "case when events < 40 then events * 900 else cast(share * 1000 as decimal(20, 6)) end";

  private final SparkSession spark;

  TopSharesTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void topsOfEverySetAreThoseOfTheOracle() {
    SmallRegion region = new SmallRegion();
    long person = 0;
    for (Oracle row : Oracle.rows("burden/input_person_cost.csv")) {
      region.add(row.text("dataset"), Person.of(person++), 0, row.number("cost"));
    }

    Map<Integer, SortedMap<Cell, GroupSums>> tops =
        tops(region.rows(spark), "cast(share as decimal(20, 6))", Set.of());

    for (Oracle expected : Oracle.rows("burden/expected_summary.csv")) {
      Cell set = Cell.wholeArea(expected.text("dataset"), Cell.SCOPE, Cell.SCOPE);
      tops.forEach(
          (percent, sums) -> {
            double share = expected.number("top%02d_ceil".formatted(percent));
            assertThat(sums.containsKey(set)).isEqualTo(!Double.isNaN(share));
            if (sums.containsKey(set)) {
              assertThat(sums.get(set).total().value()).isCloseTo(share, within(1e-12));
              assertThat(sums.get(set).total().denominator().sum())
                  .isCloseTo(expected.number("total"), within(1e-6));
            }
          });
    }
  }

  @Test
  void everyCellIsWhatSortingItsPersonsGives() {
    Dataset<Row> region = randomRegion().rows(spark).repartition(5);
    List<Row> rows =
        region.selectExpr("*", "cast((" + AMOUNT + ") as double)").collectAsList().stream()
            .filter(row -> row.getBoolean(12))
            .toList();

    tops(region, AMOUNT, Set.of())
        .forEach(
            (percent, sums) -> {
              // Every breakdown, but DeSO, of two municipalities and one group of each dimension.
              assertThat(sums).hasSize(50);
              sums.forEach(
                  (cell, found) ->
                      isTopOf(
                          rows.stream().filter(PlainSumsTest.in(cell)).toList(), percent, found));
            });
  }

  private static void isTopOf(List<Row> members, int percent, GroupSums found) {
    List<Row> costliest =
        members.stream().sorted(Comparator.comparing(TopSharesTest::amount).reversed()).toList();
    int size = (int) Math.ceil(members.size() * percent / 100.0);
    List<Row> top = costliest.subList(0, size);
    double last = amount(top.get(size - 1));
    long key = 0;
    for (Row row : members) {
      key ^= amount(row) > 0 && amount(row) >= last ? key(row) : 0;
    }
    Counted numerator = found.total().numerator();
    assertThat(numerator.sum()).isCloseTo(sum(top), within(1e-6));
    assertThat(numerator.persons()).isEqualTo(withAmount(top));
    assertThat(numerator.key()).isEqualTo(key);
    assertThat(found.total().denominator().sum()).isCloseTo(sum(members), within(1e-6));
    assertThat(found.total().denominator().persons()).isEqualTo(withAmount(members));
    assertThat(found.standardGroups()).isEmpty();
    assertThat(found.twoLargest())
        .isCloseTo(sum(costliest.subList(0, Math.min(2, members.size()))), within(1e-6));
  }

  @Test
  void wholePersonsAreRoundedUpAndThoseWithoutAmountAreResidentsToo() {
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < 101; person++) {
      region.add("2024", Person.of(person), person < 3 ? 10 * (person + 1) : 0, 0);
    }
    region.add("2024", Person.of(200), true, false, 1000, 0);

    Map<Integer, SortedMap<Cell, GroupSums>> tops = tops(region.rows(spark), "events", Set.of());

    // Two of 101 residents are one per cent; six and eleven are more than have any amount.
    Cell scope = Cell.wholeArea("2024", Cell.SCOPE, Cell.SCOPE);
    assertThat(tops.values().stream().map(sums -> sums.get(scope).total().numerator().sum()))
        .containsExactlyInAnyOrder(50.0, 60.0, 60.0);
    assertThat(tops.values().stream().map(sums -> sums.get(scope).total().numerator().persons()))
        .containsExactlyInAnyOrder(2L, 3L, 3L);
  }

  @Test
  void municipalityThatSentNothingIsLeftOutOfTheScope() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1), 10, 0)
            .add("2024", Person.of(2).in("2401"), 500, 0);

    tops(region.rows(spark), "events", Set.of("2401"))
        .values()
        .forEach(
            sums ->
                assertThat(sums.entrySet().stream().filter(entry -> entry.getKey().isScope()))
                    .isNotEmpty()
                    .allMatch(entry -> entry.getValue().total().denominator().sum() == 10));
  }

  @Test
  void bucketsGrowWithTheirAmounts() {
    for (int power = 0; power < Long.SIZE - 2; power++) {
      long amount = 1L << power;
      assertThat(AmountBuckets.of(amount)).isGreaterThan(AmountBuckets.of(amount - 1));
      assertThat(AmountBuckets.of(amount * 2 - 1)).isGreaterThanOrEqualTo(AmountBuckets.of(amount));
    }
    assertThat(AmountBuckets.of(Long.MAX_VALUE)).isEqualTo(AmountBuckets.COUNT - 1);
  }

  /** The sums of the shares by their percent. */
  private static Map<Integer, SortedMap<Cell, GroupSums>> tops(
      Dataset<Row> rows, String amount, Set<String> without) {
    Map<String, SortedMap<Cell, GroupSums>> byId =
        TopShares.of(
            rows,
            PERCENTS.stream().map(percent -> SmallRegion.share(percent, amount)).toList(),
            indicator -> without,
            SmallRegion.KEYS);
    return PERCENTS.stream()
        .collect(Collectors.toMap(percent -> percent, percent -> byId.get("TOP" + percent)));
  }

  private static SmallRegion randomRegion() {
    Random random = new Random(SEED);
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < PERSONS; person++) {
      Person one =
          Person.of(person)
              .aged(random.nextInt(101))
              .in(random.nextInt(4) == 0 ? "2401" : "2480")
              .withConditions(0);
      region.add(
          "2024",
          random.nextBoolean() ? one : one.men(),
          true,
          random.nextInt(10) != 0,
          random.nextInt(3) == 0 ? 0 : random.nextInt(50),
          random.nextInt(500) / 7.0);
    }
    return region;
  }

  private static double amount(Row row) {
    return row.getDouble(row.length() - 1);
  }

  private static long key(Row row) {
    return SmallRegion.KEYS.applyAsLong(row.getLong(0));
  }

  private static double sum(List<Row> rows) {
    return rows.stream().mapToDouble(TopSharesTest::amount).sum();
  }

  private static long withAmount(List<Row> rows) {
    return rows.stream().filter(row -> amount(row) > 0).count();
  }
}
