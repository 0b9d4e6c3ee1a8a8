package se.jamlik.pipeline.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * Who got what of persons, and why: one line an export, only ever added to. Each line holds the
 * SHA-256 of the line before it and of itself, so that a line that is changed, moved or taken out
 * of the middle is found. That lines are missing at the end is told by the run records, which hold
 * the SHA-256 of the line they added.
 *
 * <p>With the first line of a new year the lines before it become the file {@code
 * audit-<year>.jsonl}, and the chain goes on from its last line. A year whose lines need not be
 * kept any more is deleted as a whole, the oldest first, and the log tells so: the chain may then
 * begin after a line that it names as deleted, and nowhere else.
 */
public final class AuditLog {
  private static final String FILE = "audit.jsonl";
  private static final Pattern OF_A_YEAR = Pattern.compile("audit-\\d{4}\\.jsonl");
  private static final String FIRST = "0".repeat(64);
  private static final String OWN = ",\"sha256\":\"";
  private static final String KEPT_UNTIL = "line_kept_until";
  private static final String PRUNED = "prune";
  private static final String LAST_LINE = "sha256_of_last_line";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Path installation;
  private final Path file;

  private AuditLog(Path installation) {
    this.installation = installation;
    this.file = installation.resolve(FILE);
  }

  /** The log of an installation. */
  public static AuditLog of(Path installation) {
    return new AuditLog(installation);
  }

  /**
   * Adds a line and returns its SHA-256; the line is on the disk when the call returns.
   *
   * @param keptUntil the day until which the line is to be kept
   */
  public String add(Instant at, String event, Map<String, Object> facts, LocalDate keptUntil) {
    try {
      List<String> lines = all();
      endTheYearBefore(at);
      if (Files.notExists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("previous", lines.isEmpty() ? FIRST : Sha256.of(lines.get(lines.size() - 1)));
      told.put("at", at.toString());
      told.put("event", event);
      told.putAll(facts);
      told.put(KEPT_UNTIL, keptUntil.toString());
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

  /** Gives the lines of an earlier year their own file. */
  private void endTheYearBefore(Instant at) throws IOException {
    List<String> lines = lines(file);
    if (lines.isEmpty() || !isWhole(lines.get(lines.size() - 1))) {
      return;
    }
    String year = word(lines.get(lines.size() - 1), "at").substring(0, 4);
    Path ended = installation.resolve("audit-" + year + ".jsonl");
    boolean isOver = year.compareTo(at.toString().substring(0, 4)) < 0;
    if (isOver && Files.notExists(ended)) {
      Files.move(file, ended, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /**
   * The files of ended years, the oldest first, none of whose lines is to be kept any more.
   *
   * @param years that a line is kept at least, whatever it says itself
   */
  public List<String> expired(LocalDate today, int years) {
    return files().stream()
        .filter(log -> !log.equals(file))
        .takeWhile(log -> lines(log).stream().allMatch(line -> isOver(line, today, years)))
        .map(log -> String.valueOf(log.getFileName()))
        .toList();
  }

  private static boolean isOver(String line, LocalDate today, int years) {
    String keptUntil = isWhole(line) ? word(line, KEPT_UNTIL) : "";
    return !keptUntil.isEmpty()
        && LocalDate.parse(keptUntil).isBefore(today)
        && LocalDate.ofInstant(Instant.parse(word(line, "at")), ZoneOffset.UTC)
            .plusYears(years)
            .isBefore(today);
  }

  /** Deletes the {@link #expired} years, each after a line that tells of it. */
  public void deleteExpired(Instant now, int years) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    for (String name : expired(today, years)) {
      Path old = installation.resolve(name);
      List<String> lines = lines(old);
      add(
          now,
          PRUNED,
          Map.of(
              "file",
              name,
              "lines",
              lines.size(),
              LAST_LINE,
              Sha256.of(lines.get(lines.size() - 1))),
          today.plusYears(years));
      try {
        Files.delete(old);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** How many lines there are. */
  public int lines() {
    return all().size();
  }

  /** What is wrong with the chain, a line each; empty when nothing has been changed. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    Set<String> mayBeBefore = new HashSet<>(deletedLastLines());
    mayBeBefore.add(FIRST);
    for (Path log : files()) {
      int number = 0;
      for (String line : lines(log)) {
        number++;
        String place = "line %d of %s".formatted(number, log.getFileName());
        if (!isWhole(line)) {
          problems.add(place + " has been changed");
        } else if (!mayBeBefore.contains(word(line, "previous"))) {
          problems.add(place + " does not follow the line before it");
        }
        mayBeBefore = Set.of(Sha256.of(line));
      }
    }
    return problems;
  }

  /** After which lines the log may begin, since a line of it tells that they were deleted. */
  private Set<String> deletedLastLines() {
    return all().stream()
        .filter(AuditLog::isWhole)
        .filter(line -> word(line, "event").equals(PRUNED))
        .map(line -> word(line, LAST_LINE))
        .collect(Collectors.toSet());
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

  private static String word(String line, String name) {
    try {
      return JSON.readTree(line).path(name).asText();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  private List<String> all() {
    return files().stream().flatMap(log -> lines(log).stream()).toList();
  }

  /** The files that there are: ended years in their order, then the one that is added to. */
  private List<Path> files() {
    if (!Files.isDirectory(installation)) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(installation)) {
      return Stream.concat(
              paths
                  .filter(path -> OF_A_YEAR.matcher(String.valueOf(path.getFileName())).matches())
                  .sorted(),
              Stream.of(file).filter(Files::exists))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> lines(Path log) {
    try {
      return Files.exists(log) ? Files.readAllLines(log) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
