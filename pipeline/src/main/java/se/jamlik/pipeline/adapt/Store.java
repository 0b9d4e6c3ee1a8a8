package se.jamlik.pipeline.adapt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.SealedJson;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Where the rows of each delivery are kept once they have been read, under the table and the hash
 * of the file, with a note of what was read. Folders belong to the pipeline's account alone.
 */
public final class Store {
  /** Raised when the reading rules change, so that every delivery is read anew. */
  private static final int READING_RULES = 3;

  private static final String NOTE = "_read.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String out;

  public Store(String out) {
    this.out = out;
  }

  /**
   * What was read of a delivery.
   *
   * @param number of the delivery in the ledger, which its rows carry
   * @param rows without header and blank lines
   * @param quarantined of the rows
   * @param doubtful values of ten bare digits that may be a personnummer by chance
   * @param months rows that keep the contract, by municipality and month
   * @param reasons rows that break it, by the reason
   */
  public record Note(
      int number,
      long rows,
      long quarantined,
      long blankLines,
      long doubtful,
      List<MonthRows> months,
      Map<String, Long> reasons) {
    public Note {
      months = List.copyOf(months);
      reasons = Map.copyOf(reasons);
    }

    /** The same with more rows quarantined. */
    public Note withQuarantined(long more) {
      return new Note(number, rows, quarantined + more, blankLines, doubtful, months, reasons);
    }
  }

  /** Folder of the rows that keep the contract. */
  public String rows(String table, String sha256) {
    return "%s/conformed/deliveries/%s/%s".formatted(out, table, sha256);
  }

  /** Folder of the rows that break it. */
  public String quarantine(String table, String sha256) {
    return "%s/quarantined/%s/%s".formatted(out, table, sha256);
  }

  /** Folder of the rows of the contract's tables that an extract has become. */
  public String adapted(String extract) {
    return "%s/conformed/adapted/%s".formatted(out, extract);
  }

  /** Folder of the rows that keep the rules of their file and find no place in their extract. */
  public String withoutPlace(String extract) {
    return "%s/quarantined/%s/without-place".formatted(out, extract);
  }

  /** The note of a delivery that has been read to its end by the rules of today. */
  public Optional<Note> note(Delivery delivery, TableDefinition table) {
    Path path = new Path(rows(delivery.table(), delivery.sha256()), NOTE);
    try {
      FileSystem files = files(path);
      if (!files.exists(path)) {
        return Optional.empty();
      }
      try (InputStream in = files.open(path)) {
        // A killed run wrote half of it, or the disk has changed it: the file is read anew.
        return SealedJson.read(new String(in.readAllBytes(), StandardCharsets.UTF_8))
            .filter(
                note ->
                    note.path("number").asInt() == delivery.number()
                        && note.path("rules").asText().equals(rules(table)))
            .map(
                note ->
                    new Note(
                        delivery.number(),
                        note.path("rows").asLong(),
                        note.path("quarantined").asLong(),
                        note.path("blank_lines").asLong(),
                        note.path("doubtful").asLong(),
                        months(note),
                        reasons(note)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Notes that the delivery has been read to its end. */
  public void write(Delivery delivery, TableDefinition table, Note note) {
    Path path = new Path(rows(delivery.table(), delivery.sha256()), NOTE);
    ObjectNode json =
        JSON.createObjectNode()
            .put("number", note.number())
            .put("rules", rules(table))
            .put("rows", note.rows())
            .put("quarantined", note.quarantined())
            .put("blank_lines", note.blankLines())
            .put("doubtful", note.doubtful());
    ArrayNode months = json.putArray("months");
    note.months()
        .forEach(
            month ->
                months.addArray().add(month.municipality()).add(month.month()).add(month.rows()));
    ObjectNode reasons = json.putObject("reasons");
    new TreeMap<>(note.reasons()).forEach(reasons::put);
    try (OutputStream stream = files(path).create(path, true)) {
      stream.write(SealedJson.text(json).getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<MonthRows> months(JsonNode note) {
    List<MonthRows> months = new ArrayList<>();
    note.path("months")
        .forEach(
            month ->
                months.add(
                    new MonthRows(
                        month.path(0).asText(), month.path(1).asInt(), month.path(2).asLong())));
    return months;
  }

  private static Map<String, Long> reasons(JsonNode note) {
    Map<String, Long> reasons = new HashMap<>();
    note.path("reasons")
        .properties()
        .forEach(reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
    return reasons;
  }

  /** Takes away everything that was read of the delivery. */
  public void delete(Delivery delivery) {
    // Without the note nothing that is half deleted is taken for whole.
    delete(rows(delivery.table(), delivery.sha256()) + "/" + NOTE);
    delete(rows(delivery.table(), delivery.sha256()));
    delete(quarantine(delivery.table(), delivery.sha256()));
  }

  /** Takes away what an extract has become. */
  public void deleteAdapted(String extract) {
    delete(adapted(extract));
    delete(withoutPlace(extract));
  }

  /**
   * Takes away what the stages have made of the deliveries of a table and of all tables together;
   * the next night makes it anew from what is left.
   */
  void deleteDerived(TableDefinition table) {
    delete(out + "/conformed/tables/" + table.becomes());
    delete(out + "/linked");
    delete(out + "/marked");
  }

  private static void delete(String folder) {
    try {
      files(new Path(folder)).delete(new Path(folder), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a folder that nobody else may look into. */
  public void makeOurs(String folder) {
    try {
      Path path = new Path(folder);
      files(path).mkdirs(path, new FsPermission((short) 0700));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rules by which the rows of a table are read. */
  public static String rules(TableDefinition table) {
    return READING_RULES + "-" + Sha256.of(table.toString());
  }

  private static FileSystem files(Path path) throws IOException {
    return path.getFileSystem(LocalFiles.configuration());
  }
}
