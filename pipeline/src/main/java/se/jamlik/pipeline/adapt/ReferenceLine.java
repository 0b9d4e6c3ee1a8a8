package se.jamlik.pipeline.adapt;

import java.util.HashMap;
import java.util.Map;

/** The fields of one line of a reference file by the names of their columns. */
record ReferenceLine(Map<String, String> fields) {
  ReferenceLine {
    fields = Map.copyOf(fields);
  }

  static ReferenceLine of(Header header, Fields line) {
    Map<String, String> fields = new HashMap<>();
    for (int place = 0; place < header.names().size(); place++) {
      fields.put(header.names().get(place), line.value(place).strip());
    }
    return new ReferenceLine(fields);
  }

  /** Empty also where the file has no such column. */
  String text(String column) {
    return fields.getOrDefault(column, "");
  }
}
