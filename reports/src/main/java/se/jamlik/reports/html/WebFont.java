package se.jamlik.reports.html;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import se.jamlik.reports.chart.Typeface;

/**
 * The glyphs that a page needs, inside the page: the charts are laid out by the widths of this
 * typeface, and a page of its own may fetch nothing. The licence lets a part of a typeface not have
 * its reserved name, so the part has a name of its own.
 */
final class WebFont {

  private static final String FAMILY = "Jamlik";
  private static final List<String> TABLES =
      List.of(
          "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx", "loca", "maxp",
          "post", "prep");
  private static final String CREDIT =
      "/* Glyphs copyright 2010-2024 Adobe, SIL Open Font License 1.1, https://openfontlicense.org */\n";

  private WebFont() {}

  /** The rules of a style sheet that hold the glyphs of a text in three weights. */
  static String rules(String text) {
    Set<Integer> characters = text.codePoints().boxed().collect(Collectors.toSet());
    return Stream.of(
            rule(Typeface.REGULAR, 400, characters),
            rule(Typeface.SEMIBOLD, 600, characters),
            rule(Typeface.BOLD, 700, characters))
        .collect(Collectors.joining("\n", CREDIT, ""));
  }

  private static String rule(Typeface cut, int weight, Set<Integer> characters) {
    return "@font-face { font-family: %s; font-weight: %d; src: url(data:font/ttf;base64,%s) format('truetype'); }"
        .formatted(FAMILY, weight, Base64.getEncoder().encodeToString(part(cut, characters)));
  }

  private static byte[] part(Typeface cut, Set<Integer> characters) {
    try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(cut.bytes()))) {
      TTFSubsetter part = new TTFSubsetter(font, TABLES);
      part.addAll(characters);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      part.writeToStream(bytes);
      return Sfnt.of(bytes.toByteArray())
          .with("OS/2", font.getTableBytes(font.getTableMap().get("OS/2")))
          .with("name", Sfnt.names(FAMILY, cut.name()))
          .bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
