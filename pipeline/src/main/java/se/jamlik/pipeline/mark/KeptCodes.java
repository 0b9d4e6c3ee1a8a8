package se.jamlik.pipeline.mark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.kept.KeptText;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.kept.TableInParts;

/** The codes that occur, as they are kept until a row has changed. */
record KeptCodes(KeptText text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The codes of the tables; none when they are not there and nothing is to be made. */
  OccurringCodes of(Map<String, TableInParts> tables) {
    Origin origin = Origin.NOTHING;
    for (String name : OccurringCodes.TABLES) {
      origin = origin.with("linked " + name, part(tables, name).content(place -> true));
    }
    return text.laid(origin, () -> written(OccurringCodes.in(name -> part(tables, name).rows())))
        .map(KeptCodes::read)
        .orElse(OccurringCodes.NONE);
  }

  private static TableInParts part(Map<String, TableInParts> tables, String name) {
    TableInParts table = tables.get(name);
    if (table == null) {
      throw new IllegalArgumentException("No linked table " + name);
    }
    return table;
  }

  private static String written(OccurringCodes codes) {
    try {
      return JSON.writeValueAsString(List.of(codes.diagnoses(), codes.drugs()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static OccurringCodes read(String text) {
    try {
      List<Map<String, Long>> codes =
          JSON.readValue(text, new TypeReference<List<Map<String, Long>>>() {});
      return new OccurringCodes(codes.get(0), codes.get(1));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
