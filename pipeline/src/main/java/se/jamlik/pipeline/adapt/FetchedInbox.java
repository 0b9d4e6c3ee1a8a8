package se.jamlik.pipeline.adapt;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import se.jamlik.pipeline.adapt.FetchedFiles.Seen;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.RemoteFolder;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * A copy of an inbox that only Hadoop's file systems reach, in {@code <out>/fetched/inbox}: the
 * same names, for this account alone. Whatever fails, each file of the copy is whole.
 */
public final class FetchedInbox {
  private final RemoteFolder inbox;
  private final Path folder;
  private final FetchedFiles noted;

  private FetchedInbox(RemoteFolder inbox, Path folder, FetchedFiles noted) {
    this.inbox = inbox;
    this.folder = folder;
    this.noted = noted;
  }

  /**
   * What was done, or would be.
   *
   * @param fetched files that are new or have changed
   * @param kept files that are as they were
   * @param vanished files that are no longer in the inbox; what was read of them stays
   */
  public record Outcome(int fetched, int kept, int vanished) {}

  /** Where the copy is. */
  public static Path folder(Path out) {
    return out.resolve("fetched").resolve("inbox");
  }

  /**
   * Makes the copy like the inbox.
   *
   * @throws UserError with USAGE for an address that nothing here reads, with DELIVERY when there
   *     is no such folder or a file is not finished, with INPUT_OUTPUT when reading fails
   */
  public static Outcome fetch(String address, Path out) {
    return with(address, out, FetchedInbox::fetch);
  }

  /** What the same would do; changes nothing. */
  public static Outcome planned(String address, Path out) {
    return with(
        address,
        out,
        copy -> {
          SortedMap<String, FileStatus> there = copy.listed();
          return copy.outcome(there, copy.vanished(there.keySet()).size());
        });
  }

  @FunctionalInterface
  private interface Work {
    Outcome on(FetchedInbox copy) throws IOException;
  }

  private static Outcome with(String address, Path out, Work work) {
    Path folder = folder(out.toAbsolutePath().normalize());
    try (RemoteFolder inbox = RemoteFolder.open(address, ExitCode.USAGE)) {
      return work.on(
          new FetchedInbox(inbox, folder, FetchedFiles.read(note(folder), inbox.address())));
    } catch (IOException e) {
      // That of this machine; the inbox's own are told as such.
      throw new UncheckedIOException(e);
    }
  }

  private static Path note(Path folder) {
    return folder.resolveSibling("files.json");
  }

  private Outcome fetch() throws IOException {
    SortedMap<String, FileStatus> there = listed();
    List<Path> vanished = vanished(there.keySet());
    Outcome outcome = outcome(there, vanished.size());
    OwnFiles.makeFolder(folder);
    noted.files().keySet().retainAll(there.keySet());
    for (Path file : vanished) {
      delete(file);
    }
    FetchedFile one = new FetchedFile(inbox, folder.resolveSibling("coming"));
    for (Map.Entry<String, FileStatus> file : there.entrySet()) {
      if (!isHere(file.getKey(), file.getValue())) {
        one.fetch(file.getKey(), file.getValue(), place(file.getKey()));
        noted.files().put(file.getKey(), Seen.of(file.getValue()));
        noted.write(note(folder));
      }
    }
    noted.write(note(folder));
    return outcome;
  }

  private Outcome outcome(SortedMap<String, FileStatus> there, int vanished) throws IOException {
    int kept = 0;
    for (Map.Entry<String, FileStatus> file : there.entrySet()) {
      kept += isHere(file.getKey(), file.getValue()) ? 1 : 0;
    }
    return new Outcome(there.size() - kept, kept, vanished);
  }

  private boolean isHere(String name, FileStatus there) throws IOException {
    Path here = place(name);
    return noted.has(name, Seen.of(there))
        && Files.isRegularFile(here)
        && Files.size(here) == there.getLen();
  }

  private SortedMap<String, FileStatus> listed() {
    try {
      if (inbox.files().getFileStatus(inbox.path("")).isDirectory()) {
        return InboxListing.of(inbox);
      }
    } catch (FileNotFoundException e) {
      // Told below.
    } catch (IOException | RuntimeException e) {
      throw inbox.error("read the inbox", e);
    }
    throw new UserError(
        ExitCode.DELIVERY,
        "Cannot read the inbox: %s is no folder (expected a folder that holds one folder for each table). Name the folder of the deliveries."
            .formatted(inbox.address()));
  }

  /** The files of the copy that the inbox has no longer. */
  private List<Path> vanished(Set<String> there) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Set<Path> wanted = there.stream().map(this::place).collect(Collectors.toSet());
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !Files.isDirectory(file) && !wanted.contains(file))
          .sorted(Comparator.naturalOrder())
          .toList();
    }
  }

  /** Deletes a file, and the folders above it that hold nothing more. */
  private void delete(Path file) throws IOException {
    Files.delete(file);
    for (Path above = file.getParent();
        above != null && !above.equals(folder) && isEmpty(above);
        above = above.getParent()) {
      Files.delete(above);
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  private Path place(String name) {
    Path place = folder.resolve(name).normalize();
    if (!place.startsWith(folder)) {
      throw new UserError(
          ExitCode.DELIVERY,
          "Cannot fetch the inbox: a name in %s leads out of it (expected plain names). Name the file anew."
              .formatted(inbox.address()));
    }
    return place;
  }
}
