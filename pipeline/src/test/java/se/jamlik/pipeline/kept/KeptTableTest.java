package se.jamlik.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.jamlik.pipeline.Death;
import se.jamlik.pipeline.FlippedBit;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.kept.Keeping.Moment;
import se.jamlik.pipeline.vocabulary.Days;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** What a night finds of a table and a text that an earlier one has kept, when that one died. */
@ExtendWith(SparkTest.class)
final class KeptTableTest {
  private static final int BUCKETS = 2;

  /** Two buckets of persons, each of closed and of open days. */
  private static final int PIECES = 4;

  private static final Slicing SLICING = Slicing.on(LocalDate.of(2026, 11, 22), List.of());

  private final SparkSession spark;
  @TempDir private Path stage;

  KeptTableTest(SparkSession spark) {
    this.spark = spark;
  }

  @ParameterizedTest
  @EnumSource(Moment.class)
  void aNightThatDiesAtAnyMomentLeavesTheReleasesPiecesAndTheNextReusesWhatIsListed(Moment moment)
      throws IOException {
    night("old", KeptTableTest::undisturbed);
    assertThatThrownBy(() -> night("new", Death.at(moment))).isInstanceOf(Death.class);

    boolean isSettled = moment == Moment.SETTLED || moment == Moment.LET_GO;
    assertThat(settledRows()).isEqualTo(expected(isSettled ? "new" : "old"));

    Keeping next = keeping(KeptTableTest::undisturbed);
    assertThat(texts(laid("new", next))).isEqualTo(expected("new"));
    assertThat(text("new", next)).isEqualTo("text of new");
    next.settle();
    boolean isListed = moment != Moment.WRITTEN && moment != Moment.NAMED;
    boolean isText = isListed && moment != Moment.LISTED;
    assertThat(next.notes())
        .extracting(LaidNote::reused)
        .containsExactly(isListed ? PIECES : 0, isText ? 1 : 0);
    assertThat(settledRows()).isEqualTo(expected("new"));
    assertThat(files()).hasSize(PIECES + 1); // The pieces and their list, and no debris.
  }

  @Test
  void aFlippedBitIsFoundAndWhatItTouchesIsMadeAnew() throws IOException {
    assertThatFlipsAreFound(8);
  }

  @Test
  @Tag("faults")
  void manyFlippedBitsAreFound() throws IOException {
    assertThatFlipsAreFound(150);
  }

  private void assertThatFlipsAreFound(int flips) throws IOException {
    night("same", KeptTableTest::undisturbed);
    long seed = System.nanoTime();
    Random draws = new Random(seed);
    for (int flip = 1; flip <= flips; flip++) {
      List<Path> kept = Stream.concat(files().stream(), Stream.of(textFile())).toList();
      FlippedBit flipped = FlippedBit.drawn(kept, draws);
      flipped.turn();
      Keeping next = keeping(KeptTableTest::undisturbed);
      List<String> rows = texts(laid("same", next));
      String text = text("same", next);
      next.settle();

      String name = flipped.file().getFileName().toString();
      assertThat(rows)
          .as("flip %d of seed %d, %s", flip, seed, flipped)
          .isEqualTo(expected("same"));
      assertThat(text).isEqualTo("text of same");
      assertThat(next.notes())
          .extracting(LaidNote::made)
          .as("flip %d of seed %d, %s", flip, seed, flipped)
          .containsExactly(
              name.endsWith(".parquet") ? 1 : name.equals("_pieces.json") ? PIECES : 0,
              name.equals("_text.json") ? 1 : 0);
    }
  }

  @Test
  void aListThatIsDamagedIsAnErrorToWhoeverReadsTheReleasesRows() throws IOException {
    night("same", KeptTableTest::undisturbed);
    new FlippedBit(stage.resolve("table/_pieces.json"), 100).turn();

    assertThatThrownBy(() -> KeptTable.settledFiles(stage.resolve("table").toString()))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT))
        .hasMessageStartingWith(
            "Cannot read the rows of the newest release: the list of pieces in ");
  }

  private void night(String version, Consumer<Moment> observer) {
    Keeping keeping = keeping(observer);
    laid(version, keeping);
    text(version, keeping);
    keeping.settle();
  }

  private static void undisturbed(Moment moment) {}

  private static Keeping keeping(Consumer<Moment> observer) {
    return Keeping.observed("tests", BUCKETS, observer);
  }

  private TableInParts laid(String version, Keeping keeping) {
    return keeping
        .table(spark, "tests", stage.toString(), "table")
        .laid(Origin.NOTHING.with("version", version), SLICING, places -> rows(version));
  }

  private String text(String version, Keeping keeping) {
    return keeping
        .text("tests", stage.toString(), "text")
        .laid(Origin.NOTHING.with("version", version), () -> "text of " + version)
        .orElseThrow();
  }

  /** Forty persons; every other row is of a closed year. */
  private Dataset<Row> rows(String version) {
    return spark
        .range(0, 40, 1, 1)
        .selectExpr(
            "id as person",
            "if(id %% 2 = 0, 0, %d) as start_day".formatted(Days.of(LocalDate.of(2026, 11, 1))),
            "concat('%s ', id) as value".formatted(version));
  }

  private static List<String> expected(String version) {
    return Stream.iterate(0, person -> person < 40, person -> person + 1)
        .map(person -> version + " " + person)
        .sorted()
        .toList();
  }

  private static List<String> texts(TableInParts table) {
    return texts(table.rows());
  }

  private static List<String> texts(Dataset<Row> rows) {
    return rows.select("value").collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }

  /** What an extract of the newest release reads. */
  private List<String> settledRows() {
    return texts(
        spark
            .read()
            .parquet(
                KeptTable.settledFiles(stage.resolve("table").toString()).toArray(String[]::new)));
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(stage.resolve("table"))) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private Path textFile() {
    return stage.resolve("_text.json");
  }
}
