package se.jamlik.pipeline.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * Who got what of persons, and why: one line an export, only ever added to. Each line holds the
 * SHA-256 of the line before it and of itself, so that a line that is changed, moved or taken out
 * of the middle is found. That lines are missing at the end is told by the run records, which hold
 * the SHA-256 of the line they added.
 */
public final class AuditLog {
  private static final String FILE = "audit.jsonl";
  private static final String FIRST = "0".repeat(64);
  private static final String OWN = ",\"sha256\":\"";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path file;

  private AuditLog(Path file) {
    this.file = file;
  }

  /** The log of an installation. */
  public static AuditLog of(Path installation) {
    return new AuditLog(installation.resolve(FILE));
  }

  /** Adds a line and returns its SHA-256; the line is on the disk when the call returns. */
  public String add(Instant at, String event, Map<String, Object> facts) {
    try {
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      List<String> lines = Files.readAllLines(file);
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("previous", lines.isEmpty() ? FIRST : Sha256.of(lines.get(lines.size() - 1)));
      told.put("at", at.toString());
      told.put("event", event);
      told.putAll(facts);
      String open = withoutBrace(JSON.writeValueAsString(told));
      String line = open + OWN + Sha256.of(open) + "\"}";
      Files.writeString(
          file,
          line + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
      return Sha256.of(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String withoutBrace(String object) {
    return object.substring(0, object.length() - 1);
  }

  /** How many lines there are. */
  public int lines() {
    return all().size();
  }

  /** What is wrong with the chain, a line each; empty when nothing has been changed. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    String previous = FIRST;
    int number = 0;
    for (String line : all()) {
      number++;
      if (!isWhole(line)) {
        problems.add("line %d of %s has been changed".formatted(number, FILE));
      } else if (!line.startsWith("{\"previous\":\"" + previous + "\"")) {
        problems.add("line %d of %s does not follow the line before it".formatted(number, FILE));
      }
      previous = Sha256.of(line);
    }
    return problems;
  }

  private static boolean isWhole(String line) {
    int own = line.lastIndexOf(OWN);
    try {
      JSON.readTree(line);
      return own > 0
          && line.equals(line.substring(0, own) + OWN + Sha256.of(line.substring(0, own)) + "\"}");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  private List<String> all() {
    try {
      return Files.exists(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
