package se.jamlik.pipeline.conform;

import java.util.List;

/** Reads parts of deliveries in this process, without a session. */
final class ChunksHere implements ChunkReading {
  @Override
  public List<ChunkOutcome> outcomes(List<ChunkTask> tasks) {
    return tasks.parallelStream().map(ChunkTask::read).toList();
  }

  @Override
  public long distinct(List<ChunkTask> tasks, int column) {
    return tasks.stream().flatMap(task -> task.distinct(column).stream()).distinct().count();
  }
}
