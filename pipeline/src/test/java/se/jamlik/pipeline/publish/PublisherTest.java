package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.Death;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/** How one release follows another: whole or not at all. */
final class PublisherTest {
  @TempDir private Path out;

  @Test
  void sameFactsAsTheCurrentReleaseAreNothingToDo() {
    Publisher publisher = new Publisher(out, SmallRelease.GATE);
    assertThat(publisher.published(SmallRelease.facts().madeFrom())).isEmpty();

    Release release = SmallRelease.published(out, SmallRelease.tables());

    assertThat(publisher.published(SmallRelease.facts().madeFrom())).contains(release);
    assertThat(publisher.published(SmallRelease.facts("another checksum").madeFrom())).isEmpty();
  }

  @Test
  void secondReleaseOfADayHasTheNextSerial() {
    SmallRelease.published(out, SmallRelease.tables());
    SmallRelease.published(out, SmallRelease.tables(210));

    assertThat(Releases.under(out).ids()).containsExactly("2026-11-22.1", "2026-11-22.2");
    assertThat(Releases.under(out).current().id()).isEqualTo("2026-11-22.2");
  }

  @Test
  void aReleaseOfADayGoneByDoesNotTakeTheLatersPlace() {
    SmallRelease.published(out, SmallRelease.tables());
    ReleaseFacts facts = of(LocalDate.of(2025, 12, 31));
    Publisher publisher = Publisher.fillingIn(out, SmallRelease.GATE);

    publisher.stage(SmallRelease.tables(), facts).publish();

    assertThat(Releases.under(out).ids()).containsExactly("2025-12-31.1", "2026-11-22.1");
    assertThat(Releases.under(out).current().id()).isEqualTo("2026-11-22.1");
    assertThat(publisher.published(facts.madeFrom()).map(Release::id)).contains("2025-12-31.1");
  }

  @Test
  void theFirstReleaseIsCurrentWhateverItsDay() {
    Publisher.fillingIn(out, SmallRelease.GATE)
        .stage(SmallRelease.tables(), of(LocalDate.of(2025, 12, 31)))
        .publish();

    assertThat(Releases.under(out).current().id()).isEqualTo("2025-12-31.1");
  }

  private static ReleaseFacts of(LocalDate asOf) {
    ReleaseFacts facts = SmallRelease.facts();
    MadeFrom from = facts.madeFrom();
    return new ReleaseFacts(
        new MadeFrom(
            asOf,
            from.codeVersion(),
            from.definitionsVersion(),
            from.recordKeys(),
            from.settings(),
            from.inputs(),
            from.forgotten()),
        facts.dataThrough(),
        facts.periods(),
        facts.qualityWarnings());
  }

  @Test
  void runThatDiesAnywhereLeavesTheOldReleaseOrTheNewAndNothingElse() throws IOException {
    SmallRelease.published(out, SmallRelease.tables(200));

    for (Publisher.Moment moment : Publisher.Moment.values()) {
      Publisher dying = new Publisher(out, SmallRelease.GATE, Death.at(moment));
      // Not closed, as a killed process does not close.
      assertThatThrownBy(
              () -> dying.stage(SmallRelease.tables(300), SmallRelease.facts("b")).publish())
          .isInstanceOf(Death.class);

      boolean isAnnounced = moment == Publisher.Moment.ANNOUNCED;
      Release seen = Releases.under(out).current();
      assertThat(seen.id()).isEqualTo(isAnnounced ? "2026-11-22.2" : "2026-11-22.1");
      assertThat(seen.problems()).as("after %s", moment).isEmpty();
      assertThat(numerators(seen))
          .isEqualTo(isAnnounced ? "numerator\n300.0\n" : "numerator\n200.0\n");
    }

    Release next = SmallRelease.published(out, SmallRelease.tables(400));
    assertThat(numerators(next)).isEqualTo("numerator\n400.0\n");
    assertThat(namesIn(out.resolve("published")))
        .containsExactly("2026-11-22.1", "2026-11-22.2", "2026-11-22.3", "CURRENT");
  }

  @Test
  void releaseThatIsNotPublishedLeavesNoTrace() throws IOException {
    SmallRelease.published(out, SmallRelease.tables());

    new Publisher(out, SmallRelease.GATE)
        .stage(SmallRelease.tables(210), SmallRelease.facts("b"))
        .close();

    assertThat(namesIn(out.resolve("published"))).containsExactly("2026-11-22.1", "CURRENT");
  }

  @Test
  void readersSeeOneReleaseWholeWhileOthersArePublished() {
    SmallRelease.published(out, SmallRelease.tables(100));
    AtomicBoolean isDone = new AtomicBoolean();
    CompletableFuture<List<String>> reader =
        CompletableFuture.supplyAsync(
            () -> {
              List<String> answers = new ArrayList<>();
              while (!isDone.get()) {
                Release release = Releases.under(out).current();
                answers.add(numerators(release));
                assertThat(release.problems()).isEmpty();
              }
              return answers;
            });

    for (int night = 1; night <= 3; night++) {
      SmallRelease.published(out, SmallRelease.tables(100 + night));
    }
    isDone.set(true);

    assertThat(reader.join())
        .isNotEmpty()
        .isSorted()
        .allMatch(answer -> answer.matches("numerator\n10[0-3]\\.0\n"));
  }

  @Test
  void folderThatCannotBeWrittenIsAnInputOutputError() throws IOException {
    Files.writeString(out.resolve("published"), "a file where the folder should be");

    assertThatThrownBy(() -> SmallRelease.published(out, SmallRelease.tables()))
        .isInstanceOfSatisfying(
            UserError.class,
            error -> {
              assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT);
              assertThat(error)
                  .hasMessage(
                      "Cannot stage a release: %1$s (FileAlreadyExistsException) in %1$s"
                              .formatted(out.resolve("published"))
                          + " (expected a folder with room that this account may write)."
                          + " Make room or mend the folder, and run again;"
                          + " the earlier release stands.");
            });
  }

  private static String numerators(Release release) {
    StringBuilder answer = new StringBuilder();
    Query.on(release).run("select numerator from indicator_value", AnswerFormat.CSV, answer);
    return answer.toString();
  }

  private static List<String> namesIn(Path folder) throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
