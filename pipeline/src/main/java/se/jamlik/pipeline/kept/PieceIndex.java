package se.jamlik.pipeline.kept;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.vocabulary.SealedJson;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * The list of a table's pieces, which lies beside their files and is replaced whole. A file that
 * the list does not name is nobody's: a killed run has left it. The list carries its own checksum,
 * since a piece that it names wrongly would be missed without a word.
 */
final class PieceIndex {
  private static final String NAME = "_pieces.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private PieceIndex() {}

  static boolean isIn(String folder) {
    return KeptFiles.text(new Path(folder, NAME)).isPresent();
  }

  /** The pieces that the list names; none when there is no list, or none that is whole. */
  static List<Piece> read(String folder) {
    return list(folder).map(PieceIndex::pieces).orElse(List.of());
  }

  /** Whether there is a list that is not as it was written. */
  static boolean isDamaged(String folder) {
    return isIn(folder) && list(folder).isEmpty();
  }

  private static Optional<ObjectNode> list(String folder) {
    return KeptFiles.text(new Path(folder, NAME)).flatMap(SealedJson::read);
  }

  private static List<Piece> pieces(ObjectNode list) {
    List<Piece> pieces = new ArrayList<>();
    Map<String, Origin> origins = new HashMap<>();
    list.path("origins")
        .properties()
        .forEach(entry -> origins.put(entry.getKey(), origin(entry.getValue())));
    for (JsonNode piece : list.path("pieces")) {
      Origin origin = origins.get(piece.path("origin").asText());
      if (origin != null && origin.fingerprint().equals(piece.path("origin").asText())) {
        pieces.add(
            new Piece(
                new Place(piece.path("bucket").asInt(), piece.path("slice").asInt()),
                origin,
                list.path("schemas").path(piece.path("schema").asText()).toString(),
                piece.path("content").asText(),
                piece.path("bytes").asText(),
                piece.path("settled").asBoolean()));
      }
    }
    return pieces;
  }

  static void write(String folder, Collection<Piece> pieces) {
    ObjectNode list = JSON.createObjectNode();
    ArrayNode all = list.putArray("pieces");
    Map<String, JsonNode> schemas = new LinkedHashMap<>();
    Map<String, JsonNode> origins = new LinkedHashMap<>();
    for (Piece piece : pieces) {
      String schema = Sha256.of(piece.schema()).substring(0, 12);
      schemas.computeIfAbsent(schema, any -> parsed(piece.schema()));
      String origin = piece.origin().fingerprint();
      origins.computeIfAbsent(origin, any -> JSON.valueToTree(piece.origin().causes()));
      all.addObject()
          .put("bucket", piece.place().bucket())
          .put("slice", piece.place().slice())
          .put("origin", origin)
          .put("schema", schema)
          .put("content", piece.content())
          .put("bytes", piece.bytes())
          .put("settled", piece.isSettled());
    }
    schemas.forEach(list.putObject("schemas")::set);
    origins.forEach(list.putObject("origins")::set);
    KeptFiles.replace(new Path(folder, NAME), SealedJson.text(list));
  }

  private static Origin origin(JsonNode node) {
    SortedMap<String, String> causes = new TreeMap<>();
    node.properties().forEach(cause -> causes.put(cause.getKey(), cause.getValue().asText()));
    return new Origin(causes);
  }

  private static JsonNode parsed(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
