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
    Path release = InventedMorbidity.addTo(InventedRelease.write(folder.resolve("release")));
    for (Language language : Language.values()) {
      Reports.write(release, folder.resolve("reports"), language);
    }
    Reports.write(
        InventedMorbidity.addSuppressedTo(
            InventedRelease.writeSuppressed(folder.resolve("suppressed"))),
        folder.resolve("reports-suppressed"),
        Language.SV);
  }
}
