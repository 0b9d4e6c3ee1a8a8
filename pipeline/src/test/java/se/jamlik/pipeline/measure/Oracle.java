package se.jamlik.pipeline.measure;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Rows of a reference package's answers, by column. Numbers that are missing are not a number. */
record Oracle(Map<String, String> row) {
  /** The normal quantile of a two-sided interval of 99.8 percent. */
  static final double Z_998 = 3.090232306167813;

  static List<Oracle> rows(String file) {
    try (InputStream in =
        Objects.requireNonNull(Oracle.class.getResourceAsStream("/oracles/" + file), file)) {
      List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      String[] names = lines.get(0).split(",", -1);
      List<Oracle> rows = new ArrayList<>();
      for (String line : lines.subList(1, lines.size())) {
        String[] fields = line.replaceAll("\"[^\"]*\"", "").split(",", -1);
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < names.length; i++) {
          row.put(names[i], fields[i]);
        }
        rows.add(new Oracle(row));
      }
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String column) {
    return Objects.requireNonNull(row.get(column), column);
  }

  double number(String column) {
    String text = text(column);
    return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
  }
}
