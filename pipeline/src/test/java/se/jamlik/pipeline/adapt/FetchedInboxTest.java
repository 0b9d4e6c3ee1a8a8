package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.jamlik.pipeline.vocabulary.BrokenFiles;
import se.jamlik.pipeline.vocabulary.BrokenFiles.Fault;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

class FetchedInboxTest {
  @TempDir private Path there;
  @TempDir private Path out;

  @BeforeEach
  void deliveries() throws IOException {
    BrokenFiles.install();
    deliver("sol/1.csv", "lopnr;kommun\n1;2480\n");
    deliver("sol/2.csv.gz", "packed");
    deliver("omop54/x/person.parquet", "columns");
  }

  @AfterEach
  void mend() {
    BrokenFiles.mend();
  }

  @Test
  void allThatANightReadsIsFetchedUnderItsOwnName() throws IOException {
    deliver("reference/kolada.json", "{}");
    deliver("sol/1.csv.pseudonyms.json", "{}");
    deliver("invented.txt", "all of them");

    assertThat(fetch()).isEqualTo(new FetchedInbox.Outcome(6, 0, 0));
    assertThat(copy()).isEqualTo(files(there));
  }

  @Test
  void whatTheOwnersKeepAndWhatIsStillComingIsNotFetched() throws IOException {
    deliver("sol/1.csv.rejected", "a person");
    deliver("sol/3.csv._COPYING_", "half of it");
    deliver("sol/too/deep/4.csv", "nobody's");

    assertThat(fetch().fetched()).isEqualTo(3);
    assertThat(copy()).containsOnlyKeys("sol/1.csv", "sol/2.csv.gz", "omop54/x/person.parquet");
  }

  @Test
  void onlyWhatIsNewOrHasChangedIsFetchedAgain() throws IOException {
    fetch();
    Path kept = FetchedInbox.folder(out).resolve("sol/2.csv.gz");
    Object same = Files.getAttribute(kept, "unix:ino");
    deliver("sol/1.csv", "lopnr;kommun\n2;2480\n");
    deliver("sol/3.csv", "new");

    assertThat(fetch()).isEqualTo(new FetchedInbox.Outcome(2, 2, 0));
    assertThat(copy()).isEqualTo(files(there));
    assertThat(Files.getAttribute(kept, "unix:ino")).isEqualTo(same);
    assertThat(fetch()).isEqualTo(new FetchedInbox.Outcome(0, 4, 0));
  }

  @Test
  void whatIsMissingInTheCopyIsFetchedAgain() throws IOException {
    fetch();
    Files.delete(FetchedInbox.folder(out).resolve("sol/1.csv"));

    assertThat(fetch()).isEqualTo(new FetchedInbox.Outcome(1, 2, 0));
    assertThat(copy()).isEqualTo(files(there));
  }

  @Test
  void whatVanishesFromTheInboxVanishesFromTheCopy() throws IOException {
    fetch();
    Files.delete(there.resolve("omop54/x/person.parquet"));

    assertThat(fetch()).isEqualTo(new FetchedInbox.Outcome(0, 2, 1));
    assertThat(copy()).containsOnlyKeys("sol/1.csv", "sol/2.csv.gz");
    assertThat(FetchedInbox.folder(out).resolve("omop54")).doesNotExist();
  }

  @Test
  void anotherInboxIsFetchedFromItsBeginning(@TempDir Path other) throws IOException {
    fetch();
    Files.createDirectories(other.resolve("sol"));
    Path alike = Files.copy(there.resolve("sol/1.csv"), other.resolve("sol/1.csv"));
    Files.setLastModifiedTime(alike, Files.getLastModifiedTime(there.resolve("sol/1.csv")));

    assertThat(FetchedInbox.fetch(BrokenFiles.address(other), out))
        .isEqualTo(new FetchedInbox.Outcome(1, 0, 2));
    assertThat(copy()).isEqualTo(files(other));
  }

