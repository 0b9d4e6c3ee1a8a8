package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.vocabulary.RemoteFolder;

/**
 * The files of a remote inbox that a night may read: deliveries, their side files, reference values
 * and notes. What the owners of data keep for themselves, and what is still being put there under
 * another name, has other endings.
 */
final class InboxListing {
  private static final Logger LOG = LoggerFactory.getLogger(InboxListing.class);

  /** A file of an extract lies in the folder of the extract, in that of its shape. */
  private static final int DEEPEST = 3;

  private final SortedMap<String, FileStatus> files = new TreeMap<>();
  private final RemoteFolder inbox;
  private int leftAlone;

  private InboxListing(RemoteFolder inbox) {
    this.inbox = inbox;
  }

  /** By their paths below the inbox. */
  static SortedMap<String, FileStatus> of(RemoteFolder inbox) throws IOException {
    InboxListing listing = new InboxListing(inbox);
    listing.look(inbox.path(""), "", 1);
    if (listing.leftAlone > 0) {
      LOG.warn(
          "{} of the inbox left alone and not fetched; a delivery is a .csv, .csv.gz, .txt or"
              + " .parquet file.",
          listing.leftAlone == 1 ? "One entry is" : listing.leftAlone + " entries are");
    }
    return listing.files;
  }

  private void look(Path folder, String place, int depth) throws IOException {
    for (FileStatus entry : inbox.files().listStatus(folder)) {
      String name = place + entry.getPath().getName();
      if (entry.isDirectory() && depth < DEEPEST) {
        look(entry.getPath(), name + "/", depth + 1);
      } else if (entry.isFile() && isWanted(name)) {
        files.put(name, entry);
      } else {
        leftAlone++;
      }
    }
  }

  private static boolean isWanted(String name) {
    return Stream.of(".csv", ".csv.gz", ".txt", ".parquet", ".json")
        .anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
  }
}
