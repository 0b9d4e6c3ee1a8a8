package se.jamlik.pipeline.conform;

import java.util.List;

/** A way to have parts of deliveries read. */
interface ChunkReading {
  /** What the reading of each part came to, in any order. */
  List<ChunkOutcome> outcomes(List<ChunkTask> tasks);

  /** How many distinct values a column has in all parts together. */
  long distinct(List<ChunkTask> tasks, int column);
}
