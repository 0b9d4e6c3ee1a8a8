package se.jamlik.pipeline.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.jamlik.pipeline.kept.KeptTable;
import se.jamlik.pipeline.pseudonymise.ProjectKey;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Makes a file for one decided project: one row per person and period, with the project's own
 * pseudonyms. Rows whose quasi-identifiers fewer than five persons of a period share are left out.
 */
public final class Extract {
  private static final Set<PosixFilePermission> OWN_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<PosixFilePermission> OWN_FOLDER =
      PosixFilePermissions.fromString("rwx------");

  private final Path installation;
  private final ExtractProject project;

  private Extract(Path installation, ExtractProject project) {
    this.installation = installation;
    this.project = project;
  }

  /** The file, how alike its rows are, and the SHA-256 of the line in the log. */
  public record Made(Path file, Anonymity kept, String auditLine) {}

  /** Makes the file under {@code extracts} of the installation, and tells the log of it. */
  public static Made make(Path installation, ExtractProject project, Instant now, int yearsOfLogs) {
    try {
      return new Extract(installation, project).made(now, yearsOfLogs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Refuses a folder in which no night has left rows of persons. */
  public static void refuseWithoutRows(Path installation) {
    if (KeptTable.settledFiles(folder(installation).toString()).isEmpty()) {
      throw new UserError(
          ExitCode.USAGE,
          "Cannot make an extract: %s has no rows of persons (expected the --out of an earlier night). Run the night first."
              .formatted(installation));
    }
  }

  private static Path folder(Path installation) {
    return installation.resolve("marked").resolve(PersonRows.ROWS);
  }

  private Made made(Instant now, int yearsOfLogs) throws IOException {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    if (today.isAfter(project.expiresOn())) {
      throw new UserError(
          ExitCode.PRIVACY,
          "Cannot make an extract for %s: the decision expired on %s (expected today or a later day). Ask for a new decision."
              .formatted(project.name(), project.expiresOn()));
    }
    Path secret = installation.resolve("secret").resolve("extract-key");
    ProjectKey key = ProjectKey.ofExtracts(secret, project.name());
    try (PersonRows rows = PersonRows.in(folder(installation))) {
      return written(
          ChosenRows.of(rows, project, key::ofPerson), now, today.plusYears(yearsOfLogs));
    }
  }

  private Made written(ChosenRows chosen, Instant now, LocalDate keptUntil) throws IOException {
    Anonymity kept = chosen.anonymity();
    Path file = next();
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    try {
      Files.deleteIfExists(unfinished);
      Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWN_FILE));
      chosen.write(unfinished);
      Files.setPosixFilePermissions(unfinished, OWN_FILE);
      Map<String, Object> told = told(chosen.given(), kept);
      told.put("file", String.valueOf(file.getFileName()));
      told.put("sha256_of_file", Sha256.of(unfinished));
      // Told before it has its name: no extract is there that the log does not know.
      String line = AuditLog.of(installation).add(now, "extract", told, keptUntil);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
      return new Made(file, kept, line);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** The next free name: an extract is never written over. */
  private Path next() throws IOException {
    Path folder = Files.createDirectories(installation.resolve("extracts"));
    Files.setPosixFilePermissions(folder, OWN_FOLDER);
    String ending = project.format().name().toLowerCase(Locale.ROOT);
    int serial = 1;
    Path file;
    do {
      file = folder.resolve("%s.%d.%s".formatted(project.name(), serial++, ending));
    } while (Files.exists(file));
    return file;
  }

  private Map<String, Object> told(List<String> columns, Anonymity kept) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("account", System.getProperty("user.name", ""));
    told.put("project", project.name());
    told.put("decision_number", project.decisionNumber());
    told.put("legal_basis", project.legalBasis());
    told.put("purpose", project.purpose());
    told.put("expires_on", project.expiresOn().toString());
    told.put("columns", columns);
    told.put("population", project.population());
    told.put("rows", kept.rows());
    told.put("persons", kept.persons());
    told.put("k", ChosenRows.FEWEST_ALIKE);
    told.put("quasi_identifiers", kept.quasiIdentifiers());
    told.put("rows_left_out", kept.leftOut());
    told.put("groups_left_out", kept.smallGroups());
    told.put("smallest_group", kept.smallestGroup());
    return told;
  }
}
