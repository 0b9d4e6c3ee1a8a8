package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.jobs.SparkSessions;
import se.jamlik.pipeline.mark.MarkedAnew;
import se.jamlik.pipeline.publish.AnswerFormat;
import se.jamlik.pipeline.publish.Query;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.Areas;
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

  @TempDir private static Path folder;
  private static RandomPersons drawn;
  private static MeasuredNight night;

  /** One night is dear, so the tests share it. */
  @BeforeAll
  static void fiveThousandPersonsAtTheEdgesOfTheRules() throws IOException {
    long seed = 20_261_122;
    System.out.println("seed of the random persons: " + seed);
    drawn = RandomPersons.of(seed, 5_000, AS_OF).without("bu", "2404").without("khsl", "2401");
    night = MeasuredNight.of(folder, drawn);
  }

  @Test
  void theyAreCountedAlikeByThreeOpinions() throws Exception {
    SecondOpinion opinion = new SecondOpinion(Reference.of(night.inbox(), AS_OF), NOT_MEASURED_YET);
    List<String> differences = opinion.on(night);
    if (!differences.isEmpty()) {
      fail(String.join("\n", differences) + "\n\n" + example());
    }
    Coverage coverage = coverage(opinion.reference());
    List<String> third =
        SparkSessions.during(
            "the third opinion",
            spark -> MarkedAnew.differences(spark, night.out(), coverage, folder.resolve("third")));
    assertThat(third).isEmpty();
  }

  @Test
  void everyQueryOfTheReleasesReadmeHasAnAnswer() throws IOException {
    Release release = Releases.under(night.out()).current();
    List<String> queries =
        Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL)
            .matcher(Files.readString(release.folder().resolve("README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();

    assertThat(queries).hasSize(10);
    for (String query : queries) {
      StringBuilder answer = new StringBuilder();
      Query.on(release).run(query, AnswerFormat.CSV, answer);
      assertThat(answer.toString().lines().count()).as(query).isGreaterThan(1);
    }
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
        Areas.NONE);
  }

  /** A person that the two do not agree on, ready to be pasted into a spec page. */
  private static String example() {
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
}
