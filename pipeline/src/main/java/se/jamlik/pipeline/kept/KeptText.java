package se.jamlik.pipeline.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.vocabulary.Sha256;

/** A small text that is kept with its origin, and replaced when the origin has changed. */
public final class KeptText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final Keeping keeping;
  private final LaidNote note;

  KeptText(Path file, Keeping keeping, LaidNote note) {
    this.file = file;
    this.keeping = keeping;
    this.note = note;
  }

  /** Whether the text of the origin need not be made. */
  public boolean isThere(Origin origin) {
    return kept(there(), origin.withAll(keeping.causes())).isPresent();
  }

  /** The text of the origin; nothing when it is not there and nothing is to be made. */
  public Optional<String> laid(Origin origin, Supplier<String> text) {
    Origin asked = origin.withAll(keeping.causes());
    Optional<JsonNode> there = there();
    Optional<Origin> before = there.map(KeptText::origin);
    Optional<String> kept = kept(there, asked);
    note.add(
        kept.isEmpty(),
        kept.isPresent()
            ? List.of()
            : before
                .map(origins -> LaidNote.differences(asked, origins))
                .orElse(List.of(LaidNote.NEVER_MADE)));
    return kept.or(() -> keeping.made(() -> written(asked, text.get())));
  }

  private Optional<JsonNode> there() {
    return KeptFiles.text(file).flatMap(KeptText::parsed);
  }

  private static Optional<String> kept(Optional<JsonNode> there, Origin asked) {
    return asked.isKnown()
        ? there.filter(text -> origin(text).equals(asked)).flatMap(KeptText::wholeText)
        : Optional.empty();
  }

  private String written(Origin origin, String text) {
    ObjectNode node = JSON.createObjectNode();
    node.set("origin", JSON.valueToTree(origin.causes()));
    node.put("sha256", Sha256.of(text)).put("text", text);
    KeptFiles.replace(file, node.toString());
    keeping.reached(Keeping.Moment.TEXT_REPLACED);
    return text;
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Origin origin(JsonNode node) {
    SortedMap<String, String> causes = new TreeMap<>();
    node.path("origin")
        .properties()
        .forEach(cause -> causes.put(cause.getKey(), cause.getValue().asText()));
    return new Origin(causes);
  }

  private static Optional<String> wholeText(JsonNode node) {
    String text = node.path("text").asText();
    return Sha256.of(text).equals(node.path("sha256").asText())
        ? Optional.of(text)
        : Optional.empty();
  }
}
