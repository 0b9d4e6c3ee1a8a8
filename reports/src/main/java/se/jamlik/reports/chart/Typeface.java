package se.jamlik.reports.chart;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The cuts of Source Sans 3 that come with the reports. Text and charts use the same files. */
public enum Typeface {
  REGULAR("SourceSans3-Regular.ttf"),
  ITALIC("SourceSans3-It.ttf"),
  SEMIBOLD("SourceSans3-Semibold.ttf"),
  BOLD("SourceSans3-Bold.ttf");

  private final String file;

  Typeface(String file) {
    this.file = file;
  }

  /** The whole TrueType file. */
  public byte[] bytes() {
    return read(file);
  }

  /** Makes the cuts known to AWT, which draws the charts. Doing so again changes nothing. */
  public static void register() {
    GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
    Registered.FONTS.forEach(environment::registerFont);
  }

  /** The cuts as AWT reads them, once. */
  private static final class Registered {
    static final List<Font> FONTS = Stream.of(values()).map(cut -> font(cut.bytes())).toList();
  }

  private static byte[] read(String file) {
    try (InputStream in = Typeface.class.getResourceAsStream("/se/jamlik/reports/fonts/" + file)) {
      return Objects.requireNonNull(in, file).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Font font(byte[] bytes) {
    try {
      return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
    } catch (FontFormatException | IOException e) {
      throw new IllegalStateException("The bundled font cannot be read.", e);
    }
  }
}
