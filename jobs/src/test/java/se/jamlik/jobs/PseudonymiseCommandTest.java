package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymiseCommandTest {
  @TempDir private Path folder;
  private Path key;

  @BeforeEach
  void anOwnersFile() throws IOException {
    key = Files.writeString(folder.resolve("key"), "k".repeat(32));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    Files.writeString(folder.resolve("in.csv"), "nr;v\nno number;1\n");
  }

  @Test
  void withoutItsOptionsItIsUsedWrongly() {
    assertThat(Jamlik.run("pseudonymise")).isEqualTo(2);
    assertThat(Jamlik.run("pseudonymise", "--project=p")).isEqualTo(2);
  }

  @Test
  void writesTheFileAndWhatLiesBesideIt() throws IOException {
    assertThat(pseudonymise()).isZero();
    assertThat(Files.readString(folder.resolve("out.csv"))).isEqualTo("lopnr;v\n");
    assertThat(Files.readString(folder.resolve("out.csv.rejected")))
        .isEqualTo("line;reason\n2;neither 10 nor 12 digits\n");
    assertThat(folder.resolve("out.csv.pseudonyms.json")).exists();
    assertThat(pseudonymise()).as("a delivered file is never changed").isEqualTo(2);
  }

  @Test
  void aKeyThatOthersMayReadEndsWith4() throws IOException {
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(pseudonymise()).isEqualTo(4);
    assertThat(folder.resolve("out.csv")).doesNotExist();
  }

  @Test
  void rotateAsksForItsOwnOptionsAlone() throws IOException {
    int exitCode =
        Jamlik.run(
            "pseudonymise",
            "rotate",
            "--numbers=" + folder.resolve("in.csv"),
            "--column=nr",
            "--from-key=" + key,
            "--to-key=" + key,
            "--project=p",
            "--to-project=q",
            "--reference-date=2026-11-22",
            "--to=" + folder.resolve("walk.csv"));
    assertThat(exitCode).isZero();
    assertThat(Files.readString(folder.resolve("walk.csv"))).isEqualTo("old;new\n");
  }

  private int pseudonymise() {
    return Jamlik.run(
        "pseudonymise",
        "--file=" + folder.resolve("in.csv"),
        "--to=" + folder.resolve("out.csv"),
        "--column=nr",
        "--key=" + key,
        "--project=p",
        "--reference-date=2026-11-22");
  }
}
