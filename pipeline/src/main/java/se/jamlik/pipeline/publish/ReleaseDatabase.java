package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes {@code jamlik.duckdb} from a release's Parquet: real tables, because views would depend on
 * the reader's working directory, with a comment on every table and column, in the storage version
 * that DuckDB 1.2 and later open.
 */
final class ReleaseDatabase {
  static final String FILE = "jamlik.duckdb";

  /**
   * Left out are the compressions whose result is drawn at random (FSST samples the strings), so
   * that the same rows give the same bytes.
   */
  private static final String PREAMBLE =
      """
      set threads = 1;
      set autoinstall_known_extensions = false;
      set disabled_compression_methods = 'fsst,dict_fsst';
      attach %s as release (storage_version 'v1.2.0');
      """;

  private ReleaseDatabase() {}

  static void make(Path folder, Map<String, List<String>> columnsByTable, DataDictionary meanings)
      throws IOException {
    StringBuilder script = new StringBuilder(PREAMBLE.formatted(Sql.text(folder.resolve(FILE))));
    columnsByTable.forEach(
        (table, columns) -> {
          String target = "release." + Sql.name(table);
          script.append(
              "create table %s as %s;%n".formatted(target, TableFiles.from(folder, table)));
          script.append(
              "comment on table %s is %s;%n"
                  .formatted(target, Sql.text(meanings.table(table).inBoth())));
          columns.forEach(
              column ->
                  script.append(
                      "comment on column %s.%s is %s;%n"
                          .formatted(
                              target,
                              Sql.name(column),
                              Sql.text(meanings.column(table, column).inBoth()))));
        });
    script.append("checkpoint release;\ndetach release;\n");
    CleanProcess.run(script.toString());
  }
}
