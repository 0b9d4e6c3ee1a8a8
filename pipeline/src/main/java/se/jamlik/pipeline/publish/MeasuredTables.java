package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Keeps the newest run's exact numbers in {@code <out>/measured}, for the pipeline's account alone.
 * Same tables and columns as a release.
 */
public final class MeasuredTables {
  private static final String FOLDER = "measured";
  private static final String CODE_LIST_HIT = "code_list_hit";

  private MeasuredTables() {}

  /**
   * How often the groups of a code list were hit, most often first; empty for those who may not
   * read the folder, and before the first run.
   */
  public static List<CodeListHit> codeListHits(Path out, String codeList) {
    Path table = out.resolve(FOLDER).resolve(CODE_LIST_HIT);
    if (!Files.isReadable(table)) {
      return List.of();
    }
    try (Database database = Database.inMemory(table)) {
      return database
          .rows(
              """
              select "group", codes, "rows"
              from read_parquet(%s)
              where code_list = %s
              order by "rows" desc, "group"
              """
                  .formatted(Sql.text(table.resolve("*.parquet")), Sql.text(codeList)))
          .stream()
          .map(row -> new CodeListHit(text(row.get(0)), number(row.get(1)), number(row.get(2))))
          .toList();
    }
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private static long number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).longValue();
  }

  /**
   * Puts one table in place of that of the run before, for a table that must be there even when the
   * run ends without a release.
   */
  public static void replaceOne(Path out, ReleaseTable table) {
    Path folder = out.resolve(FOLDER);
    try {
      Files.createDirectories(folder);
      TableFiles.write(folder, List.of(table));
    } catch (IOException e) {
      throw InputOutput.error("keep the exact numbers", folder, e);
    }
  }

  /**
   * The rows of a kept table, as texts by the names of their columns; nulls are left out.
   *
   * @throws UserError with {@link ExitCode#USAGE} when no run has kept it
   */
  public static List<Map<String, String>> rows(Path out, String table) {
    Path folder = out.resolve(FOLDER);
    if (!Files.exists(TableFiles.of(folder, table))) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot read table %s: no run has left it in %s (expected a folder of an installation). Run nightly first."
              .formatted(table, folder));
    }
    try (Database database = Database.inMemory(folder)) {
      String from = TableFiles.from(folder, table);
      List<String> columns =
          database.texts("select column_name from (describe %s)".formatted(from));
      List<Map<String, String>> rows = new ArrayList<>();
      for (List<@Nullable Object> row : database.rows(from)) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
          Object value = row.get(column);
          if (value != null) {
            texts.put(columns.get(column), value.toString());
          }
        }
        rows.add(texts);
      }
      return rows;
    }
  }

  /** Puts the tables in place of those of the run before. */
  public static void replace(Path out, List<ReleaseTable> tables) {
    Path folder = out.resolve(FOLDER);
    Path staged = out.resolve("." + FOLDER + ".tmp");
    Path former = out.resolve("." + FOLDER + ".old");
    try {
      Folders.createOwn(staged);
      TableFiles.write(staged, tables);
      Folders.force(staged);
      Folders.delete(former);
      if (Files.exists(folder)) {
        Folders.renameAtomically(folder, former);
      }
      Folders.renameAtomically(staged, folder);
      Folders.forceOne(out);
      Folders.delete(former);
    } catch (IOException e) {
      throw InputOutput.error("keep the exact numbers", folder, e);
    }
  }
}
