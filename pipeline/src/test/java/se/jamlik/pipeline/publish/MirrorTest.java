package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.jamlik.pipeline.vocabulary.BrokenFiles;
import se.jamlik.pipeline.vocabulary.BrokenFiles.Fault;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

final class MirrorTest {
  @TempDir private Path out;
  @TempDir private Path mirror;
  @TempDir private Path elsewhere;
  private Release first;

  @BeforeEach
  void publish() {
    BrokenFiles.install();
    first = SmallRelease.published(out, SmallRelease.tables());
  }

  @AfterEach
  void mend() {
    BrokenFiles.mend();
  }

  @Test
  void theMirrorHasTheBytesOfTheInstallationAndIsReadAsOne() throws IOException {
    assertThat(bringUpToDate()).isEqualTo(new Mirror.Outcome(List.of("2026-11-22.1"), List.of()));

    Release there = Releases.under(mirror).current();
    assertThat(there.id()).isEqualTo(first.id());
    assertThat(there.problems()).isEmpty();
    assertThat(there.folder().resolve("manifest.json"))
        .hasSameBinaryContentAs(first.folder().resolve("manifest.json"));
    assertThat(bringUpToDate()).isEqualTo(new Mirror.Outcome(List.of(), List.of()));
  }

  @Test
  void earlierReleasesAreCopiedTooAndTheCurrentOneIsNamed() {
    Release second = SmallRelease.published(out, SmallRelease.tables(201));

    assertThat(bringUpToDate().copied()).containsExactly("2026-11-22.2", "2026-11-22.1");
    assertThat(Releases.under(mirror).ids()).containsExactly("2026-11-22.1", "2026-11-22.2");
    assertThat(Releases.under(mirror).current().id()).isEqualTo(second.id());
  }

  @ParameterizedTest
  @CsvSource({
    "BREAKS_WHEN_WRITTEN, jamlik.duckdb",
    "BREAKS_WHEN_WRITTEN, manifest.json",
    "BREAKS_WHEN_READ, jamlik.duckdb",
    "IS_KEPT_WRONG, open.sql"
  })
  void aCopyThatBreaksLeavesTheOldReleaseAndTheNextNightPutsItRight(Fault fault, String file) {
    bringUpToDate();
    SmallRelease.published(out, SmallRelease.tables(201));
    BrokenFiles.make(fault, "2026-11-22.2/" + file);

    assertThatThrownBy(this::bringUpToDate)
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT))
        .hasMessageNotContaining("secret");
    assertThat(pulled(elsewhere).id()).isEqualTo("2026-11-22.1");

    BrokenFiles.mend();
    assertThat(bringUpToDate().copied()).containsExactly("2026-11-22.2");
    assertThat(Releases.under(mirror).current().id()).isEqualTo("2026-11-22.2");
    assertThat(Releases.under(mirror).current().problems()).isEmpty();
  }

  @Test
  void aReleaseThatHasNoManifestYetIsNotThereForWhoeverPulls() throws IOException {
    bringUpToDate();
    Files.createDirectories(mirror.resolve("published/2026-11-23.1"));

    try (MirroredReleases there = MirroredReleases.in(address())) {
      assertThatThrownBy(() -> there.named("2026-11-23.1"))
          .isInstanceOfSatisfying(
              UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessage(
              "Cannot find release '2026-11-23.1': it is not in broken:%s (expected one of: 2026-11-22.1). Give one of these."
                  .formatted(mirror));
    }
  }

  @Test
  void aFileThatIsShorterThereIsCopiedAgain() throws IOException {
    bringUpToDate();
    Files.writeString(mirror.resolve("published/2026-11-22.1/open.sql"), "cut");

    assertThat(bringUpToDate().copied()).containsExactly("2026-11-22.1");
    assertThat(Releases.under(mirror).current().problems()).isEmpty();
  }

  @Test
  void whatIsPrunedHereIsDeletedThere() {
    SmallRelease.published(out, SmallRelease.tables(201));
    bringUpToDate();
    Archive.under(out).delete(List.of("2026-11-22.1"));

    assertThat(bringUpToDate().deleted()).containsExactly("2026-11-22.1");
    assertThat(Releases.under(mirror).ids()).containsExactly("2026-11-22.2");
  }

  @Test
  void whatAnotherInstallationHasPutThereIsLeft() {
    bringUpToDate();
    SmallRelease.published(elsewhere, SmallRelease.tables());
    SmallRelease.published(elsewhere, SmallRelease.tables(7));
    Archive.under(elsewhere).delete(List.of("2026-11-22.1"));

    assertThat(Mirror.bringUpToDate(elsewhere, address()).deleted()).isEmpty();
    assertThat(Releases.under(mirror).ids()).containsExactly("2026-11-22.1", "2026-11-22.2");
  }

  @Test
  void anotherReleaseOfTheSameNameIsNeverReplaced() {
    bringUpToDate();
    SmallRelease.published(elsewhere, SmallRelease.tables(7));

    assertThatThrownBy(() -> Mirror.bringUpToDate(elsewhere, address()))
        .hasMessage(
            "Cannot mirror release 2026-11-22.1: another release of this name is in broken:%s (expected an empty folder, or this mirror's own). Mend it; the next night tries again."
                .formatted(mirror));
    assertThat(Releases.under(mirror).current().problems()).isEmpty();
  }

  @Test
  void aPulledReleaseIsWholeAndOpensInItsNewPlace() throws IOException {
    bringUpToDate();

    Release pulled = pulled(elsewhere);

    assertThat(pulled.problems()).isEmpty();
    assertThat(Releases.under(elsewhere).current().id()).isEqualTo(first.id());
    assertThat(Files.readString(pulled.folder().resolve("open.sql")))
        .isEqualTo(
            Files.readString(first.folder().resolve("open.sql"))
                .replace(out.toString(), elsewhere.toString()));
  }

  @ParameterizedTest
  @CsvSource({"BREAKS_WHEN_READ", "ENDS_EARLY", "IS_DENIED"})
  void aReleaseThatDoesNotComeWholeIsNotPulled(Fault fault) {
    bringUpToDate();
    BrokenFiles.make(fault, "jamlik.duckdb");

    assertThatThrownBy(() -> pulled(elsewhere))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT))
        .hasMessageNotContaining("secret");
    assertThat(Releases.under(elsewhere).ids()).isEmpty();
    assertThat(Releases.under(elsewhere).newest()).isEmpty();
  }

  @Test
  void aMirrorWithoutAReleaseIsToldAsSuch() {
    try (MirroredReleases there = MirroredReleases.in(address())) {
      assertThatThrownBy(there::current)
          .isInstanceOfSatisfying(
              UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
          .hasMessage(
              "Cannot find a release: nothing is published in broken:%s (expected a file CURRENT). Give another --from."
                  .formatted(mirror));
    }
  }

  @Test
  void aMountedFolderIsAMirrorTooWithoutFilesOfHadoopsOwn() throws IOException {
    assertThat(Mirror.bringUpToDate(out, mirror.toUri().toString()).copied()).hasSize(1);

    assertThat(Releases.under(mirror).current().problems()).isEmpty();
    assertThat(mirror.resolve("published").toFile().list())
        .containsExactlyInAnyOrder("CURRENT", "2026-11-22.1");
  }

  private Mirror.Outcome bringUpToDate() {
    return Mirror.bringUpToDate(out, address());
  }

  private String address() {
    return BrokenFiles.address(mirror);
  }

  private Release pulled(Path to) {
    try (MirroredReleases there = MirroredReleases.in(address())) {
      return Archive.under(to).pull(there.current());
    }
  }
}
