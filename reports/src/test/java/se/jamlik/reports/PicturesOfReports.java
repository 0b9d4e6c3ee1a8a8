package se.jamlik.reports;

import java.nio.file.Path;

/**
 * Not a test: writes the reports of the invented releases to a folder, for those who want to look
 * at them.
 */
final class PicturesOfReports {

  private PicturesOfReports() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    Reports.write(
        InventedMorbidity.addTo(InventedRelease.write(folder.resolve("release"))),
        folder.resolve("reports"),
        Language.SV);
    Reports.write(
        InventedMorbidity.addSuppressedTo(
            InventedRelease.writeSuppressed(folder.resolve("suppressed"))),
        folder.resolve("reports-suppressed"),
        Language.SV);
  }
}
