package se.jamlik.jobs;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.conform.Aside;
import se.jamlik.pipeline.conform.InspectedFile;
import se.jamlik.pipeline.conform.Inspection;
import se.jamlik.pipeline.quality.Finding;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.QualityRule.Counted;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.Settings.Quality;

/**
 * An inspection in words: for each file and table what is wrong, where, how often and what to do;
 * last, what a night would do.
 */
record CheckReport(Inspection inspection, InspectedRows rows, Quality quality) {
  /** What is told of each file; of the table it is told only when it would stop a night. */
  private static final Set<Counted> TOLD_OF_FILES =
      Set.of(
          Counted.QUARANTINED_ROWS,
          Counted.REPEATED_ROWS,
          Counted.REPLACED_ROWS,
          Counted.REFUSED_FILES,
          Counted.UNKNOWN_COLUMNS,
          Counted.DOUBTFUL_NUMBERS);

  private static final String ASK = "Ask the sender for a new delivery";

  void print(PrintWriter print) {
    for (InspectedFile file : inspection.files()) {
      print(file, print);
    }
    told().stream()
        .collect(
            Collectors.groupingBy(
                finding -> finding.check().table(), LinkedHashMap::new, Collectors.toList()))
        .forEach((table, findings) -> print(table, findings, print));
    for (String table : inspection.missing()) {
      print.println(table + ": no file");
      point(
          print,
          "a required table is missing",
          "Add " + table + "/<any name>.csv, .csv.gz, .txt or .parquet.");
    }
    print.println();
    print.println(summary());
  }

  /** What a night on these deliveries would end with; the gravest of several. */
  ExitCode exitCode() {
    ExitCode ofFiles = inspection.exitCode();
    return ofFiles == ExitCode.PUBLISHED && rows.hasError() ? ExitCode.QUALITY : ofFiles;
  }

  /** Notes are only kept, by nights. */
  private List<Finding> told() {
    return rows.findings().stream()
        .filter(finding -> finding.level() != Level.NOTE)
        .filter(
            finding ->
                finding.level() == Level.ERROR
                    ? !isTold(finding)
                    : !TOLD_OF_FILES.contains(finding.check().rule().counts()))
        .toList();
  }

  /** Whether the files of the table that hold too many bad rows are told of already. */
  private boolean isTold(Finding finding) {
    return finding.check().rule().counts() == Counted.QUARANTINED_ROWS
        && inspection.tooMany().stream()
            .anyMatch(file -> file.file().startsWith(finding.check().table() + "/"));
  }

  private static void print(String table, List<Finding> findings, PrintWriter print) {
    print.println(table + ": what the rows say");
    for (Finding finding : findings) {
      point(
          print,
          (finding.level() == Level.ERROR ? "a night would stop: " : "") + finding.inWords(),
          finding.check().advice());
    }
  }

  private void print(InspectedFile file, PrintWriter print) {
    print.println(file.file() + ": " + verdict(file));
    for (Refusal refusal : file.refusals()) {
      print(refusal, file, print);
    }
    if (file.isRefused() && file.isOfExtract()) {
      point(
          print,
          "what joins the files of its extract is not judged",
          "Check the extract again with the new file.");
    }
    for (Aside aside : file.asides()) {
      point(
          print,
          "%s: %s, first on line %d"
              .formatted(aside.reason(), counted(aside.rows(), "row"), aside.firstLine()),
          aside.advice());
    }
    if (inspection.tooMany().contains(file)) {
      point(
          print,
          "%d of %d rows are more than %s %%"
              .formatted(file.quarantined(), file.rows(), percent(quality.mostQuarantined())),
          "A night would stop: mend the rows before you send the file.");
    }
    rows.account(file.file()).ifPresent(account -> print(account, print));
    if (file.doubtful() > 0) {
      point(
          print,
          counted(file.doubtful(), "value") + " of ten digits could be a personnummer by chance",
          "Make sure that they are pseudonyms.");
    }
    if (!file.unknownColumns().isEmpty()) {
      point(
          print,
          "columns that the contract does not know: " + String.join(", ", file.unknownColumns()),
          "They are ignored; rename those that are meant for a column of the contract.");
    }
    if (!file.absentColumns().isEmpty()) {
      point(
          print,
          "columns that are not there: " + String.join(", ", file.absentColumns()),
          "They count as empty; add those that you can deliver.");
    }
  }

  /** A refusal speaks to the operator of a night; here the sender reads it. */
  private static void print(Refusal refusal, InspectedFile file, PrintWriter print) {
    String problem =
        refusal
            .problem()
            .replace("Cannot read " + file.file() + ": ", "")
            .replace(ASK, "Make the file anew");
    int advice = problem.lastIndexOf(". Make the file anew");
    if (advice < 0) {
      print.println("  - " + problem);
    } else {
      point(print, problem.substring(0, advice), problem.substring(advice + 2));
    }
  }

  private static void print(Delivery account, PrintWriter print) {
    if (account.duplicates() > 0) {
      point(
          print,
          "rows that repeat what is there already: " + account.duplicates(),
          "They count once; send each row once.");
    }
    if (account.replaced() > 0) {
      point(
          print,
          "rows that replace one of an earlier file, by their key: " + account.replaced(),
          "They take its place; make sure that they are corrections.");
    }
  }

  private static void point(PrintWriter print, String problem, String advice) {
    print.println("  - " + problem + ".");
    print.println("    " + advice);
  }

  private static String verdict(InspectedFile file) {
    if (file.isRefused()) {
      return "REFUSED";
    }
    if (file.repeats().isPresent()) {
      return "the same bytes as " + file.repeats().get() + "; it would not be read";
    }
    long aside = file.quarantined();
    return "%s, %s%s; %s"
        .formatted(
            counted(file.rows(), "row"),
            file.encoding(),
            file.blankLines() == 0 ? "" : ", " + counted(file.blankLines(), "blank line"),
            aside == 0 ? "good" : aside + " would be set aside");
  }

  private String summary() {
    List<InspectedFile> files = inspection.files();
    long refused = files.stream().filter(InspectedFile::isRefused).count();
    long aside = files.stream().mapToLong(InspectedFile::quarantined).sum();
    String counts =
        "%s: %d refused, %s set aside, %s missing, %s failed."
            .formatted(
                counted(files.size(), "file"),
                refused,
                counted(aside, "row"),
                counted(inspection.missing().size(), "required table"),
                counted(told().size(), "check of the rows", "checks of the rows"));
    return counts
        + switch (exitCode()) {
          case PRIVACY -> " A night would stop: a delivery holds a personnummer.";
          case DELIVERY -> " A night would stop: a delivery is refused or missing.";
          case QUALITY ->
              inspection.tooMany().isEmpty()
                  ? " A night would stop: what the rows say is too bad."
                  : " A night would stop: too many rows of a file are set aside.";
          default -> " A night would take them.";
        };
  }

  private static String counted(long count, String what) {
    return counted(count, what, what + "s");
  }

  private static String counted(long count, String one, String more) {
    return count + " " + (count == 1 ? one : more);
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
