package se.jamlik.pipeline.mark;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Values as text that two engines write alike. */
final class Values {
  private Values() {}

  static String text(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return number(value).stripTrailingZeros().toPlainString();
    }
    return String.valueOf(value);
  }

  /** Rows that Spark made, column by column. */
  static List<Map<String, String>> rows(Dataset<Row> dataset) {
    String[] columns = dataset.columns();
    return dataset.collectAsList().stream()
        .map(
            row -> {
              Map<String, String> texts = new LinkedHashMap<>();
              for (int place = 0; place < columns.length; place++) {
                texts.put(columns[place], text(row.get(place)));
              }
              return texts;
            })
        .toList();
  }

  private static BigDecimal number(Object value) {
    return value instanceof Boolean truth
        ? BigDecimal.valueOf(truth ? 1 : 0)
        : new BigDecimal(value.toString());
  }
}
