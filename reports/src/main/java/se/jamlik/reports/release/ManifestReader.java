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
import java.util.Optional;

/** Reads {@code manifest.json} with DuckDB's JSON functions, which are built in. */
final class ManifestReader {

  private final Connection connection;

  ManifestReader(Connection connection) {
    this.connection = connection;
  }

  Manifest read(Path file) throws SQLException {
    String json = text(file);
    return new Manifest(
        text(json, "release").orElseThrow(() -> lacks(file, "release")),
        text(json, "data_through")
            .map(LocalDate::parse)
            .orElseThrow(() -> lacks(file, "data_through")),
        text(json, "as_of").map(LocalDate::parse),
        text(json, "code_version"),
        text(json, "settings.invented").map(Boolean::parseBoolean).orElse(false),
        text(json, "settings.\"scope.name\""),
        text(json, "settings.\"scope.region\""));
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
      throw new IllegalArgumentException(
          "Cannot read the release: no readable manifest.json in "
              + file.toAbsolutePath().getParent()
              + " (expected the folder of one release). Name the folder of a release.",
          e);
    }
  }

  private static IllegalArgumentException lacks(Path file, String key) {
    return new IllegalArgumentException(
        "Cannot read the release: key '"
            + key
            + "' is missing in "
            + file.toAbsolutePath()
            + " (expected release and data_through). Make the release again.");
  }
}
