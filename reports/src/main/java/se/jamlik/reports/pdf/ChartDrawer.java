package se.jamlik.reports.pdf;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.FSObjectDrawerFactory;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import se.jamlik.reports.chart.Drawing;

/** Draws a chart as vectors and text where the page has an object for it. */
final class ChartDrawer implements FSObjectDrawerFactory, FSObjectDrawer {

  /** A page is measured in CSS pixels, a chart in points. */
  private static final double POINT = 96 / 72.0;

  private final Map<String, Drawing> drawings;

  ChartDrawer(Map<String, Drawing> drawings) {
    this.drawings = drawings;
  }

  @Override
  public FSObjectDrawer createDrawer(Element element) {
    return this;
  }

  @Override
  public boolean isReplacedObject(Element element) {
    return element.getAttribute("type").equals("application/x-jfreechart");
  }

  // A null map tells the renderer that nothing in the drawing is a link.
  @Override
  public @Nullable Map<Shape, String> drawObject(
      Element element,
      double x,
      double y,
      double width,
      double height,
      OutputDevice device,
      RenderingContext context,
      int dotsPerPixel) {
    Drawing drawing = drawings.get(element.getAttribute("data-chart"));
    if (drawing == null) {
      throw new IllegalStateException("No drawing '" + element.getAttribute("data-chart") + "'.");
    }
    double pixelsWide = width / dotsPerPixel;
    double pixelsHigh = height / dotsPerPixel;
    device.drawWithGraphics(
        (float) x,
        (float) y,
        (float) pixelsWide,
        (float) pixelsHigh,
        graphics -> {
          graphics.scale(POINT, POINT);
          drawing.draw(
              graphics, new Rectangle2D.Double(0, 0, pixelsWide / POINT, pixelsHigh / POINT));
        });
    return null;
  }
}
