package se.jamlik.jobs.synthesise;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fault put into a delivery on purpose, and what must come of it.
 *
 * @param line line of the file, the header being line 1; 0 when the whole file or many rows are
 *     meant
 * @param rows how many rows are meant
 */
record Planted(String file, long line, long rows, String what, Expect expect, String reason)
    implements Serializable {

  /** What must happen to the row or the file. */
  enum Expect {
    ACCEPTED,
    QUARANTINED,
    DUPLICATE,
    REPLACED,
    REPEATED,
    BLANK,
    MISSING
  }

  /** Writes {@code planted.json}, in the order of the files and their lines. */
  static void write(Path file, List<Planted> planted) throws IOException {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Planted one : planted) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("file", one.file);
      entry.put("line", one.line == 0 ? null : one.line);
      entry.put("rows", one.rows);
      entry.put("what", one.what);
      entry.put("expect", one.expect.name().toLowerCase(java.util.Locale.ROOT));
      entry.put("reason", one.reason);
      entries.add(entry);
    }
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    Files.write(file, json.writeValueAsBytes(entries));
  }
}
