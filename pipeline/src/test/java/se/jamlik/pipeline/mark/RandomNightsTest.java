package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.link.Delivered;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * Weeks of nights with files that come, are corrected and forgotten, days that pass and settings
 * that change: whatever came before, the newest night has the bytes of one from nothing.
 */
@Tag("faults")
@ExtendWith(SparkTest.class)
class RandomNightsTest {
  private static final int NIGHTS = 12;
  private static final int NIGHTS_BETWEEN = 4;
  private static final Definitions DEFINITIONS = Definitions.load();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void anySequenceOfNightsLeavesTheBytesOfOneNightFromNothing(
      long seed, SparkSession spark, @TempDir Path folder) {
    Random random = new Random(seed);
    DrawnDeliveries deliveries = new DrawnDeliveries(seed, DEFINITIONS);
    List<String> story = new ArrayList<>();
    LocalDate asOf = LocalDate.of(2026, 2, 20);
    Settings settings = settings(1, Settings.StayRow.FIRST);
    for (int night = 1; night <= NIGHTS; night++) {
      KeptNight kept = new KeptNight(DEFINITIONS, settings, asOf);
      Delivered delivered = deliveries.delivered(spark);
      Keeping keeping = kept.keeping();
      kept.run(delivered, folder.resolve("kept"), keeping);
      boolean isPublished = random.nextInt(4) > 0;
      if (isPublished || night % NIGHTS_BETWEEN == 0) {
        keeping.settle();
      }
      if (night % NIGHTS_BETWEEN == 0) {
        Path fromNothing = folder.resolve("from-nothing-" + night);
        Keeping all = kept.keeping();
        kept.run(delivered, fromNothing, all);
        all.settle();
        assertThat(KeptNight.bytes(folder.resolve("kept")))
            .as("%s", story)
            .isEqualTo(KeptNight.bytes(fromNothing));
      }
      story.add(deliveries.change());
      if (random.nextInt(3) == 0) {
        // Past the day on which another year is closed, now and then.
        asOf = asOf.plusDays(1 + random.nextInt(20));
        story.add("as of " + asOf);
      }
      if (random.nextInt(5) == 0) {
        settings =
            settings(
                1 + random.nextInt(2),
                random.nextBoolean() ? Settings.StayRow.FIRST : Settings.StayRow.LAST);
        story.add("other settings");
      }
    }
  }

  private static Settings settings(int occurrences, Settings.StayRow stayRow) {
    Settings two = new ChangedSettings(Settings.defaults()).withBuckets(2);
    return new ChangedSettings(new ChangedSettings(two).withOccurrences(occurrences))
        .withStayMainRow(stayRow);
  }
}
