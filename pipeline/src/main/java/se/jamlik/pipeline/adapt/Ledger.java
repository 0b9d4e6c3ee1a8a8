package se.jamlik.pipeline.adapt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.SealedJson;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Every delivery ever seen, one line of JSON each, in the order of their numbers. The file is
 * replaced whole, so that a night that dies leaves the ledger of the night before.
 */
public final class Ledger {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final FsPermission OURS_ALONE = new FsPermission((short) 0700);

  /** The points that a night may die at while it replaces the ledger. */
  enum Moment {
    WRITTEN,
    REPLACED
  }

  private Ledger() {}

  /**
   * The deliveries of earlier nights, in the order of their numbers.
   *
   * @throws UserError with {@link ExitCode#INPUT_OUTPUT} when the disk has changed a line
   */
  public static List<Delivery> read(String out) {
    Path file = file(out);
    List<Delivery> deliveries = new ArrayList<>();
    try {
      FileSystem files = file.getFileSystem(LocalFiles.configuration());
      if (!files.exists(file)) {
        return deliveries;
      }
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          deliveries.add(delivery(whole(line, deliveries.size() + 1)));
        }
      }
      return deliveries;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Settles what a published night has judged: the verdict of each delivery stands from now on, and
   * its rows stay when the file leaves the inbox. Until then it is judged anew every night.
   */
  public static void settle(String out, List<Delivery> judged) {
    Map<Integer, Delivery> all = new TreeMap<>();
    read(out).forEach(delivery -> all.put(delivery.number(), delivery));
    judged.forEach(delivery -> all.put(delivery.number(), delivery));
    write(out, List.copyOf(all.values()));
  }

  /** Replaces the ledger. */
  static void write(String out, List<Delivery> deliveries) {
    write(out, deliveries, moment -> {});
  }

  /** The same, and tells when it reaches each moment, so that a test can make it die there. */
  static void write(String out, List<Delivery> deliveries, Consumer<Moment> observer) {
    Path file = file(out);
    Path fresh = file.suffix(".tmp");
    try {
      FileSystem files = file.getFileSystem(LocalFiles.configuration());
      files.mkdirs(file.getParent(), OURS_ALONE);
      try (FSDataOutputStream stream = files.create(fresh, true)) {
        for (Delivery delivery :
            deliveries.stream().sorted(Comparator.comparingInt(Delivery::number)).toList()) {
          stream.write((SealedJson.text(node(delivery)) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        stream.hsync();
      }
      observer.accept(Moment.WRITTEN);
      // In one step: a FileContext would delete the old ledger first, and a night may die then.
      if (!files.rename(fresh, file)) {
        throw new IOException("The ledger was not replaced");
      }
      observer.accept(Moment.REPLACED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode whole(String line, int number) {
    return SealedJson.read(line)
        .orElseThrow(
            () ->
                new UserError(
                    ExitCode.INPUT_OUTPUT,
                    "Cannot read the ledger of deliveries: line %d of adapted/ledger.jsonl has been changed (expected it as a night wrote it). Put the file back from the newest copy, and look after the disk."
                        .formatted(number)));
  }

  private static Path file(String out) {
    return new Path(new Path(out, "adapted"), "ledger.jsonl");
  }

  private static ObjectNode node(Delivery delivery) {
    ObjectNode node =
        JSON.createObjectNode()
            .put("number", delivery.number())
            .put("table", delivery.table())
            .put("file", delivery.file())
            .put("sha256", delivery.sha256())
            .put("delivered_at", delivery.deliveredAt().toString())
            .put("rows", delivery.rows())
            .put("accepted", delivery.accepted())
            .put("quarantined", delivery.quarantined())
            .put("duplicates", delivery.duplicates())
            .put("replaced", delivery.replaced())
            .put("blank_lines", delivery.blankLines());
    delivery.unknownColumns().forEach(node.putArray("unknown_columns")::add);
    return node.put("verdict", delivery.verdict());
  }

  private static Delivery delivery(JsonNode node) {
    List<String> unknown = new ArrayList<>();
    node.path("unknown_columns").forEach(name -> unknown.add(name.asText()));
    return new Delivery(
        node.path("number").asInt(),
        node.path("table").asText(),
        node.path("file").asText(),
        node.path("sha256").asText(),
        Instant.parse(node.path("delivered_at").asText()),
        node.path("rows").asLong(),
        node.path("accepted").asLong(),
        node.path("quarantined").asLong(),
        node.path("duplicates").asLong(),
        node.path("replaced").asLong(),
        node.path("blank_lines").asLong(),
        unknown,
        node.path("verdict").asText());
  }
}
