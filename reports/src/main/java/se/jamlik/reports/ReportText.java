package se.jamlik.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads a report as a reader sees it, for those who check it before others may read it. */
public final class ReportText {

  private ReportText() {}

  /**
   * The text of a PDF with the files attached to it, of a web page or of a workbook, by the ending
   * of the file's name.
   *
   * @throws IOException when the file is damaged or none of these
   */
  public static String of(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".html")) {
      return WebPageText.of(file);
    }
    if (name.endsWith(".xlsx")) {
      return WorkbookText.of(file);
    }
    return ofPdf(file) + "\n" + AttachedText.of(file);
  }

  /**
   * The title, the text of all pages, line by line as they stand, and then what is only heard: the
   * alternative texts of figures and the words that abbreviations and marks stand for.
   *
   * @throws IOException when the file is damaged or no PDF
   */
  private static String ofPdf(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return document.getDocumentInformation().getTitle()
          + "\n"
          + new PDFTextStripper().getText(document)
          + heard(document);
    }
  }

  private static String heard(PDDocument document) {
    PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
    return root == null ? "" : heard(root).collect(Collectors.joining("\n", "\n", "\n"));
  }

  private static Stream<String> heard(PDStructureNode node) {
    Stream<String> own =
        node instanceof PDStructureElement element
            ? Stream.of(
                    Optional.ofNullable(element.getAlternateDescription()),
                    Optional.ofNullable(element.getActualText()),
                    Optional.ofNullable(element.getExpandedForm()))
                .flatMap(Optional::stream)
            : Stream.of();
    return Stream.concat(
        own,
        node.getKids().stream()
            .filter(PDStructureElement.class::isInstance)
            .flatMap(kid -> heard((PDStructureElement) kid)));
  }
}
