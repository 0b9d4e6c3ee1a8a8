package se.jamlik.pipeline.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import se.jamlik.pipeline.vocabulary.Definitions;

/**
 * Small mistakes in the definitions, each tried on the spec pages: the pages notice it, or {@code
 * surviving-mutants.md} says why they cannot.
 */
@ExtendWith(SpecNightTests.class)
class SurvivingMutantsTest {
  private static final String EVERY = ": every mistake";
  private static final DefinitionTexts TEXTS = DefinitionTexts.of(Definitions.load());

  @Test
  void thePagesNoticeEveryMistakeButThoseThatAreListedWithAReason(SpecNight night)
      throws SQLException {
    WatchfulPages pages = new WatchfulPages(night, TEXTS);
    assertThat(pages.areMet()).isTrue();

    List<String> unnoticed =
        TEXTS.mutants().stream()
            .filter(mutant -> !pages.notice(mutant))
            .map(Mutant::inWords)
            .toList();

    assertThat(unnoticed).containsExactlyInAnyOrderElementsOf(listed());
  }

  /** The lines of the list; one may stand for every mistake of its file. */
  private static List<String> listed() {
    return lines()
        .flatMap(
            line ->
                line.endsWith(EVERY)
                    ? Mutant.of(place(line), TEXTS.text(place(line))).stream().map(Mutant::inWords)
                    : Stream.of(line))
        .toList();
  }

  private static String place(String line) {
    return line.substring(0, line.length() - EVERY.length());
  }

  private static Stream<String> lines() {
    try (InputStream file =
        Objects.requireNonNull(
            SurvivingMutantsTest.class.getResourceAsStream("/surviving-mutants.md"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("- "))
          .map(line -> line.substring("- ".length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
