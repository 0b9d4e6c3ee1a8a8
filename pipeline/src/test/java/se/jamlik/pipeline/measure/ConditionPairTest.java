package se.jamlik.pipeline.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.measure.SmallRegion.Person;

@ExtendWith(SparkTest.class)
class ConditionPairTest {
  private final SparkSession spark;

  ConditionPairTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void liftIsObservedOverExpectedWithTheExactLimitsOfTheObserved() {
    // Of eight, four have asthma and two of these also blindness: one is expected to have both.
    SmallRegion region = new SmallRegion();
    for (int person = 1; person <= 8; person++) {
      int conditions = person <= 2 ? 2 : person <= 4 ? 1 : 0;
      region.add("2024", Person.of(person).withConditions(conditions), 0, 0);
    }

    List<Row> rows = rows(region, "2024");

    assertThat(rows)
        .extracting(row -> row.mkString(" ").replaceAll("(\\d\\.\\d{9})\\d+", "$1"))
        // The limits of 2 are those of the reference in oracles/rates: 0.2422 and 7.2247.
        .containsExactly(
            "calderon60 Asthma Blindness 2024 all all 2 1.0 2.0 0.242209278 7.224687667 shown null 1",
            "calderon60 Asthma Blindness 2024 women all 2 1.0 2.0 0.242209278 7.224687667 shown null 1");
  }

  @Test
  void limitsAreExactAlsoForLargeCounts() {
    // Garwood's limits of 30 (Ulm, Am J Epidemiol 1990;131:373-375, table 1: 20.24 and 42.83).
    PairSums sums = new PairSums(count(30), count(50), count(60), count(100));

    Estimate lift = sums.lift(new PoissonLimits());

    assertThat(sums.expected()).isEqualTo(30);
    assertThat(lift.value()).isEqualTo(1);
    assertThat(lift.interval().orElseThrow().map(limit -> Math.round(limit * 30 * 100) / 100.0))
        .isEqualTo(new Interval(20.24, 42.83));
  }

  @Test
  void onlyPairsThatSomebodyHasHaveARowInTheScopeAndItsSexes() {
    SmallRegion region =
        new SmallRegion()
            .add("2024", Person.of(1).withConditions(3), 0, 0)
            .add("2024", Person.of(2).withConditions(2).men().in("2401"), 0, 0)
            .add("2024", Person.of(3).withConditions(8), true, false, 0, 0);

    assertThat(rows(region, "2024"))
        .extracting(row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(4))
        .containsExactly(
            "Asthma Blindness all",
            "Asthma Blindness men",
            "Asthma Blindness women",
            "Asthma Cataract all",
            "Asthma Cataract women",
            "Blindness Cataract all",
            "Blindness Cataract women");
  }

  @Test
  void shortLookBackIsTold() {
    SmallRegion region = new SmallRegion().add("2018", Person.of(1), 0, 0);

    assertThat(rows(region, "2018"))
        .extracting(row -> row.getString(12))
        .containsOnly("look-back shorter than 5 years");
  }

  private List<Row> rows(SmallRegion region, String year) {
    Measured measured =
        Measure.measured(region.rows(spark), SmallRegion.coverage(year), SmallRegion.rules());
    return SmallRegion.rows(measured, ConditionPair.TABLE);
  }

  private static Counted count(long persons) {
    return new Counted(persons, persons, 0);
  }
}
