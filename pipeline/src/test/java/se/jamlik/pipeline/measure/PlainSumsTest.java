package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;
import se.jamlik.pipeline.vocabulary.Ages;

/** Every cell against a loop over the persons in plain Java. */
@ExtendWith(SparkTest.class)
class PlainSumsTest {
  private static final long SEED = 20261122;
  private static final int PERSONS = 1500;

  @Test
  void everyCellIsTheSumOverItsPersons(SparkSession spark) {
    Dataset<Row> region = randomRegion().rows(spark).repartition(5);
    List<Row> rows = region.collectAsList();

    Measured measured =
        Measure.measured(region, SmallRegion.coverage("2023", "2024"), SmallRegion.rules());

    assertThat(measured.indicatorCells().size()).isGreaterThan(400);
    for (IndicatorCell cell : measured.indicatorCells()) {
      GroupSums sums = cell.sums();
      List<Row> members = rows.stream().filter(in(cell.cell())).toList();
      isPlainSum(cell, members, sums.total());
      for (int group = 0; group < sums.standardGroups().size(); group++) {
        int place = group;
        List<Row> ofGroup = members.stream().filter(row -> row.getInt(4) == place).toList();
        isPlainSum(cell, ofGroup, sums.standardGroups().get(group));
      }
    }
  }

  private static SmallRegion randomRegion() {
    Random random = new Random(SEED);
    SmallRegion region = new SmallRegion();
    for (int person = 0; person < PERSONS; person++) {
      for (String period : List.of("2023", "2024")) {
        String municipality = random.nextInt(4) == 0 ? "2401" : "2480";
        String income = List.of("1", "2", "missing").get(random.nextInt(3));
        Person one =
            new Person(
                person,
                random.nextBoolean() ? "women" : "men",
                random.nextInt(101),
                municipality,
                income,
                random.nextInt(7));
        boolean atStart = random.nextInt(10) != 0;
        boolean atEnd = !atStart || random.nextInt(10) != 0;
        region.add(period, one, atStart, atEnd, random.nextInt(3), random.nextInt(13) / 12.0);
      }
    }
    return region;
  }

  static Predicate<Row> in(Cell cell) {
    return row ->
        row.getString(1).equals(cell.period())
            && List.of("scope", row.getString(5), row.getString(7)).contains(cell.area())
            && isAllOr(cell.sex(), row.getString(2))
            && isAllOr(cell.ageGroup(), Ages.shownGroup(row.getInt(3)))
            && List.of("all", row.getString(8), row.getString(9), row.getString(10))
                .contains(cell.category());
  }

  private static boolean isAllOr(String word, String own) {
    return word.equals("all") || word.equals(own);
  }

  private static void isPlainSum(IndicatorCell cell, List<Row> rows, Sums sums) {
    double x = 0;
    double y = 0;
    double product = 0;
    long persons = 0;
    long key = 0;
    long startKey = 0;
    for (Row row : rows) {
      if (isInPopulation(cell.indicator().id(), row)) {
        double own = numerator(cell.indicator().id(), row);
        x += own;
        y += denominator(cell.indicator().id(), row);
        if (own != 0) {
          persons++;
          key ^= SmallRegion.KEYS.applyAsLong(row.getLong(0));
        }
        startKey ^= row.getBoolean(11) ? SmallRegion.KEYS.applyAsLong(row.getLong(0)) : 0;
        product += own * denominator(cell.indicator().id(), row);
      }
    }
    assertThat(sums.numerator().sum()).isCloseTo(x, within(1e-9));
    assertThat(sums.denominator().sum()).isEqualTo(y);
    assertThat(sums.numerator().persons()).isEqualTo(persons);
    assertThat(sums.numerator().key()).isEqualTo(key);
    if (cell.indicator().isPerMeanPopulation()) {
      assertThat(sums.start().key()).isEqualTo(startKey);
      assertThat((sums.start().sum() + sums.end().sum()) / 2).isEqualTo(y);
    }
    if (cell.indicator().id().startsWith("RATI") || cell.indicator().id().equals("MONTHS")) {
      assertThat(sums.squares().product()).isCloseTo(product, within(1e-9));
    }
  }

  private static boolean isInPopulation(String indicator, Row row) {
    return switch (indicator) {
      case "ILL" -> row.getBoolean(12);
      case "MONTHS" -> row.getBoolean(12) && row.getInt(3) >= 65;
      case "RATE" -> row.getInt(3) >= 20;
      default -> true;
    };
  }

  private static double numerator(String indicator, Row row) {
    return switch (indicator) {
      case "ILL" -> row.getInt(14) >= 2 ? 1 : 0;
      case "MONTHS" -> row.getDouble(16);
      default -> row.getInt(15);
    };
  }

  private static double denominator(String indicator, Row row) {
    return indicator.startsWith("RAT") ? row.getDouble(13) : 1;
  }
}
