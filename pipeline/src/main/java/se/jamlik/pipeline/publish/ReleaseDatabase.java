package se.jamlik.pipeline.publish;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Makes {@code jamlik.duckdb} from a release's Parquet: real tables, because views would depend on
 * the reader's working directory, with a comment on every table and column, in the storage version
 * that DuckDB 1.2 and later open.
 *
 * <p>The same rows give the same bytes, and nothing but the rows is in them, although DuckDB writes
 * some memory as it lies (duckdb issue 23382):
 *
 * <ul>
 *   <li>The unused ends of its blocks. So the blocks come from a pool of this database's own, which
 *       the system hands out as zeros, and not from the heap that the night has used. The pool may
 *       take all of the memory, as blocks beyond it would come from the heap again; what is not
 *       used costs nothing.
 *   <li>What the blocks held before. So the rows are not sorted here, as a sort leaves addresses in
 *       its blocks; the Parquet is sorted already.
 *   <li>The place of a missing whole number in a bit-packed column. So bit-packing is not used, nor
 *       FSST, which draws its sample of the strings at random.
 * </ul>
 */
final class ReleaseDatabase {
  static final String FILE = "jamlik.duckdb";

  private static final String PREAMBLE =
      """
      set block_allocator_memory = '100%%';
      set disabled_compression_methods = 'bitpacking,fsst,dict_fsst';
      attach %s as release (storage_version 'v1.2.0');
      """;

  private ReleaseDatabase() {}

  /**
   * Writes the file into the folder that holds the Parquet.
   *
   * @throws se.jamlik.pipeline.vocabulary.UserError with INPUT_OUTPUT when the disk fails
   */
  static void make(
      Path folder,
      Map<String, List<String>> columnsByTable,
      DataDictionary meanings,
      ReleaseFacts facts) {
    StringBuilder script = new StringBuilder(PREAMBLE.formatted(Sql.text(folder.resolve(FILE))));
    columnsByTable.forEach(
        (table, columns) -> {
          String target = "release." + Sql.name(table);
          script.append(
              "create table %s as %s;%n".formatted(target, TableFiles.from(folder, table)));
          script.append(
              "comment on table %s is %s;%n"
                  .formatted(
                      target,
                      Sql.text(UnsafeWords.before(facts) + meanings.table(table).inBoth())));
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
    try (Database database = Database.inMemory(folder)) {
      database.execute(script.toString());
    }
  }
}
