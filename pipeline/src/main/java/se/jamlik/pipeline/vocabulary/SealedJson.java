package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** JSON that carries its own checksum, so that a disk that has changed it is found out. */
public final class SealedJson {
  private static final String CHECKSUM = "checksum";
  private static final ObjectMapper JSON = new ObjectMapper();

  private SealedJson() {}

  /** The text of an object, on one line, with its checksum. */
  public static String text(ObjectNode object) {
    return object.deepCopy().put(CHECKSUM, Sha256.of(object.toString())).toString();
  }

  /** The object of a text; nothing when it is not as it was written, such as half of it. */
  public static Optional<ObjectNode> read(String text) {
    try {
      if (!(JSON.readTree(text) instanceof ObjectNode object)) {
        return Optional.empty();
      }
      object.remove(CHECKSUM);
      return text.equals(text(object)) ? Optional.of(object) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
