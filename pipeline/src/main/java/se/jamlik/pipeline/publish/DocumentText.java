package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Path;

/** Reads a document as a reader sees it. */
@FunctionalInterface
public interface DocumentText {
  /**
   * The text of all its pages, and what is only heard, such as the alternative texts of figures.
   *
   * @throws IOException when it is damaged or no such document
   */
  String of(Path file) throws IOException;
}
