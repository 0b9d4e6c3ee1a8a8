package se.jamlik.reports.pdf;

import static com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.ITALIC;
import static com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle.NORMAL;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.slf4j.Slf4jLogger;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import se.jamlik.reports.chart.Drawing;
import se.jamlik.reports.chart.Typeface;
import se.jamlik.reports.page.Attachment;

/**
 * Makes a PDF/UA-1 and PDF/A-3a file of a page in XHTML. The same page, drawings, attachments and
 * time give the same bytes.
 */
public final class PdfWriter {

  private static final String FAMILY = "Source Sans 3";

  static {
    XRLog.setLoggerImpl(new Slf4jLogger());
  }

  private PdfWriter() {}

  /**
   * The bytes of the file.
   *
   * @param xhtml the page; an {@code <object type="application/x-jfreechart" data-chart="name">}
   *     shows a drawing
   * @param drawings the drawings by name
   * @param attachments the CSV of each table of the page
   * @param madeAt the time written into the file, which belongs to the data and not to the clock
   */
  public static byte[] pdf(
      String xhtml, Map<String, Drawing> drawings, List<Attachment> attachments, Instant madeAt) {
    Typeface.register();
    try (PDDocument document = new PDDocument()) {
      document.setDocumentId(madeAt.getEpochSecond());
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document);
      addFonts(builder, document);
      builder
          .usePdfUaAccessibility(true)
          .usePdfAConformance(PdfAConformance.PDFA_3_A)
          .usePdfVersion(1.7f)
          .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
      builder.useObjectDrawerFactory(new ChartDrawer(drawings));
      builder.withProducer("Jämlik");
      builder.withHtmlContent(xhtml, null);
      return save(builder, attachments, madeAt);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] save(
      PdfRendererBuilder builder, List<Attachment> attachments, Instant madeAt) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer();
        PDDocument document = renderer.createPDFKeepOpen()) {
      document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
      PdfTags.nameContents(document);
      PdfAttachments.add(document, attachments, madeAt);
      PdfTags.setTime(document, madeAt);
      document.save(bytes);
    }
    return bytes.toByteArray();
  }

  /**
   * Semibold is known twice: as weight 600 to the style sheet, and as a family of its own to AWT.
   */
  private static void addFonts(PdfRendererBuilder builder, PDDocument document) throws IOException {
    PDFont regular = font(document, Typeface.REGULAR);
    PDFont semibold = font(document, Typeface.SEMIBOLD);
    add(builder, regular, FAMILY, 400, NORMAL);
    add(builder, font(document, Typeface.ITALIC), FAMILY, 400, ITALIC);
    add(builder, semibold, FAMILY, 600, NORMAL);
    add(builder, semibold, FAMILY + " Semibold", 400, NORMAL);
    add(builder, font(document, Typeface.BOLD), FAMILY, 700, NORMAL);
  }

  private static void add(
      PdfRendererBuilder builder, PDFont font, String family, int weight, FontStyle style) {
    builder.useFont(
        new PDFontSupplier(null) {
          @Override
          public PDFont supply() {
            return font;
          }
        },
        family,
        weight,
        style,
        true);
  }

  /**
   * Without substitutions, since a ligature would be read as one strange character. The font must
   * stay open until the file is saved.
   */
  private static PDFont font(PDDocument document, Typeface cut) throws IOException {
    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(cut.bytes()));
    font.setEnableGsub(false);
    return PDType0Font.load(document, font, true);
  }
}
