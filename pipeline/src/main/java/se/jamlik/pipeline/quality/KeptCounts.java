package se.jamlik.pipeline.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.adapt.MonthRows;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/**
 * The counts of each table beside the conformed ones, with what they were made from, so that a
 * table whose deliveries have not changed is not scanned again.
 *
 * @param folder where they are kept; for the pipeline's account alone
 */
record KeptCounts(String folder) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The counts of a table, if they were made from this. */
  Optional<TableCounts> read(String table, String madeFrom) {
    Path file = file(table);
    try {
      FileSystem files = file.getFileSystem(LocalFiles.configuration());
      if (!files.exists(file)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(file)) {
        JsonNode kept = JSON.readTree(in);
        return kept.path("made_from").asText().equals(madeFrom)
            ? Optional.of(counts(table, kept))
            : Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String table, String madeFrom, TableCounts counts) {
    ObjectNode kept = JSON.createObjectNode().put("made_from", madeFrom).put("rows", counts.rows());
    ArrayNode all = kept.putArray("counts");
    counts
        .counts()
        .forEach(
            count ->
                all.addArray()
                    .add(count.check())
                    .add(count.column())
                    .add(count.period())
                    .add(count.municipality())
                    .add(count.violated())
                    .add(count.total()));
    ArrayNode months = kept.putArray("months");
    counts
        .months()
        .forEach(
            month ->
                months.addArray().add(month.municipality()).add(month.month()).add(month.rows()));
    Path file = file(table);
    try (OutputStream out = file.getFileSystem(LocalFiles.configuration()).create(file, true)) {
      out.write(JSON.writeValueAsBytes(kept));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TableCounts counts(String table, JsonNode kept) {
    List<Count> counts = new ArrayList<>();
    kept.path("counts")
        .forEach(
            count ->
                counts.add(
                    new Count(
                        count.path(0).asText(),
                        table,
                        count.path(1).asText(),
                        count.path(2).asText(),
                        count.path(3).asText(),
                        count.path(4).asLong(),
                        count.path(5).asLong())));
    List<MonthRows> months = new ArrayList<>();
    kept.path("months")
        .forEach(
            month ->
                months.add(
                    new MonthRows(
                        month.path(0).asText(), month.path(1).asInt(), month.path(2).asLong())));
    return new TableCounts(kept.path("rows").asLong(), counts, months);
  }

  private Path file(String table) {
    return new Path(folder, table + ".json");
  }
}
