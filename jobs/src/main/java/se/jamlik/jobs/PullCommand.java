package se.jamlik.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.jamlik.pipeline.publish.Archive;
import se.jamlik.pipeline.publish.MirroredReleases;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.ReleaseSource;
import se.jamlik.pipeline.publish.RunLock;
import se.jamlik.pipeline.vocabulary.RemoteFolder;

/** Copies a release from another installation. */
@Command(
    name = "pull",
    mixinStandardHelpOptions = true,
    description = {
      "Copies a release of another installation, or of its mirror, verifies every file against its manifest, and"
          + " only then makes it the current release here."
    },
    footer = {
      "",
      "Examples:",
      "  jobs/jamlik pull --from /mnt/region/jamlik --out research",
      "  jobs/jamlik pull --from hdfs://namenode/jamlik --out research"
    })
final class PullCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--from",
      required = true,
      description =
          "Folder of the other installation, or the address of its mirror, such as"
              + " hdfs://HOST/jamlik.")
  private String from;

  @Option(names = "--out", required = true, description = "Folder of the installation here.")
  private Path out;

  @Option(names = "--release", description = "Release to copy (its current one).")
  private @Nullable String release;

  @Override
  public Integer call() {
    if (!RemoteFolder.isAddress(from)) {
      return pulled(ChosenRelease.of(Path.of(from), release));
    }
    try (MirroredReleases there = MirroredReleases.in(from)) {
      return pulled(release == null ? there.current() : there.named(release));
    }
  }

  // The lock is held, not used.
  @SuppressWarnings("try")
  private int pulled(ReleaseSource there) {
    try (RunLock lock = RunLock.take(out)) {
      Release here = Archive.under(out).pull(there);
      spec.commandLine()
          .getOut()
          .printf(
              "Pulled %s: %s%s%n",
              here.id(), here.folder(), here.isUnsafe() ? " (unsafe, so not current)" : "");
      spec.commandLine().getOut().flush();
    }
    return 0;
  }
}
