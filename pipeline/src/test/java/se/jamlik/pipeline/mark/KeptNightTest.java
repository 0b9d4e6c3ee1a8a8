package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.Settings;

/** What of an earlier night is used again, and what is not. */
@ExtendWith(SparkTest.class)
// Making everything is dear: the plans come first, and the tests that make something share it.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeptNightTest {
  private static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);
  private static final Definitions DEFINITIONS = Definitions.load();
  private static final ChangedDefinitions CHANGED = new ChangedDefinitions(DEFINITIONS);
  private static final Settings SETTINGS = new ChangedSettings(Settings.defaults()).withBuckets(2);
  private static final KeptNight NIGHT = new KeptNight(DEFINITIONS, SETTINGS, AS_OF);

  @TempDir private static Path out;
  @TempDir private Path folder;
  private static SparkSession spark;
  private static DrawnDeliveries deliveries;
  private static Linked linked;

  @BeforeAll
  static void everythingIsMadeOnce(SparkSession session) {
    spark = session;
    deliveries = new DrawnDeliveries(7, DEFINITIONS);
    Keeping first = NIGHT.keeping();
    NIGHT.run(deliveries.delivered(spark), out, first);
    first.settle();
    assertThat(KeptNight.why(first)).containsExactly("never made");
    linked = NIGHT.linked(deliveries.delivered(spark), out, plan(SETTINGS));
  }

  @Test
  @Order(1)
  void theSameNightAgainMakesNothing() {
    Keeping again = NIGHT.keeping();

    NIGHT.run(deliveries.delivered(spark), out, again);

    assertThat(KeptNight.made(again)).isEmpty();
  }

  @Test
  @Order(1)
  void aSettingMakesAnewWhatItTouches() {
    Map<String, List<String>> madeBy = new HashMap<>();
    new ChangedSettings(SETTINGS)
        .byName()
        .forEach((name, settings) -> madeBy.put(name, madeAnew(settings)));

    assertThat(madeBy.get("costs.bed-day")).containsExactly("person_period");
    assertThat(madeBy.get("choices.condition-occurrences"))
        .contains("derived/diagnosed_groups", "facts/conditions", "person_period")
        .doesNotContain("facts/listing", "facts/social_care", "facts/outpatient");
    assertThat(madeBy.get("choices.stay-main-row"))
        .contains("derived/hospital_stay", "facts/hospital_care", "facts/readmission")
        .doesNotContain("derived/ended_inpatient_row", "facts/listing");
    assertThat(madeBy.get("choices.left-out-drugs"))
        .contains("facts/drugs")
        .doesNotContain("facts/drugs_dispensed");
    assertThat(madeBy.get("choices.readmission-excludes"))
        .contains("derived/index_discharge", "facts/readmission", "facts/primary_follow_up")
        .doesNotContain("derived/hospital_stay", "facts/conditions");
    assertThat(madeBy.get("groupers")).contains("derived/diagnosed_groups", "facts/conditions");
    assertThat(madeBy.get("signals.reference")).isEmpty();
    assertThat(madeBy.get("buckets")).hasSize(DEFINITIONS.facts().size() + 7);
  }

  @Test
  @Order(1)
  void aSettingOfLinkMakesItsTablesAnew() {
    Settings otherDays = new ChangedSettings(SETTINGS).withUnknownDoseDays(30);
    Keeping plan = plan(otherDays);

    new KeptNight(DEFINITIONS, otherDays, AS_OF).run(deliveries.delivered(spark), out, plan);

    assertThat(KeptNight.made(plan).keySet())
        .contains("dispensing", "occurring_codes", "facts/drugs", "facts/drugs_dispensed")
        .doesNotContain("diagnosis", "person", "link_rates_of_lmed", "facts/conditions");
  }

  @Test
  @Order(1)
  void aDefinitionMakesAnewWhatIsMadeOfIt() {
    assertThat(madeAnew(CHANGED.withDerived("hospital_stay")))
        .contains("derived/hospital_stay", "derived/index_discharge", "facts/readmission")
        .doesNotContain("derived/diagnosed_groups", "facts/listing");
    assertThat(madeAnew(CHANGED.withFacts("listing")))
        .containsExactly("facts/listing", "person_period");
    assertThat(madeAnew(CHANGED.withCombined("care_cost"))).containsExactly("person_period");
    assertThat(madeAnew(CHANGED.withCodeList("hfrs")))
        .contains("facts/hfrs", "facts/drugs")
        .doesNotContain("facts/listing", "facts/continuity", "derived/hospital_stay");
  }

  @Test
  @Order(1)
  void anotherProgramMakesEverythingAnew() {
    Keeping other = Keeping.plan("other", SETTINGS.buckets());

    NIGHT.run(deliveries.delivered(spark), out, other);

    assertThat(other.notes()).allMatch(note -> note.reused() == 0);
  }

  @Test
  @Order(2)
  void aDamagedPieceIsMadeAnew() throws IOException {
    Path damaged = firstFile(out.resolve("marked/facts/listing"));
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length / 2] ^= 1;
    Files.write(damaged, bytes);
    Path gone = firstFile(out.resolve("linked/listing"));
    Files.delete(gone);
    Keeping mended = NIGHT.keeping();

    NIGHT.run(deliveries.delivered(spark), out, mended);

    assertThat(KeptNight.made(mended)).isEqualTo(Map.of("listing", 1, "facts/listing", 1));
    assertThat(KeptNight.why(mended)).containsExactly("the files are gone or damaged");
    assertThat(damaged).exists();
    assertThat(gone).exists();
  }

  @Test
  @Order(2)
  void whatAKilledRunHasLeftIsNotTakenForWhole() throws IOException {
    Path listing = out.resolve("marked/facts/listing");
    Map<String, String> before = KeptNight.bytes(listing);
    Path orphan = Files.writeString(listing.resolve("b000-s0-0123.parquet"), "half a fi");
    Path half = Files.createDirectories(listing.resolve(".unfinished/written_slice=0"));
    Files.writeString(half.resolve("part-00000-1.parquet"), "half a fi");
    Files.delete(listing.resolve("_pieces.json"));
    Keeping next = NIGHT.keeping();

    NIGHT.run(deliveries.delivered(spark), out, next);
    next.settle();

    assertThat(KeptNight.made(next)).isEqualTo(Map.of("facts/listing", 4));
    assertThat(KeptNight.bytes(listing)).isEqualTo(before);
    assertThat(orphan).doesNotExist();
    assertThat(half).doesNotExist();
  }

  @Test
  @Order(3)
  void nightAfterNightLeavesTheBytesOfOneNightFromNothing() {
    for (int night = 0; night < 3; night++) {
      deliveries.change();
      Keeping keeping = NIGHT.keeping();
      NIGHT.run(deliveries.delivered(spark), out, keeping);
      keeping.settle();
    }
    Keeping fromNothing = NIGHT.keeping();
    NIGHT.run(deliveries.delivered(spark), folder, fromNothing);
    fromNothing.settle();

    assertThat(KeptNight.bytes(out)).isEqualTo(KeptNight.bytes(folder));
  }

  private static Path firstFile(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".parquet"))
          .sorted()
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> madeAnew(Settings settings) {
    return madeAnew(DEFINITIONS, settings);
  }

  private static List<String> madeAnew(Definitions definitions) {
    return madeAnew(definitions, SETTINGS);
  }

  private static List<String> madeAnew(Definitions definitions, Settings settings) {
    Keeping plan = plan(settings);
    Mark.mark(linked, definitions, settings, out.toString(), plan);
    return List.copyOf(KeptNight.made(plan).keySet());
  }

  private static Keeping plan(Settings settings) {
    return Keeping.plan("tests", settings.buckets());
  }
}
