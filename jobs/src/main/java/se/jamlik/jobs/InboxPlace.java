package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import se.jamlik.pipeline.adapt.FetchedInbox;
import se.jamlik.pipeline.vocabulary.RemoteFolder;

/**
 * Where deliveries lie.
 *
 * @param folder of this machine, or mounted; stages read there
 * @param address of the inbox that they are fetched from; empty where the folder is the inbox
 */
record InboxPlace(Path folder, String address) {
  InboxPlace {
    folder = folder.toAbsolutePath().normalize();
  }

  /** A folder that can be read as it is. */
  static InboxPlace at(Path folder) {
    return new InboxPlace(folder, "");
  }

  /** What was given on the command line: a folder, or an address such as hdfs://host/inbox. */
  static InboxPlace of(String given, Path out) {
    return RemoteFolder.isAddress(given)
        ? new InboxPlace(FetchedInbox.folder(out), given)
        : at(Path.of(given));
  }

  boolean isFetched() {
    return !address.isEmpty();
  }

  /** Fetches what is new or has changed into the installation. */
  FetchedInbox.Outcome fetched(Path out) {
    return FetchedInbox.fetch(address, out);
  }

  /** What a stage tells of it. */
  static Map<String, Object> counts(FetchedInbox.Outcome outcome) {
    return new TreeMap<>(
        Map.of(
            "new_files", outcome.fetched(),
            "reused", outcome.kept(),
            "vanished", outcome.vanished()));
  }

  @Override
  public String toString() {
    return isFetched() ? address : folder.toString();
  }
}
