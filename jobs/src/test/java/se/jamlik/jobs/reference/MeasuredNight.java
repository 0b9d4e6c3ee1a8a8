package se.jamlik.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.Jamlik;

/** One night that was run for a test, and what it left in its exact tables. */
record MeasuredNight(Path inbox, Path out) implements SecondOpinion.Night {

  static MeasuredNight of(Path folder, RandomPersons drawn) throws IOException {
    Path inbox = folder.resolve("inbox");
    drawn.writeTo(inbox);
    return of(inbox, folder.resolve("out"), drawn.asOf());
  }

  /** Its tables are written in two parts, which show what there is to show about parts. */
  static MeasuredNight of(Path inbox, Path out, LocalDate asOf) throws IOException {
    Path settings = out.resolveSibling("settings.yaml");
    Files.writeString(settings, "buckets: 2\n");
    assertThat(
            Jamlik.run(
                "nightly",
                "--inbox=" + inbox,
                "--out=" + out,
                "--as-of=" + asOf,
                "--settings=" + settings))
        .isZero();
    return new MeasuredNight(inbox, out);
  }

  @Override
  public List<Map<String, @Nullable Object>> rows(String table) throws SQLException {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "from read_parquet('%s/measured/%s/*.parquet')".formatted(out, table))) {
      while (result.next()) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
          row.put(result.getMetaData().getColumnLabel(column), result.getObject(column));
        }
        rows.add(row);
      }
    }
    return rows;
  }
}
