package se.jamlik.reports.pdf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import se.jamlik.reports.page.Attachment;

/**
 * Puts the CSV of each table into a file as PDF/A-3 wants it (ISO 19005-3, 6.8): named and
 * described, with its relationship to the document and to the very table it belongs to.
 */
final class PdfAttachments {

  private static final COSName ASSOCIATED_FILES = COSName.getPDFName("AF");
  private static final COSName RELATIONSHIP = COSName.getPDFName("AFRelationship");

  private PdfAttachments() {}

  /**
   * Attaches one file to each table of the document.
   *
   * @param attachments one for each table, in the order of the tables
   */
  static void add(PDDocument document, List<Attachment> attachments, Instant madeAt)
      throws IOException {
    if (attachments.isEmpty()) {
      return;
    }
    List<PDStructureElement> tables = PdfTags.elements(document, "Table");
    if (tables.size() != attachments.size()) {
      throw new IllegalStateException(
          "A page shows %d tables and the report has %d."
              .formatted(tables.size(), attachments.size()));
    }
    Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
    for (Attachment attachment : attachments) {
      files.put(attachment.fileName(), file(document, attachment, madeAt));
    }
    PDDocumentCatalog catalog = document.getDocumentCatalog();
    PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(files);
    PDDocumentNameDictionary names = new PDDocumentNameDictionary(catalog);
    names.setEmbeddedFiles(tree);
    catalog.setNames(names);
    COSArray all = new COSArray();
    List<PDComplexFileSpecification> inOrder = new ArrayList<>(files.values());
    for (int i = 0; i < inOrder.size(); i++) {
      all.add(inOrder.get(i));
      COSArray one = new COSArray();
      one.add(inOrder.get(i));
      tables.get(i).getCOSObject().setItem(ASSOCIATED_FILES, one);
    }
    catalog.getCOSObject().setItem(ASSOCIATED_FILES, all);
  }

  private static PDComplexFileSpecification file(
      PDDocument document, Attachment attachment, Instant madeAt) throws IOException {
    Calendar time = GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC));
    time.setTimeZone(TimeZone.getTimeZone("UTC"));
    byte[] bytes = attachment.bytes();
    PDEmbeddedFile embedded =
        new PDEmbeddedFile(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    embedded.setSubtype("text/csv");
    embedded.setSize(bytes.length);
    embedded.setCreationDate(time);
    embedded.setModDate(time);
    PDComplexFileSpecification file = new PDComplexFileSpecification();
    file.setFile(attachment.fileName());
    file.setFileUnicode(attachment.fileName());
    file.setFileDescription(attachment.description());
    file.setEmbeddedFile(embedded);
    file.setEmbeddedFileUnicode(embedded);
    file.getCOSObject().setName(RELATIONSHIP, "Data");
    return file;
  }
}
