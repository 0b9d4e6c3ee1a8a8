package se.jamlik.jobs.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Known answers among the test resources, one map of columns for each line. */
final class Vectors {
  private Vectors() {}

  static List<Map<String, String>> named(String file) {
    try (InputStream stream = Vectors.class.getResourceAsStream(file)) {
      List<String> lines =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] header = lines.get(0).split(",", -1);
      List<Map<String, String>> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int index = 0; index < header.length; index++) {
          row.put(header[index], fields[index]);
        }
        rows.add(row);
      }
      return rows;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
