package se.jamlik.pipeline.adapt;

import java.io.Serializable;

/**
 * A part of a delivered file that one task reads.
 *
 * @param offset of its first byte; in a compressed file, of the first byte after the header
 * @param length in bytes of the readable text, or of the row groups of a Parquet file
 * @param firstLine number of its first line, the header being line 1
 * @param rows counted by the bytes alone, without blank lines
 * @param blankLines counted by the bytes alone
 */
public record Chunk(long offset, long length, long firstLine, long rows, long blankLines)
    implements Serializable {}
