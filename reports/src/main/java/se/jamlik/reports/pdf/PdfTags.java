package se.jamlik.reports.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import javax.xml.transform.TransformerException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.xmpbox.XMPMetadata;
import org.apache.xmpbox.xml.DomXmpParser;
import org.apache.xmpbox.xml.XmpParsingException;
import org.apache.xmpbox.xml.XmpSerializer;

/**
 * What the renderer leaves undone: the tags of the table of contents, and times that belong to the
 * data.
 */
final class PdfTags {

  private PdfTags() {}

  /**
   * The renderer tags the contents as a list; here the list whose items hold only links becomes a
   * table of contents.
   */
  static void nameContents(PDDocument document) {
    PDStructureNode root = document.getDocumentCatalog().getStructureTreeRoot();
    for (PDStructureElement element : children(root)) {
      nameContents(element);
    }
  }

  private static void nameContents(PDStructureElement element) {
    if (isContents(element)) {
      element.setStructureType("TOC");
      for (PDStructureElement item : children(element)) {
        item.setStructureType("TOCI");
        children(item).stream()
            .filter(part -> "LBody".equals(part.getStructureType()))
            .forEach(part -> part.setStructureType("Reference"));
      }
      return;
    }
    children(element).forEach(PdfTags::nameContents);
  }

  private static boolean isContents(PDStructureElement element) {
    return "L".equals(element.getStructureType())
        && !children(element).isEmpty()
        && children(element).stream().allMatch(PdfTags::holdsLink);
  }

  private static boolean holdsLink(PDStructureElement element) {
    return "Link".equals(element.getStructureType())
        || children(element).stream().anyMatch(PdfTags::holdsLink);
  }

  /** Every element of a type, in the order of reading. */
  static List<PDStructureElement> elements(PDDocument document, String type) {
    return children(document.getDocumentCatalog().getStructureTreeRoot()).stream()
        .flatMap(PdfTags::withAllUnder)
        .filter(element -> type.equals(element.getStructureType()))
        .toList();
  }

  private static Stream<PDStructureElement> withAllUnder(PDStructureElement element) {
    return Stream.concat(
        Stream.of(element), children(element).stream().flatMap(PdfTags::withAllUnder));
  }

  private static List<PDStructureElement> children(PDStructureNode node) {
    return node.getKids().stream()
        .filter(PDStructureElement.class::isInstance)
        .map(PDStructureElement.class::cast)
        .toList();
  }

  /** Writes one time into both places where a file tells when it was made. */
  static void setTime(PDDocument document, Instant time) throws IOException {
    Calendar calendar = GregorianCalendar.from(time.atZone(ZoneOffset.UTC));
    calendar.setTimeZone(TimeZone.getTimeZone("UTC"));
    document.getDocumentInformation().setCreationDate(calendar);
    document.getDocumentInformation().setModificationDate(calendar);
    PDMetadata metadata = document.getDocumentCatalog().getMetadata();
    try {
      XMPMetadata xmp = new DomXmpParser().parse(metadata.exportXMPMetadata());
      xmp.getXMPBasicSchema().setCreateDate(calendar);
      xmp.getXMPBasicSchema().setModifyDate(calendar);
      xmp.getXMPBasicSchema().setMetadataDate(calendar);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      new XmpSerializer().serialize(xmp, bytes, true);
      metadata.importXMPMetadata(bytes.toByteArray());
    } catch (XmpParsingException | TransformerException e) {
      throw new IOException("The renderer's metadata cannot be read.", e);
    }
  }
}
