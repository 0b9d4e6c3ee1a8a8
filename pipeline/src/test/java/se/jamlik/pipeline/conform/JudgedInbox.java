package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.Definitions;

/** An inbox whose files are looked through and read without a session. */
final class JudgedInbox {
  private static final Definitions DEFINITIONS = Definitions.load();

  private final Path inbox;
  private final Path out;

  JudgedInbox(Path folder) throws IOException {
    this.inbox = Files.createDirectories(folder.resolve("in"));
    this.out = folder.resolve("out");
  }

  JudgedInbox with(String file, String... lines) throws IOException {
    return with(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  JudgedInbox with(String file, byte[] bytes) throws IOException {
    Path path = inbox.resolve(file);
    Files.createDirectories(path.getParent());
    Files.write(path, bytes);
    return this;
  }

  Path out() {
    return out;
  }

  /**
   * What becomes of each file, by its path: {@code refused: <why>}, or its rows, its blank lines
   * and why rows went aside.
   */
  Map<String, String> judged() {
    Adapted adapted =
        Adapt.deliveries(inbox, out.toString(), LocalDate.of(2026, 11, 22), Set.of(), DEFINITIONS);
    Reading reading = Reading.of(new ChunksHere(), adapted, new Store(out.toString()));
    Map<String, String> judged = new TreeMap<>();
    for (Arrival arrival : adapted.arrivals()) {
      int number = arrival.delivery().number();
      List<Refusal> refusals = reading.refusals().getOrDefault(number, List.of());
      Store.Note note = reading.notes().get(number);
      if (!refusals.isEmpty()) {
        judged.put(arrival.delivery().file(), "refused: " + refusals.get(0).problem());
      } else if (note != null) {
        StringBuilder text = new StringBuilder();
        text.append(note.rows()).append(" rows, ").append(note.blankLines()).append(" blank");
        reading
            .asides(number)
            .forEach(
                aside ->
                    text.append(
                        "; %d from line %d: %s"
                            .formatted(aside.rows(), aside.firstLine(), aside.reason())));
        judged.put(arrival.delivery().file(), text.toString());
      }
    }
    return judged;
  }
}
