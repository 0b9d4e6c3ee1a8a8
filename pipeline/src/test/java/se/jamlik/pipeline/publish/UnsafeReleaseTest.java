package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ProtectionRules;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.UserError;

/** A release that protects less than the contract asks says so everywhere, and is never current. */
final class UnsafeReleaseTest {
  private static final ProtectionRules WEAKER = new ProtectionRules(3, 20, 5, 3, 2, true);
  private static final String SAYS = "OSÄKER UTGÅVA (UNSAFE), får inte spridas. ";

  @TempDir private Path out;
  @TempDir private Path elsewhere;
  private Release ordinary;
  private Release unsafe;

  @BeforeEach
  void publish() {
    ordinary = SmallRelease.published(out, SmallRelease.tables());
    unsafe = published(SmallRelease.tables(3));
  }

  /** A count of three is let through, since the release's own threshold is three. */
  private Release published(List<ReleaseTable> tables) {
    Gate gate = new Gate(WEAKER, Files::readString, Set.of("MM2"));
    ReleaseFacts facts = SmallRelease.facts("of the unsafe night").withWeaker(WEAKER.weaker());
    try (StagedRelease staged = new Publisher(out, gate).stage(tables, facts)) {
      return staged.publish();
    }
  }

  @Test
  void itsIdSaysSoAndCurrentIsUntouched() {
    assertThat(unsafe.id()).isEqualTo("2026-11-22.2-unsafe");
    assertThat(unsafe.isUnsafe()).isTrue();
    assertThat(ordinary.isUnsafe()).isFalse();
    assertThat(Releases.under(out).ids()).containsExactly("2026-11-22.1", "2026-11-22.2-unsafe");
    assertThat(Releases.under(out).current()).isEqualTo(ordinary);
    assertThat(Releases.under(out).named(unsafe.id()).problems()).isEmpty();
    assertThat(out.resolve("published/.CURRENT.tmp")).doesNotExist();
    assertThat(SmallRelease.published(out, SmallRelease.tables(7)).id()).isEqualTo("2026-11-22.3");
    assertThat(Releases.under(out).ids()).contains(unsafe.id());
  }

  @Test
  void itIsNotMirrored() {
    assertThat(Mirror.bringUpToDate(out, elsewhere.toUri().toString()).copied())
        .containsExactly(ordinary.id());
    assertThat(Releases.under(elsewhere).ids()).containsExactly(ordinary.id());
  }

  @Test
  void itsManifestTellsWhatIsWeaker() {
    assertThat(unsafe.manifest().unsafe()).isTrue();
    assertThat(unsafe.manifest().weaker())
        .containsExactly("protect.smallest-shown 3 (the contract: 5)");
    assertThat(ordinary.manifest().unsafe()).isFalse();
  }

  @Test
  void itsDatabaseTellsItInTheTableAboutAndInEveryTablesComment() {
    assertThat(answer(unsafe, "select unsafe, weaker from about"))
        .isEqualTo("unsafe,weaker\ntrue,protect.smallest-shown 3 (the contract: 5)\n");
    assertThat(answer(ordinary, "select unsafe, weaker from about"))
        .isEqualTo("unsafe,weaker\nfalse,\n");
    String comments =
        "select count(*) as n from duckdb_tables() where database_name = 'release' and starts_with(comment, '%s')"
            .formatted(SAYS);
    assertThat(answer(unsafe, comments)).isEqualTo("n\n3\n");
    assertThat(answer(ordinary, comments)).isEqualTo("n\n0\n");
  }

  @Test
  void itsPackageItsCitationAndItsReadmeSaySo() throws IOException {
    JsonNode described =
        new ObjectMapper().readTree(unsafe.folder().resolve("datapackage.json").toFile());

    assertThat(described.get("title").asText()).isEqualTo(SAYS + "Jämlik 2026-11-22.2-unsafe");
    assertThat(unsafe.folder().resolve("CITATION.cff")).content().contains("title: \"" + SAYS);
    assertThat(unsafe.folder().resolve("README.md"))
        .content()
        .startsWith("# Jämlik 2026-11-22.2-unsafe\n\n**OSÄKER UTGÅVA, får inte spridas.**")
        .contains("**UNSAFE RELEASE, not to be handed on.**", "smallest-shown 3");
    assertThat(ordinary.folder().resolve("README.md"))
        .content()
        .startsWith("# Jämlik 2026-11-22.1\n\n## På svenska");
  }

  @Test
  void theGateJudgesItByItsOwnThresholdAndStillRefusesWhatIsBelow() {
    assertThatThrownBy(() -> published(SmallRelease.tables(2)))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.PRIVACY))
        .hasMessageContaining("indicator_value.numerator: a count of too few persons in 1 rows");
  }

  @Test
  void theSameUnsafeNightAgainHasNothingToDo() {
    Publisher publisher = new Publisher(out, SmallRelease.GATE);

    assertThat(publisher.published(SmallRelease.facts("of the unsafe night").madeFrom()))
        .contains(unsafe);
    assertThat(publisher.published(SmallRelease.facts().madeFrom())).contains(ordinary);
  }

  @Test
  void itIsPulledPinnedPrunedAndComparedAsAnyOtherAndNeverCurrent() {
    Release pulled = Archive.under(elsewhere).pull(unsafe);

    assertThat(pulled.problems()).isEmpty();
    assertThat(Releases.under(elsewhere).newest()).isEmpty();
    assertThat(ReleaseDifference.between(ordinary, unsafe).indicators()).hasSize(1);

    Archive archive = Archive.under(out);
    archive.pin(List.of(unsafe.id()), List.of());
    assertThat(archive.prunable(new Retention(0, 0, 0))).isEmpty();
    archive.pin(List.of(), List.of(unsafe.id()));
    archive.delete(archive.prunable(new Retention(0, 0, 0)));
    assertThat(Releases.under(out).ids()).containsExactly(ordinary.id());
  }

  @Test
  void aReleaseWhoseFolderHasLostTheWordIsNotPulled() throws IOException {
    Path renamed = out.resolve("published/2026-11-22.2");
    Files.move(unsafe.folder(), renamed);

    assertThatThrownBy(
            () -> Archive.under(elsewhere).pull(Releases.under(out).named("2026-11-22.2")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the manifest is that of another release");
    assertThat(Releases.under(elsewhere).ids()).isEmpty();
  }

  private static String answer(Release release, String sql) {
    StringBuilder answer = new StringBuilder();
    Query.on(release).run(sql, AnswerFormat.CSV, answer);
    return answer.toString();
  }
}
