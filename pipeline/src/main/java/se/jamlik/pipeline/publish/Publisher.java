package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import se.jamlik.pipeline.protect.Protected;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * Makes releases under {@code <out>/published}. A release is staged in a hidden folder, where the
 * caller may add its reports, and becomes visible whole or not at all; whoever holds the {@link
 * RunLock} is the only one who publishes.
 */
public final class Publisher {
  /** The tables that are also given as CSV. */
  private static final List<String> ALSO_CSV = List.of("indicator_value", "equity");

  private final Releases releases;
  private final Gate gate;
  private final Consumer<Moment> observer;
  private final boolean isFillingIn;
  private final DataDictionary meanings = DataDictionary.read();

  /** The points that a run may die at. */
  enum Moment {
    TABLES_WRITTEN,
    STAGED,
    GATED,
    MANIFEST_WRITTEN,
    FORCED,
    POINTER_WRITTEN,
    RENAMED,
    SEALED,
    ANNOUNCED
  }

  public Publisher(Path out, Gate gate) {
    this(out, gate, moment -> {});
  }

  /**
   * A publisher of days gone by: what is published for them already is found, and a release of a
   * later day stays the current one.
   */
  public static Publisher fillingIn(Path out, Gate gate) {
    return new Publisher(out, gate, moment -> {}, true);
  }

  /** A publisher that tells when it reaches each moment, so that a test can make it die there. */
  Publisher(Path out, Gate gate, Consumer<Moment> observer) {
    this(out, gate, observer, false);
  }

  private Publisher(Path out, Gate gate, Consumer<Moment> observer, boolean isFillingIn) {
    this.releases = Releases.under(out);
    this.gate = gate;
    this.observer = observer;
    this.isFillingIn = isFillingIn;
  }

  /**
   * The release that was made from the same, so that there is nothing to do: the current one or an
   * unsafe one; any of its day for one who fills in.
   */
  public Optional<Release> published(MadeFrom madeFrom) {
    Stream<Release> known =
        isFillingIn
            ? releases.of(madeFrom.asOf()).stream()
            : Stream.concat(releases.newest().stream(), releases.unsafe().stream());
    return known
        .filter(release -> release.manifest().fingerprint().equals(madeFrom.fingerprint()))
        .findFirst();
  }

  /**
   * Writes everything but the reports and the manifest into a hidden folder.
   *
   * @throws UserError with {@link ExitCode#INPUT_OUTPUT} when the disk is full or not ours
   */
  public StagedRelease stage(Protected tables, ReleaseFacts facts) {
    return stage(tables.tables(), facts.withWeaker(tables.weaker()));
  }

  /** What may be published is for protect to say; only the tests of this package go past it. */
  StagedRelease stage(List<ReleaseTable> tables, ReleaseFacts facts) {
    meanings.requireMeanings(tables);
    try {
      sweep();
      String id = releases.next(facts).toString();
      Path folder = releases.folder().resolve("." + id + ".tmp");
      Folders.createOwn(folder);
      StagedRelease staged = new StagedRelease(this, id, folder, facts);
      try {
        List<ReleaseTable> all = new ArrayList<>(tables);
        all.add(AboutTable.of(id, facts));
        write(all, staged);
        return staged;
      } catch (IOException | RuntimeException e) {
        staged.close();
        throw e;
      }
    } catch (IOException e) {
      throw InputOutput.error("stage a release", releases.folder(), e);
    }
  }

  private void write(List<ReleaseTable> tables, StagedRelease staged) throws IOException {
    Path folder = staged.folder();
    TableFiles.write(folder, tables);
    reached(Moment.TABLES_WRITTEN);
    Map<String, List<String>> columns = new LinkedHashMap<>();
    tables.forEach(table -> columns.put(table.name(), table.columns()));
    Files.createDirectories(folder.resolve("csv"));
    for (String table : ALSO_CSV) {
      if (columns.containsKey(table)) {
        TableFiles.writeCsv(folder, table, folder.resolve("csv").resolve(table + ".csv"));
      }
    }
    ReleaseDatabase.make(folder, columns, meanings, staged.facts());
    Files.writeString(
        folder.resolve(OpenScript.FILE),
        OpenScript.text(releases.folder().resolve(staged.id()), columns.keySet()));
    Files.writeString(
        folder.resolve(DataPackage.FILE),
        DataPackage.text(folder, staged.id(), tables, meanings, staged.facts()));
    Files.writeString(
        folder.resolve(Citation.FILE), new Citation(staged.id(), staged.facts()).cff());
    Files.writeString(
        folder.resolve(ReleaseReadme.FILE), ReleaseReadme.text(staged.id(), staged.facts()));
    // The reports read it; sealing writes it anew, with their checksums.
    writeManifest(staged);
    reached(Moment.STAGED);
  }

  private static void writeManifest(StagedRelease staged) throws IOException {
    Files.writeString(
        staged.folder().resolve(Manifest.FILE),
        Manifest.of(staged.id(), staged.facts(), staged.folder()).text());
  }

  /**
   * Lets the staged release be seen: sealed, renamed, and named by {@code CURRENT} unless it is
   * unsafe.
   */
  Release publish(StagedRelease staged) throws IOException {
    gate.inspect(staged.folder(), staged.facts().madeFrom().asOf());
    reached(Moment.GATED);
    writeManifest(staged);
    reached(Moment.MANIFEST_WRITTEN);
    Folders.force(staged.folder());
    reached(Moment.FORCED);
    Folders.writeDurably(pointer(), staged.id() + "\n");
    reached(Moment.POINTER_WRITTEN);
    Path folder = releases.folder().resolve(staged.id());
    Folders.renameAtomically(staged.folder(), folder);
    Folders.forceOne(releases.folder());
    reached(Moment.RENAMED);
    Folders.seal(folder);
    reached(Moment.SEALED);
    announce(staged);
    Folders.forceOne(releases.folder());
    reached(Moment.ANNOUNCED);
    return new Release(staged.id(), folder);
  }

  private void announce(StagedRelease staged) throws IOException {
    if (staged.facts().isUnsafe() || isFollowed(staged)) {
      // Whoever wants it must ask for it by its id.
      Files.delete(pointer());
    } else {
      Folders.renameAtomically(pointer(), releases.folder().resolve(Releases.CURRENT));
    }
  }

  private boolean isFollowed(StagedRelease staged) {
    return isFillingIn
        && releases
            .newest()
            .flatMap(current -> ReleaseId.of(current.id()))
            .filter(current -> current.asOf().isAfter(staged.facts().madeFrom().asOf()))
            .isPresent();
  }

  /**
   * Removes what a dead run left: staged folders, and the release that its unfinished pointer
   * names, which no reader has been told of.
   */
  void sweep() throws IOException {
    Files.createDirectories(releases.folder());
    if (Files.exists(pointer())) {
      String unannounced = Files.readString(pointer()).strip();
      if (ReleaseId.of(unannounced).isPresent()) {
        Folders.delete(releases.folder().resolve(unannounced));
      }
    }
    try (Stream<Path> paths = Files.list(releases.folder())) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (isLeftOver(String.valueOf(path.getFileName()))) {
          Folders.delete(path);
        }
      }
    }
  }

  private static boolean isLeftOver(String name) {
    return name.startsWith(".") && name.endsWith(".tmp");
  }

  private Path pointer() {
    return releases.folder().resolve("." + Releases.CURRENT + ".tmp");
  }

  private void reached(Moment moment) {
    observer.accept(moment);
  }
}
