package se.jamlik.reports;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Not a test: makes the pictures of five pages that the README shows, of the reports in a release
 * and into a folder. Those of the invented releases lie under {@code target} after the tests.
 */
final class PicturesOfReports {

  private static final int DOTS_PER_INCH = 80;

  /** A page by the beginning of its bookmark, without the chapter's number. */
  private record Picture(String file, String report, String bookmark) {}

  private static final List<Picture> PICTURES =
      List.of(
          new Picture("report-summary.png", "umearegionen.pdf", "Sammanfattning"),
          new Picture("report-equity.png", "umearegionen.pdf", "Jämlikhet"),
          new Picture("report-municipalities.png", "umearegionen.pdf", "Jämförelse"),
          new Picture("report-development.png", "umearegionen.pdf", "Utveckling"),
          new Picture("report-municipality.png", "umea.pdf", "Sammanfattning"));

  private PicturesOfReports() {}

  public static void main(String[] arguments) throws IOException {
    Path to = Path.of(arguments[1]);
    Path reports = Path.of(arguments[0]).resolve("reports");
    for (Picture picture : PICTURES) {
      try (PDDocument document = Loader.loadPDF(reports.resolve(picture.report()).toFile())) {
        BufferedImage image =
            new PDFRenderer(document)
                .renderImageWithDPI(page(document, picture), DOTS_PER_INCH, ImageType.RGB);
        ImageIO.write(image, "png", to.resolve(picture.file()).toFile());
      }
    }
  }

  private static int page(PDDocument document, Picture picture) throws IOException {
    for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
      if (item.getTitle().replaceFirst("^\\d+ ", "").startsWith(picture.bookmark())) {
        PDPage page = item.findDestinationPage(document);
        return document.getPages().indexOf(page);
      }
    }
    throw new IllegalStateException(
        picture.report() + " has no chapter '" + picture.bookmark() + "'.");
  }
}
