package se.jamlik.reports.excel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Packs a workbook anew with times that belong to the data: the library writes the clock's time of
 * making into the properties of the document.
 */
final class FixedTimes {

  private static final String PROPERTIES = "docProps/core.xml";

  private FixedTimes() {}

  static void pack(Path from, Path to, Instant madeAt) throws IOException {
    LocalDateTime time = LocalDateTime.ofInstant(madeAt, ZoneOffset.UTC);
    try (ZipFile workbook = new ZipFile(from.toFile());
        OutputStream file = Files.newOutputStream(to);
        ZipOutputStream out = new ZipOutputStream(file)) {
      for (ZipEntry entry : Collections.list(workbook.entries())) {
        ZipEntry packed = new ZipEntry(entry.getName());
        packed.setTimeLocal(time);
        out.putNextEntry(packed);
        try (InputStream in = workbook.getInputStream(entry)) {
          if (entry.getName().equals(PROPERTIES)) {
            out.write(withTime(in, madeAt));
          } else {
            in.transferTo(out);
          }
        }
        out.closeEntry();
      }
    }
  }

  private static byte[] withTime(InputStream properties, Instant madeAt) throws IOException {
    return new String(properties.readAllBytes(), StandardCharsets.UTF_8)
        .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + madeAt)
        .getBytes(StandardCharsets.UTF_8);
  }
}
