package se.jamlik.jobs;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import se.jamlik.pipeline.adapt.Refusal;
import se.jamlik.pipeline.conform.Aside;
import se.jamlik.pipeline.conform.InspectedFile;
import se.jamlik.pipeline.conform.Inspection;
import se.jamlik.pipeline.vocabulary.Settings.Quality;

/**
 * An inspection in words: for each file what is wrong, where, how often and what to do; last, what
 * a night would do.
 */
record CheckReport(Inspection inspection, Quality quality) {

  void print(PrintWriter print) {
    for (InspectedFile file : inspection.files()) {
      print(file, print);
    }
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

  private void print(InspectedFile file, PrintWriter print) {
    print.println(file.file() + ": " + verdict(file));
    for (Refusal refusal : file.refusals()) {
      print.println("  - " + refusal.problem());
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
        "%s: %d refused, %s set aside, %s missing."
            .formatted(
                counted(files.size(), "file"),
                refused,
                counted(aside, "row"),
                counted(inspection.missing().size(), "required table"));
    return counts
        + switch (inspection.exitCode()) {
          case PRIVACY -> " A night would stop: a delivery holds a personnummer.";
          case DELIVERY -> " A night would stop: a delivery is refused or missing.";
          case QUALITY -> " A night would stop: too many rows of a file are set aside.";
          default -> " A night would take them.";
        };
  }

  private static String counted(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String percent(double share) {
    return BigDecimal.valueOf(share).movePointRight(2).stripTrailingZeros().toPlainString();
  }
}
