package se.jamlik.jobs;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that makes releases is told: of what, where and how. */
final class NightOptions {
  @Option(
      names = "--inbox",
      required = true,
      description =
          "Folder with a folder of files for each delivered table, or its address, such as"
              + " hdfs://HOST/inbox.")
  private String inbox;

  @Option(names = "--out", required = true, description = "Folder of the installation.")
  private Path out;

  @Option(names = "--settings", description = "YAML file; every key has a default.")
  private @Nullable Path settings;

  @Option(
      names = "--skip",
      paramLabel = "TABLE/FILE",
      description = "Go on without a refused delivery; may be repeated.")
  private List<String> skip = List.of();

  /** A night of a day; it reads the settings. */
  NightRequest on(LocalDate day) {
    SettingsFile.Chosen chosen = SettingsFile.chosen(settings);
    return new NightRequest(
        InboxPlace.of(inbox, out), out, chosen.night(), chosen.reports(), day, skip, false);
  }
}
