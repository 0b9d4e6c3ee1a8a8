package se.jamlik.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/** A written report as a reader's tools see it. */
final class PdfFile implements AutoCloseable {

  private final PDDocument document;

  private PdfFile(PDDocument document) {
    this.document = document;
  }

  static PdfFile open(Path file) {
    try {
      return new PdfFile(Loader.loadPDF(file.toFile()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String title() {
    return document.getDocumentInformation().getTitle();
  }

  String language() {
    return document.getDocumentCatalog().getLanguage();
  }

  int pages() {
    return document.getNumberOfPages();
  }

  boolean hasOutline() {
    return document.getDocumentCatalog().getDocumentOutline().getFirstChild() != null;
  }

  String text() {
    return text(1, pages());
  }

  /** The text of some pages, with every kind of space as a plain one and lines joined. */
  String text(int from, int to) {
    try {
      PDFTextStripper stripper = new PDFTextStripper();
      stripper.setStartPage(from);
      stripper.setEndPage(to);
      return stripper.getText(document).replaceAll("[\\s\\u00A0\\u202F]+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every font of every page and every form in it. */
  List<PDFont> fonts() {
    List<PDFont> fonts = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      collect(page.getResources(), fonts, new ArrayList<>());
    }
    return fonts;
  }

  List<PDXObject> images() {
    List<PDXObject> images = new ArrayList<>();
    for (PDPage page : document.getPages()) {
      collect(page.getResources(), new ArrayList<>(), images);
    }
    return images;
  }

  private static void collect(PDResources resources, List<PDFont> fonts, List<PDXObject> images) {
    try {
      for (COSName name : resources.getFontNames()) {
        fonts.add(resources.getFont(name));
      }
      for (COSName name : resources.getXObjectNames()) {
        PDXObject object = resources.getXObject(name);
        if (object instanceof PDImageXObject) {
          images.add(object);
        }
        if (object instanceof PDFormXObject form && form.getResources() != null) {
          collect(form.getResources(), fonts, images);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every element of the structure with the given type. */
  List<PDStructureElement> elements(String type) {
    List<PDStructureElement> found = new ArrayList<>();
    collect(document.getDocumentCatalog().getStructureTreeRoot(), type, found);
    return found;
  }

  /** Every element of the given type under another. */
  static List<PDStructureElement> elements(PDStructureNode under, String type) {
    List<PDStructureElement> found = new ArrayList<>();
    collect(under, type, found);
    return found;
  }

  private static void collect(PDStructureNode node, String type, List<PDStructureElement> found) {
    for (Object kid : node.getKids()) {
      if (kid instanceof PDStructureElement element) {
        if (type.equals(element.getStructureType())) {
          found.add(element);
        }
        collect(element, type, found);
      }
    }
  }

  /** A file inside the file. */
  record Attached(String type, String relationship, String description, String text) {}

  /** The files inside, by name. */
  Map<String, Attached> attachments() {
    try {
      Map<String, Attached> attachments = new TreeMap<>();
      for (Map.Entry<String, PDComplexFileSpecification> file :
          document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().entrySet()) {
        PDComplexFileSpecification value = file.getValue();
        attachments.put(
            file.getKey(),
            new Attached(
                value.getEmbeddedFile().getSubtype(),
                value.getCOSObject().getNameAsString("AFRelationship"),
                value.getFileDescription(),
                new String(value.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8)));
      }
      return attachments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The names of the files that belong to the document. */
  List<String> associated() {
    return associated(document.getDocumentCatalog().getCOSObject());
  }

  /** The names of the files that belong to its tables. */
  List<String> attachedToTables() {
    return elements("Table").stream()
        .flatMap(table -> associated(table.getCOSObject()).stream())
        .toList();
  }

  private static List<String> associated(COSDictionary with) {
    COSArray files = with.getCOSArray(COSName.getPDFName("AF"));
    return IntStream.range(0, files.size())
        .mapToObj(i -> ((COSDictionary) files.getObject(i)).getString(COSName.UF))
        .toList();
  }

  /** "Row", "Column" or nothing. */
  static String scope(PDStructureElement heading) {
    for (int i = 0; i < heading.getAttributes().size(); i++) {
      if (heading.getAttributes().getObject(i) instanceof PDTableAttributeObject table) {
        return table.getScope();
      }
    }
    return "";
  }

  @Override
  public void close() throws IOException {
    document.close();
  }
}
