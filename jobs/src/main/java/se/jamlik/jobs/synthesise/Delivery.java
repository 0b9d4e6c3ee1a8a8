package se.jamlik.jobs.synthesise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import se.jamlik.jobs.synthesise.Rows.Section;

/**
 * One file to deliver, put together from the shards' parts in their order.
 *
 * @param path below the inbox, as a clean delivery has it
 */
record Delivery(Table table, String path, List<Section> parts) implements Serializable {

  /** How many rows a delivered file has. */
  record Count(String path, long rows) implements Serializable {}

  long rows() {
    return parts.stream().mapToLong(Section::rows).sum();
  }

  /** Writes the file with its header and nothing strange. */
  Count writtenAsText(Path inbox) throws IOException {
    try (FileChannel target =
        FileChannel.open(
            inbox.resolve(path), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      byte[] header = (table.header() + "\n").getBytes(StandardCharsets.UTF_8);
      target.write(ByteBuffer.wrap(header));
      for (Section part : parts) {
        append(target, part);
      }
    }
    return new Count(path, rows());
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

  /** The rows one by one, as lists of cells. */
  Lines lines() {
    return new Lines(parts.iterator());
  }

  /** A walk through the parts; close it. */
  static final class Lines implements Iterator<List<String>>, AutoCloseable {
    private final Iterator<Section> parts;
    private @Nullable BufferedReader reader;
    private long left;

    private Lines(Iterator<Section> parts) {
      this.parts = parts;
    }

    @Override
    public boolean hasNext() {
      try {
        while (left == 0 && parts.hasNext()) {
          open(parts.next());
        }
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return left > 0;
    }

    @Override
    public List<String> next() {
      if (!hasNext() || reader == null) {
        throw new NoSuchElementException("No more rows");
      }
      try {
        left--;
        return Arrays.asList(reader.readLine().split(";", -1));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }

    private void open(Section part) throws IOException {
      close();
      FileChannel shard = FileChannel.open(Path.of(part.shard()), StandardOpenOption.READ);
      shard.position(part.offset());
      reader =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(shard), StandardCharsets.UTF_8),
              1 << 16);
      left = part.rows();
    }

    @Override
    public void close() throws IOException {
      if (reader != null) {
        reader.close();
      }
    }
  }
}
