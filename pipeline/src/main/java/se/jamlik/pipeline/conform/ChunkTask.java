package se.jamlik.pipeline.conform;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Chunk;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.Fields;
import se.jamlik.pipeline.adapt.LineReader;
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
    return new ChunkOutcome(
        number,
        sink.kept(),
        sink.quarantined(),
        blank,
        sink.asides(),
        sink.months(),
        guard.finds(),
        failure);
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
    try (InputStream in = open()) {
      return new TextRows(this, sink, guard).read(new LineReader(in, chunk().length()));
    }
  }

  private InputStream open() throws IOException {
    Path path = new Path(URI.create(location));
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
