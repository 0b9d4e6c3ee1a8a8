package se.jamlik.pipeline.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code definitions/codelists/<id>.csv}: lines {@code # word: text} with title, source,
 * version, match, codes, doi and note, then a header and one line a prefix.
 */
final class CodeListFile {
  private static final int FIELDS = 5;

  private CodeListFile() {}

  static CodeList read(String id, String text) {
    Map<String, String> header = new TreeMap<>();
    List<CodeList.Code> codes = new ArrayList<>();
    boolean isPastColumns = false;
    for (String line : text.lines().toList()) {
      if (line.startsWith("#")) {
        int colon = line.indexOf(':');
        header.put(line.substring(1, colon).strip(), line.substring(colon + 1).strip());
      } else if (!isPastColumns) {
        isPastColumns = true;
      } else if (!line.isBlank()) {
        codes.add(code(id, line));
      }
    }
    return new CodeList(id, header, codes, DefinitionFiles.hash(text));
  }

  private static CodeList.Code code(String id, String line) {
    List<String> fields = fields(line);
    if (fields.size() != FIELDS) {
      throw new UserError(
          ExitCode.SETTINGS,
          "Cannot read code list %s: a line has %d fields (expected %d: group, code, description, weight, status). Mend the line: %s"
              .formatted(id, fields.size(), FIELDS, line));
    }
    return new CodeList.Code(
        fields.get(0),
        fields.get(1),
        fields.get(2),
        fields.get(3).isEmpty() ? 0 : Double.parseDouble(fields.get(3)),
        fields.get(4));
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ',' && !isQuoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }
}
