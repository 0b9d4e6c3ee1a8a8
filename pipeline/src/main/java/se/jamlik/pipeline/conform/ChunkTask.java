package se.jamlik.pipeline.conform;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Chunk;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Fields;
import se.jamlik.pipeline.adapt.LineReader;
import se.jamlik.pipeline.adapt.Personnummer;
import se.jamlik.pipeline.adapt.Scan;
import se.jamlik.pipeline.adapt.Scan.Shape;
import se.jamlik.pipeline.adapt.Store;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * Reads one part of a delivery: every row either keeps the contract and goes to the store, or goes
 * to the quarantine with its reason.
 *
 * @param number of the delivery
 * @param file as it may be shown
 * @param location of the file
 * @param rowsFolder where the rows go
 * @param quarantineFolder where the rows go that break the contract
 * @param place of the part in the file, from 0
 * @param lastYear the year of as-of
 */
record ChunkTask(
    int number,
    String file,
    String location,
    TableDefinition table,
    Scan scan,
    String rowsFolder,
    String quarantineFolder,
    int place,
    int lastYear)
    implements Serializable {
  private static final int LONGEST_LINE = 1_000_000;

  /** The task for one part of an arrival. */
  static ChunkTask of(Arrival arrival, Store store, int place, int lastYear) {
    Delivery delivery = arrival.delivery();
    return new ChunkTask(
        delivery.number(),
        delivery.file(),
        arrival.location().toUri().toString(),
        arrival.table(),
        arrival.scan(),
        store.rows(delivery.table(), delivery.sha256()),
        store.quarantine(delivery.table(), delivery.sha256()),
        place,
        lastYear);
  }

  ChunkOutcome read() {
    String part = "part-%05d.parquet".formatted(place);
    Guard guard = new Guard(lastYear);
    String failure = "";
    long blank = 0;
    RowSink sink =
        new RowSink(
            table, number, file, new Path(rowsFolder, part), new Path(quarantineFolder, part));
    try (sink) {
      if (scan.shape() == Shape.PARQUET) {
        failure = ParquetRows.read(this, sink, guard);
      } else {
        blank = lines(sink, guard);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ChunkOutcome(number, sink.kept(), sink.quarantined(), blank, guard.finds(), failure);
  }

  /** Hashes of the distinct values of one column, which are many or few but each eight bytes. */
  Set<Long> distinct(int column) {
    try {
      if (scan.shape() == Shape.PARQUET) {
        return ParquetRows.distinct(this, column);
      }
      Set<Long> distinct = new HashSet<>();
      Charset charset = Charset.forName(scan.charset());
      Fields fields = new Fields(scan.delimiter(), column + 1);
      try (InputStream in = open()) {
        LineReader lines = new LineReader(in, chunk().length());
        while (lines.next()) {
          if (lines.isWhole() && fields.split(lines.text(charset)) > column) {
            String value = Values.known(fields.value(column));
            if (value != null) {
              distinct.add(Hashes.of(value));
            }
          }
        }
      }
      return distinct;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Chunk chunk() {
    return scan.chunks().get(place);
  }

  private long lines(RowSink sink, Guard guard) throws IOException {
    Charset charset = Charset.forName(scan.charset());
    RowReader reader = new RowReader(table, scan.header());
    int expected = scan.header().names().size();
    Fields fields = new Fields(scan.delimiter(), expected);
    long line = chunk().firstLine();
    long blank = 0;
    boolean isPieceBlank = true;
    try (InputStream in = open()) {
      LineReader lines = new LineReader(in, chunk().length());
      while (lines.next()) {
        boolean isBlank = lines.isBlank();
        if (lines.isWhole() && !isBlank) {
          String text = lines.text(charset);
          Optional<String> reason = line(text, fields, reader, expected);
          guard(guard, text, fields, reason, line);
          if (guard.hasCertain()) {
            sink.shut();
          }
          if (reason.isEmpty()) {
            sink.keep(reader, line);
          } else {
            sink.quarantine(reason.get(), text, line);
          }
        } else if (!lines.isWhole()) {
          isPieceBlank &= isBlank;
          if (guard.in(lines.text(charset)) == Personnummer.Find.CERTAIN) {
            guard.countElsewhere(line);
            sink.shut();
          }
          if (lines.isLast() && !isPieceBlank) {
            sink.quarantine(Reasons.TOO_LONG, "", line);
          }
          isBlank = lines.isLast() && isPieceBlank;
          isPieceBlank = lines.isLast() || isPieceBlank;
        }
        blank += isBlank ? 1 : 0;
        line += lines.isLast() ? 1 : 0;
      }
    }
    return blank;
  }

  /** Why the line breaks the contract; nothing when the reader holds its row. */
  private static Optional<String> line(String text, Fields fields, RowReader reader, int expected) {
    int count = fields.split(text);
    if (text.length() > LONGEST_LINE) {
      return Optional.of(Reasons.TOO_LONG);
    }
    if (text.indexOf('\0') >= 0) {
      return Optional.of(Reasons.NUL);
    }
    if (count == Fields.BROKEN) {
      return Optional.of(Reasons.BROKEN_QUOTES);
    }
    if (count != expected) {
      return Optional.of(Reasons.fields(count, expected));
    }
    reader.start();
    for (int field = 0; field < count; field++) {
      Optional<String> reason = reader.take(field, fields.value(field));
      if (reason.isPresent()) {
        return reason;
      }
    }
    return reader.end();
  }

  /** A line without a number needs no look at its fields. */
  private void guard(Guard guard, String text, Fields fields, Optional<String> reason, long line) {
    Personnummer.Find find = guard.in(text);
    if (find == Personnummer.Find.NOTHING) {
      return;
    }
    boolean isSplit = reason.isEmpty() || !reason.get().equals(Reasons.BROKEN_QUOTES);
    int count = isSplit ? Math.min(fields.split(text), scan.header().names().size()) : 0;
    boolean isFound = false;
    for (int field = 0; field < count; field++) {
      isFound |= guard.count(field, fields.value(field), line);
    }
    if (!isFound && find == Personnummer.Find.CERTAIN) {
      guard.countElsewhere(line);
    }
  }

  private InputStream open() throws IOException {
    Path path = new Path(location);
    FSDataInputStream in = path.getFileSystem(LocalFiles.configuration()).open(path);
    if (scan.shape() == Shape.TEXT) {
      in.seek(chunk().offset());
      return in;
    }
    InputStream text = new GZIPInputStream(in, 1 << 16);
    try {
      text.skipNBytes(chunk().offset());
    } catch (EOFException e) {
      text.close();
      throw e;
    }
    return text;
  }
}
