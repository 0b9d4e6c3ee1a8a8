package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.jamlik.pipeline.vocabulary.FewPersons;
import se.jamlik.pipeline.vocabulary.Personnummer;
import se.jamlik.pipeline.vocabulary.ProtectionRules;

/**
 * The files of a staged release that are no tables, as the {@link Gate} reads them: texts, the text
 * of the reports, and CSV, which must be a copy of a table that the gate compares it with.
 */
final class GatedFiles {
  private static final Set<String> TEXT_ENDINGS = Set.of("json", "sql", "md", "cff", "txt");
  private static final Set<String> REPORT_ENDINGS = Set.of("pdf", "html", "xlsx");

  private final ProtectionRules protect;
  private final DocumentText report;

  GatedFiles(ProtectionRules protect, DocumentText report) {
    this.protect = protect;
    this.report = report;
  }

  /** What is wrong with them, in the order of their paths. */
  List<String> problems(Path folder, LocalDate asOf) throws IOException {
    Set<Path> copies =
        TableFiles.in(folder).stream()
            .map(table -> folder.resolve("csv").resolve(table + ".csv"))
            .collect(Collectors.toSet());
    // Reading a report takes a second.
    return Folders.files(folder).parallelStream()
        .flatMap(
            file ->
                Stream.concat(
                    ofName(file, asOf),
                    ofContents(file, copies, asOf)
                        .map(wrong -> "%s: %s".formatted(folder.relativize(file), wrong))))
        .toList();
  }

  private static Stream<String> ofName(Path file, LocalDate asOf) {
    return holdsPersonnummer(name(file), asOf)
        ? Stream.of("a file's name holds a personnummer")
        : Stream.empty();
  }

  private Stream<String> ofContents(Path file, Set<Path> copies, LocalDate asOf) {
    String ending = name(file).substring(name(file).lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    if (ending.equals("csv")) {
      return copies.contains(file) ? Stream.empty() : Stream.of("a copy of no table");
    }
    try {
      if (REPORT_ENDINGS.contains(ending)) {
        return ofReport(report.of(file), asOf);
      }
      return TEXT_ENDINGS.contains(ending) ? ofText(Files.readString(file), asOf) : Stream.empty();
    } catch (IOException e) {
      // What the gate cannot read it cannot let through; the text of the error may quote the file.
      return Stream.of("cannot be read");
    }
  }

  private static Stream<String> ofText(String text, LocalDate asOf) {
    return holdsPersonnummer(text, asOf) ? Stream.of("a personnummer") : Stream.empty();
  }

  private Stream<String> ofReport(String text, LocalDate asOf) {
    long few = FewPersons.places(text, protect.smallestShown());
    Stream<String> small =
        few == 0
            ? Stream.empty()
            : Stream.of("a count of too few persons in %d places".formatted(few));
    return Stream.concat(ofText(text, asOf), small);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Ten bare digits are let through: a release is full of long numbers that are one by chance. */
  static boolean holdsPersonnummer(String text, LocalDate asOf) {
    return Personnummer.in(text, asOf.getYear()) == Personnummer.Find.CERTAIN;
  }
}
