package se.jamlik.jobs.synthesise;

import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import se.jamlik.jobs.synthesise.Rows.Section;

/**
 * One file to deliver, put together from the shards' parts in their order.
 *
 * @param path below the inbox
 */
record Delivery(Table table, Region.Format format, String path, List<Section> parts)
    implements Serializable {

  static Delivery of(Region region, String path, List<Section> parts) {
    String ending = region.format() == Region.Format.CSV ? ".csv" : ".parquet";
    return new Delivery(parts.get(0).table(), region.format(), path + ending, List.copyOf(parts));
  }

  long rows() {
    return parts.stream().mapToLong(Section::rows).sum();
  }

  void writeTo(Path inbox) throws IOException {
    Path file = inbox.resolve(path);
    Files.createDirectories(inbox.resolve(table.folder()));
    if (format == Region.Format.PARQUET) {
      ParquetFile.write(file, table, parts);
      return;
    }
    try (FileChannel target =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] header = (table.header() + "\n").getBytes(StandardCharsets.UTF_8);
      target.write(ByteBuffer.wrap(header));
      for (Section part : parts) {
        append(target, part);
      }
    }
  }

  private static void append(FileChannel target, Section part) throws IOException {
    try (FileChannel source = FileChannel.open(Path.of(part.shard()), StandardOpenOption.READ)) {
      long from = part.offset();
      long end = part.offset() + part.length();
      while (from < end) {
        from += source.transferTo(from, end - from, target);
      }
    }
  }
}
