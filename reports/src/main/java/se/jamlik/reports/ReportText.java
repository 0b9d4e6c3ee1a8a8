package se.jamlik.reports;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a report as a reader sees it, for those who check it before others may read it. */
public final class ReportText {

  private ReportText() {}

  /**
   * The title and the text of all pages, line by line as they stand.
   *
   * @throws IOException when the file is damaged or no PDF
   */
  public static String of(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getDocumentInformation().getTitle()
          + "\n"
          + new PDFTextStripper().getText(document);
    }
  }
}