  @Test
  void theCopyIsForThisAccountAlone() throws IOException {
    fetch();

    try (Stream<Path> copied = Files.walk(out.resolve("fetched"))) {
      assertThat(copied)
          .allSatisfy(
              path ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                      .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
    }
  }

  @Test
  void aPlanTellsTheSameAndChangesNothing() throws IOException {
    assertThat(FetchedInbox.planned(BrokenFiles.address(there), out))
        .isEqualTo(new FetchedInbox.Outcome(3, 0, 0));
    assertThat(out).isEmptyDirectory();
  }

  @ParameterizedTest
  @EnumSource(names = {"BREAKS_WHEN_READ", "ENDS_EARLY", "GROWS", "IS_DENIED"})
  void aFileThatDoesNotComeWholeLeavesTheEarlierOneAndTheNextTimePutsItRight(Fault fault)
      throws IOException {
    fetch();
    Map<String, String> earlier = copy();
    deliver("sol/2.csv.gz", "packed anew");
    BrokenFiles.make(fault, "2.csv.gz");

    assertThatThrownBy(this::fetch).isInstanceOf(UserError.class);
    assertThat(copy()).isEqualTo(earlier);
    assertThat(out.resolve("fetched").toFile().list())
        .containsExactlyInAnyOrder("inbox", "files.json");

    BrokenFiles.mend();
    assertThat(fetch().fetched()).isEqualTo(1);
    assertThat(copy()).isEqualTo(files(there));
  }

  @Test
  void aBrokenConnectionIsToldByItsKindWithoutTheWordsOfTheFileSystem() {
    BrokenFiles.make(Fault.BREAKS_WHEN_READ, "sol/1.csv");

    assertThatThrownBy(this::fetch)
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.INPUT_OUTPUT))
        .hasMessage(
            "Cannot fetch sol/1.csv: the connection broke (EOFException) in broken:%s (expected a folder that answers and that this account may use). Mend it and run again."
                .formatted(there));
  }

  @Test
  void aFileThatIsBeingWrittenIsRefused() {
    BrokenFiles.make(Fault.GROWS, "sol/1.csv");

    assertThatThrownBy(this::fetch)
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DELIVERY))
        .hasMessage(
            "Cannot fetch sol/1.csv: it is being written in broken:%s (expected a file that is finished when it has its name). Run again when the sender has ended; the earlier release stands."
                .formatted(there));
  }

  @Test
  void aPersonnummerInTheNameOfAFileIsNotTold() throws IOException {
    deliver("sol/19121212-1212.csv", "lopnr");
    BrokenFiles.make(Fault.IS_DENIED, "1212.csv");

    assertThatThrownBy(this::fetch)
        .hasMessageContaining("Cannot fetch sol/********-****.csv: this account may not")
        .hasMessageNotContaining("1212");
  }

  @Test
  void anInboxThatIsNotThereIsToldAsAMissingFolderIs() {
    assertThatThrownBy(() -> FetchedInbox.fetch(BrokenFiles.address(there.resolve("no")), out))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DELIVERY))
        .hasMessage(
            "Cannot read the inbox: broken:%s/no is no folder (expected a folder that holds one folder for each table). Name the folder of the deliveries."
                .formatted(there));
    assertThat(out).isEmptyDirectory();
  }

  private FetchedInbox.Outcome fetch() {
    return FetchedInbox.fetch(BrokenFiles.address(there), out);
  }

  /** Each delivery of a test is a second later than the last, so that no clock decides. */
  private void deliver(String name, String text) throws IOException {
    Path file = there.resolve(name);
    FileTime before =
        Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.fromMillis(1_000_000);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.fromMillis(before.toMillis() + 1000));
  }

  private Map<String, String> copy() throws IOException {
    return files(FetchedInbox.folder(out));
  }

  private static Map<String, String> files(Path folder) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }
}
