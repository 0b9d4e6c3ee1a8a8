package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

final class ReleasesTest {
  @TempDir private Path out;

  @Test
  void beforeTheFirstReleaseThereIsNone() {
    Releases releases = Releases.under(out);

    assertThat(releases.ids()).isEmpty();
    assertThat(releases.newest()).isEmpty();
    assertThatThrownBy(releases::current)
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.USAGE))
        .hasMessage(
            "Cannot find a release: nothing is published in %s (expected a file CURRENT)."
                    .formatted(out.resolve("published"))
                + " Run nightly first, or give another --out.");
  }

  @Test
  void idsAreInTheOrderOfDaysAndSerials() throws IOException {
    for (String name :
        new String[] {
          "2026-11-22.10",
          "2026-11-22.9",
          "2026-11-22.9-unsafe",
          "2026-11-22.8-safe",
          "2026-03-01.1",
          ".2026-11-23.1.tmp",
          "notes"
        }) {
      Files.createDirectories(out.resolve("published").resolve(name));
    }

    assertThat(Releases.under(out).ids())
        .containsExactly("2026-03-01.1", "2026-11-22.9", "2026-11-22.9-unsafe", "2026-11-22.10");
  }

  @Test
  void idThatIsNotThereIsAnsweredWithThoseThatAre() throws IOException {
    Files.createDirectories(out.resolve("published/2026-11-22.1"));

    for (String id : new String[] {"2026-11-22.2", "..", "../measured", ""}) {
      assertThatThrownBy(() -> Releases.under(out).named(id))
          .isInstanceOf(UserError.class)
          .hasMessage(
              "Cannot find release '%s': it is not in %s (expected one of: 2026-11-22.1)."
                      .formatted(id, out.resolve("published"))
                  + " Give one of these.");
    }
    assertThat(Releases.under(out).named("2026-11-22.1").folder())
        .isEqualTo(out.resolve("published/2026-11-22.1"));
  }

  @Test
  void manifestTellsWhatWasChangedAddedAndLost() throws IOException {
    Path folder = Files.createDirectories(out.resolve("published/2026-11-22.1"));
    for (String name : new String[] {"kept", "changed", "lost"}) {
      Files.writeString(folder.resolve(name), name);
    }
    Files.writeString(
        folder.resolve(Manifest.FILE),
        Manifest.of("2026-11-22.1", SmallRelease.facts(), folder).text());
    Release release = Releases.under(out).named("2026-11-22.1");
    assertThat(release.problems()).isEmpty();

    Files.writeString(folder.resolve("changed"), "chanfed");
    Files.delete(folder.resolve("lost"));
    Files.writeString(folder.resolve("added"), "");

    assertThat(release.problems())
        .containsExactly(
            "added is not in the manifest", "changed has been changed", "lost is missing");
  }

  @Test
  void manifestIsWrittenForOtherProgramsToRead() throws IOException {
    Path folder = Files.createDirectories(out.resolve("published/2026-11-22.1"));
    Files.writeString(folder.resolve("a.txt"), "hello\n");

    Manifest manifest = Manifest.of("2026-11-22.1", SmallRelease.facts(), folder);

    String withoutChecksum =
        """
            {
              "release" : "2026-11-22.1",
              "as_of" : "2026-11-22",
              "data_through" : "2026-11-20",
              "code_version" : "0.1.0",
              "definitions_version" : "abc123",
              "fingerprint" : "%s",
              "settings" : {
                "protect.smallest-shown" : 5,
                "scope.municipalities" : [
                  "2460",
                  "2480"
                ]
              },
              "periods" : [
                {
                  "period" : "2025",
                  "first_day" : "2025-01-01",
                  "last_day" : "2025-12-31",
                  "preliminary" : false
                }
              ],
              "inputs" : [
                {
                  "table" : "sol",
                  "file" : "sol/2026-11-21.csv",
                  "sha256" : "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
                }
              ],
              "forgotten" : [ ],
              "quality_warnings" : [
                "sol boendeform: on_list"
              ],
              "unsafe" : false,
              "weaker" : [ ],
              "files" : [
                {
                  "path" : "a.txt",
                  "sha256" : "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03",
                  "bytes" : 6
                }
              ]
            }
            """
            .formatted(SmallRelease.facts().madeFrom().fingerprint());
    assertThat(manifest.text())
        .isEqualTo(
            withoutChecksum.replaceFirst(
                "\n}\n$", ",\n  \"checksum\" : \"" + Sha256.of(withoutChecksum) + "\"\n}\n"));
    Files.writeString(folder.resolve(Manifest.FILE), manifest.text());
    assertThat(Manifest.read(folder)).isEqualTo(manifest);
  }
}
