package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.Jamlik;
import se.jamlik.jobs.SparkSessions;
import se.jamlik.pipeline.mark.MarkedAnew;
import se.jamlik.pipeline.vocabulary.Coverage;
import se.jamlik.pipeline.vocabulary.Period;

/**
 * The whole night, from delivered files to measured tables, against the second opinion: every row
 * and every cell.
 */
class NightAgainstReferenceTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

  /**
   * The indicators of the contract that the night does not measure yet; all others must be there,
   * and none of these. To be empty.
   */
  private static final Set<String> NOT_MEASURED_YET = Set.of();

  @TempDir private Path folder;

  @Test
  void fiveThousandPersonsAtTheEdgesOfTheRulesAreCountedAlike() throws Exception {
    long seed = 20_261_122;
    System.out.println("seed of the random persons: " + seed);
    RandomPersons drawn =
        RandomPersons.of(seed, 5_000, AS_OF).without("bu", "2404").without("khsl", "2401");
    MeasuredNight night = MeasuredNight.of(folder, drawn);

    SecondOpinion opinion = opinion(night);
    List<String> differences = opinion.on(night);
    if (!differences.isEmpty()) {
      fail(String.join("\n", differences) + "\n\n" + example(drawn, night));
    }
    Coverage coverage = coverage(opinion.reference());
    List<String> third =
        SparkSessions.during(
            "the third opinion",
            spark -> MarkedAnew.differences(spark, night.out(), coverage, folder.resolve("third")));
    assertThat(third).isEmpty();
  }

  /** As far as facts need it. */
  private static Coverage coverage(Reference reference) {
    return new Coverage(
        AS_OF,
        reference.dataThrough(),
        AS_OF,
        reference.personPeriods().keySet().stream()
            .map(
                period ->
                    period.isCalendarYear()
                        ? Period.year(period.measureDay().getYear())
                        : Period.rollingTo(YearMonth.from(period.measureDay())))
            .toList(),
        Set.of(),
        Map.of(),
        Map.of());
  }

  /** The tables that may be missing are, and the others have all the faults of deliveries. */
  @Test
  void anInventedRegionWithFaultsAndWithoutTheOptionalTablesAgrees() throws Exception {
    Path inbox = folder.resolve("inbox");
    assertThat(
            Jamlik.run(
                "synthesise", "--persons=1500", "--seed=7", "--faults=typical", "--out=" + inbox))
        .isZero();
    for (ReferenceTable table : ReferenceTable.all().values()) {
      if (table.optional()) {
        delete(inbox.resolve(table.name()));
      }
    }
    MeasuredNight night = MeasuredNight.of(inbox, folder.resolve("out"), AS_OF);

    assertThat(opinion(night).on(night)).isEmpty();
  }

  private static SecondOpinion opinion(MeasuredNight night) {
    return new SecondOpinion(Reference.of(night.inbox(), AS_OF), NOT_MEASURED_YET);
  }

  /** A person that the two do not agree on, ready to be pasted into a spec page. */
  private String example(RandomPersons drawn, MeasuredNight night) {
    try {
      return new FailingPerson(
              drawn,
              NOT_MEASURED_YET,
              some -> MeasuredNight.of(Files.createTempDirectory(folder, "some"), some))
          .foundIn(night)
          .map(SpecExample::text)
          .orElse("");
    } catch (Exception | AssertionError failed) {
      return "Nobody was found: " + failed;
    }
  }

  private static void delete(Path table) throws IOException {
    try (Stream<Path> files = Files.walk(table)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
