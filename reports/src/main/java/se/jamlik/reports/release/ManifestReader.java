package se.jamlik.reports.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import se.jamlik.reports.CannotReport;

/** Reads {@code manifest.json} with DuckDB's JSON functions, which are built in. */
final class ManifestReader {

  private final Connection connection;

  ManifestReader(Connection connection) {
    this.connection = connection;
  }

  Manifest read(Path file) {
    String json = text(file);
    try {
      return manifest(json, file);
    } catch (SQLException | DateTimeParseException e) {
      throw new CannotReport(
          "Cannot read the release: "
              + file.toAbsolutePath()
              + " is damaged (expected JSON, with days as YYYY-MM-DD). Choose another release.",
          e);
    }
  }

  private Manifest manifest(String json, Path file) throws SQLException {
    return new Manifest(
        text(json, "release").orElseThrow(() -> lacks(file, "release")),
        text(json, "data_through")
            .map(LocalDate::parse)
            .orElseThrow(() -> lacks(file, "data_through")),
        text(json, "as_of").map(LocalDate::parse),
        text(json, "code_version"),
        text(json, "settings.invented").map(Boolean::parseBoolean).orElse(false),
        text(json, "unsafe").map(Boolean::parseBoolean).orElse(false),
        text(json, "settings.\"scope.name\""),
        text(json, "settings.\"scope.region\""),
        settings(json));
  }

  private SortedMap<String, String> settings(String json) throws SQLException {
    String query =
        """
        select key,
               case
                 when json_type(value) = 'ARRAY'
                   then array_to_string(from_json(value, '["VARCHAR"]'), ', ')
                 else value ->> '$'
               end
        from json_each(?::json, '$.settings')
        """;
    SortedMap<String, String> settings = new TreeMap<>();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      statement.setString(1, json);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          settings.put(row.getString(1), Objects.requireNonNullElse(row.getString(2), ""));
        }
      }
    }
    return settings;
  }

  private Optional<String> text(String json, String path) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select json_extract_string(?::json, ?)")) {
      statement.setString(1, json);
      statement.setString(2, "$." + path);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
      }
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new CannotReport(
          "Cannot read the release: no readable manifest.json in "
              + file.toAbsolutePath().getParent()
              + " (expected the folder of one release). Choose another release.",
          e);
    }
  }

  private static CannotReport lacks(Path file, String key) {
    return new CannotReport(
        "Cannot read the release: key '"
            + key
            + "' is missing in "
            + file.toAbsolutePath()
            + " (expected release and data_through). Choose another release.");
  }
}
