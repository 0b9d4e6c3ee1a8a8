package se.jamlik.reports.html;

import java.awt.geom.Rectangle2D;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGGraphics2DIOException;
import org.apache.batik.svggen.SVGIDGenerator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import se.jamlik.reports.page.Figure;

/**
 * A chart as SVG that stands inside a page: text is text, and those who cannot see it hear its
 * subtitle and its alternative text.
 */
final class SvgChart {

  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final double POINTS_PER_MILLIMETRE = 72 / 25.4;

  private final Figure figure;
  private final Document document = document();

  private SvgChart(Figure figure) {
    this.figure = figure;
  }

  /** The element, with ids that no other figure of the page has. */
  static String of(Figure figure) {
    return new SvgChart(figure).svg();
  }

  private String svg() {
    double width = figure.width() * POINTS_PER_MILLIMETRE;
    double height = figure.height() * POINTS_PER_MILLIMETRE;
    SVGGraphics2D graphics = graphics();
    figure.drawing().draw(graphics, new Rectangle2D.Double(0, 0, width, height));
    Element root = graphics.getRoot();
    root.setAttribute("viewBox", "0 0 %.1f %.1f".formatted(width, height).replace(',', '.'));
    root.setAttribute("role", "img");
    describe(root);
    dropEmptyDefinitions(root);
    nameWeights(root);
    return text(graphics, root);
  }

  private SVGGraphics2D graphics() {
    SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(2);
    context.setComment(null);
    context.setIDGenerator(
        new SVGIDGenerator() {
          @Override
          public String generateID(String prefix) {
            return figure.chart() + "-" + super.generateID(prefix);
          }
        });
    return new SVGGraphics2D(context, false);
  }

  private void describe(Element root) {
    String title = figure.chart() + "-title";
    String description = figure.chart() + "-description";
    root.setAttribute("aria-labelledby", title + " " + description);
    Element first = element("desc", description, figure.alternative());
    root.insertBefore(first, root.getFirstChild());
    root.insertBefore(element("title", title, figure.label() + " " + figure.subtitle()), first);
  }

  private Element element(String name, String id, String text) {
    Element element = document.createElementNS(NAMESPACE, name);
    element.setAttribute("id", id);
    element.setTextContent(text);
    return element;
  }

  /** The generator's common definitions have one id in all charts, and nothing in them. */
  private static void dropEmptyDefinitions(Element root) {
    for (Element definitions : all(root, "defs")) {
      if (!definitions.hasChildNodes()) {
        definitions.getParentNode().removeChild(definitions);
      }
    }
  }

  /** The page knows one family with its weights, where AWT has one family for each cut. */
  private static void nameWeights(Element root) {
    root.removeAttribute("font-family");
    for (Element element : all(root, "*")) {
      String family = element.getAttribute("font-family");
      if (!family.isEmpty()) {
        boolean isBold = element.getAttribute("font-weight").equals("bold");
        element.removeAttribute("font-family");
        element.setAttribute(
            "font-weight", isBold ? "700" : family.contains("Semibold") ? "600" : "400");
      }
    }
  }

  private static List<Element> all(Element root, String name) {
    NodeList nodes = root.getElementsByTagNameNS("*", name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Without the prologue of a document, and without the lines broken inside of tags. */
  private static String text(SVGGraphics2D graphics, Element root) {
    StringWriter text = new StringWriter();
    try {
      graphics.stream(root, text, false, false);
    } catch (SVGGraphics2DIOException e) {
      throw new IllegalStateException("A chart cannot be written to memory.", e);
    }
    String svg = text.toString();
    return svg.substring(svg.indexOf("<svg")).replaceAll("\\R\\s*(?=/?>)", "").strip();
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newDefaultInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("The platform has no documents.", e);
    }
  }
}
