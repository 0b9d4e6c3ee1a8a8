package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Unpacks a gzip of one or more members, and tells whether anything else follows them. */
final class Gzip extends GZIPInputStream {
  /** Bytes of the checksum and the length that end a member. */
  private static final int TRAILER = 8;

  Gzip(InputStream in) throws IOException {
    super(in, 1 << 16);
  }

  /** Whether bytes that are no gzip follow the last member; asked when all has been read. */
  boolean hasMore() throws IOException {
    return inf.getRemaining() > TRAILER || in.available() > 0;
  }
}
