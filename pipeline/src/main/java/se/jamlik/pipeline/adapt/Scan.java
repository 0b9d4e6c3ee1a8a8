package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What one look through a delivered file found: how it is written and where its parts begin.
 *
 * @param sha256 of the file's bytes, in hexadecimal
 * @param shape how the bytes hold the rows
 * @param charset name of the encoding of the text
 * @param delimiter between the fields of a line
 * @param header the columns, empty when they could not be read
 * @param chunks the parts, in order
 * @param problem why the file is refused, or an empty text
 */
public record Scan(
    String sha256,
    Shape shape,
    String charset,
    char delimiter,
    Header header,
    List<Chunk> chunks,
    String problem)
    implements Serializable {
  /** How the bytes of a file hold its rows. */
  public enum Shape {
    TEXT,
    GZIP,
    PARQUET
  }

  public Scan {
    chunks = List.copyOf(chunks);
  }

  /**
   * How a text file is written that is no delivery of a known table, plain or, when its name ends
   * with {@code .gz}, compressed.
   */
  public static Scan ofText(Path file) throws IOException {
    boolean isPacked = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    return TextScan.of(file, isPacked ? Shape.GZIP : Shape.TEXT);
  }

  static Scan refused(String sha256, Shape shape, String problem) {
    return new Scan(sha256, shape, "", ';', new Header(List.of()), List.of(), problem);
  }

  public boolean isRefused() {
    return !problem.isEmpty();
  }

  public long rows() {
    return chunks.stream().mapToLong(Chunk::rows).sum();
  }

  public long blankLines() {
    return chunks.stream().mapToLong(Chunk::blankLines).sum();
  }
}
