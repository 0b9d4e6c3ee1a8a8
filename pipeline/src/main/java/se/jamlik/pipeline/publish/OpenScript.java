package se.jamlik.pipeline.publish;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Writes {@code open.sql}: the tables as views over the Parquet, wherever DuckDB is started. */
final class OpenScript {
  static final String FILE = "open.sql";

  private OpenScript() {}

  /**
   * The script's text.
   *
   * @param release the folder's final place, which its readers see
   */
  static String text(Path release, Collection<String> tables) {
    return tables.stream()
        .sorted()
        .map(
            table ->
                "create or replace view %s as%nfrom read_parquet(%s);%n"
                    .formatted(Sql.name(table), Sql.text(TableFiles.of(release, table))))
        .collect(
            Collectors.joining(
                "\n",
                "-- The tables of this release over its Parquet: duckdb -init open.sql\n",
                ""));
  }
}
