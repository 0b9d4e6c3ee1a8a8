package se.jamlik.jobs.runs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The runs of an installation, oldest first. */
public record Runs(List<Run> all) {
  public Runs {
    all = List.copyOf(all);
  }

  /** The runs whose record is there; there may be none yet. */
  public static Runs under(Path out) {
    Path folder = out.resolve("runs");
    if (!Files.isDirectory(folder)) {
      return new Runs(List.of());
    }
    try (Stream<Path> runs = Files.list(folder)) {
      return new Runs(
          runs.filter(run -> Files.exists(run.resolve("run.json")))
              .sorted()
              .map(Run::read)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Optional<Run> newest() {
    return all.stream().reduce((earlier, later) -> later);
  }

  public Optional<Run> newestSuccess() {
    return all.stream().filter(Run::hasSucceeded).reduce((earlier, later) -> later);
  }
}
