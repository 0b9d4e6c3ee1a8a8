package se.jamlik.jobs;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapt;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Arrival;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.adapt.FetchedInbox;
import se.jamlik.pipeline.adapt.ReferenceFiles;
import se.jamlik.pipeline.conform.PlannedTables;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.kept.LaidNote;
import se.jamlik.pipeline.kept.Origin;
import se.jamlik.pipeline.link.Delivered;
import se.jamlik.pipeline.link.Linked;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.mark.Mark;
import se.jamlik.pipeline.protect.RecordKeys;
import se.jamlik.pipeline.publish.MadeFrom;
import se.jamlik.pipeline.publish.Release;
import se.jamlik.pipeline.publish.Releases;
import se.jamlik.pipeline.vocabulary.Definitions;

/** Tells what a night would make and why, from what lies there; changes nothing. */
final class NightPlan {
  private static final int MOST_NAMES = 8;

  private final NightRequest request;
  private final Definitions definitions = Definitions.load();
  private final Keeping keeping;
  private final PrintWriter print;

  private NightPlan(NightRequest request, PrintWriter print) {
    this.request = request;
    this.print = print;
    this.keeping = Keeping.plan(Version.ofBytes(), request.settings().buckets());
  }

  /** Prints the plan, stage by stage. */
  static void print(NightRequest request, PrintWriter print) {
    NightPlan plan = new NightPlan(request, print);
    // Executors read their silence from a file, and a plan leaves none in the installation.
    TemporaryFolder.during(
        "jamlik-plan",
        folder ->
            SparkSessions.during(
                "jamlik nightly --plan",
                "",
                Optional.of(folder),
                spark -> {
                  plan.printed(spark);
                  return true;
                }));
    print.flush();
  }

  private void printed(SparkSession spark) {
    if (request.deliveries().isFetched()) {
      fetch();
      if (!Files.isDirectory(request.inbox())) {
        stage("adapt", "all of them to look through, and everything to make");
        return;
      }
    }
    Adapted adapted =
        Adapt.planned(
            request.inbox(), out(), request.asOf(), Set.copyOf(request.skip()), definitions);
    stage("adapt", adapted.arrivals().size() + " files to look through");
    List<String> refused =
        adapted.arrivals().stream()
            .filter(arrival -> !arrival.refusals().isEmpty() && !arrival.isSetAside())
            .map(arrival -> arrival.delivery().file())
            .toList();
    if (!refused.isEmpty()) {
      line("the night would stop", "refused: " + names(refused));
    }
    PlannedTables tables = PlannedTables.of(spark, adapted, out(), definitions);
    stage(
        "conform",
        "%d files to read, %d tables to make, %d to reuse"
            .formatted(tables.toRead().size(), tables.changed().size(), tables.madeFrom().size()));
    tables.changed().forEach((table, why) -> line(table, names(why)));
    linkAndMark(tables);
    String rest = isPublished(adapted) ? "nothing to do" : "to run";
    for (String stage : List.of("measure", "protect", "publish", "reports")) {
      stage(stage, rest);
    }
  }

  private void fetch() {
    FetchedInbox.Outcome fetched =
        FetchedInbox.planned(request.deliveries().address(), request.out());
    stage(
        "fetch",
        "%d files to fetch, %d vanished; what follows is planned with the %d that are here"
            .formatted(fetched.fetched(), fetched.vanished(), fetched.kept()));
  }

  private void linkAndMark(PlannedTables tables) {
    if (!tables.standing().containsKey("population")) {
      stage("link", "everything to make: no night has come so far");
      stage("mark", "everything to make: no night has come so far");
      return;
    }
    Map<String, String> madeFrom = new TreeMap<>(tables.madeFrom());
    tables.changed().keySet().forEach(table -> madeFrom.put(table, Origin.UNKNOWN));
    Linked linked =
        new Linker(definitions, request.settings(), request.asOf(), person -> 0L)
            .link(
                new Delivered(tables.standing(), madeFrom, recordKeys()),
                out() + "/linked",
                keeping);
    pieces("link");
    Mark.mark(linked, definitions, request.settings(), out(), keeping);
    pieces("mark");
  }

  private void pieces(String stage) {
    List<LaidNote> notes =
        keeping.notes().stream().filter(note -> note.stage().equals(stage)).toList();
    stage(
        stage,
        "%d pieces to make%s, %d to reuse"
            .formatted(
                notes.stream().mapToInt(LaidNote::made).sum(),
                stage.equals("mark") ? " at most" : "",
                notes.stream().mapToInt(LaidNote::reused).sum()));
    notes.stream()
        .filter(note -> note.made() > 0)
        .forEach(
            note ->
                line(
                    note.table(),
                    "%d of %d: %s"
                        .formatted(
                            note.made(),
                            note.made() + note.reused(),
                            names(note.why().keySet().stream().sorted().toList()))));
  }

  private String recordKeys() {
    Path secret = SecretFiles.recordKey(request.out(), System.getenv());
    return Files.exists(secret) ? RecordKeys.keptIn(secret).id() : Origin.UNKNOWN;
  }

  /** Whether the newest release was made from the same, as far as can be told before the night. */
  private boolean isPublished(Adapted adapted) {
    Map<Integer, Delivery> deliveries = new TreeMap<>();
    Stream.concat(adapted.settled().stream(), adapted.arrivals().stream().map(Arrival::delivery))
        .forEach(delivery -> deliveries.put(delivery.number(), delivery));
    MadeFrom madeFrom =
        ReleaseOrigin.madeFrom(
            request,
            definitions,
            deliveries.values(),
            ReferenceFiles.read(request.inbox(), definitions),
            recordKeys());
    return Releases.under(request.out())
        .newest()
        .map(Release::manifest)
        .filter(manifest -> manifest.fingerprint().equals(madeFrom.fingerprint()))
        .isPresent();
  }

  private void stage(String name, String what) {
    print.printf("%-9s %s%n", name, what);
  }

  private void line(String what, String why) {
    print.printf("  %-28s %s%n", what, why);
  }

  /** Some of the names, and how many more there are. */
  private static String names(List<String> names) {
    String shown = names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
    return names.size() <= MOST_NAMES
        ? shown
        : "%s and %d more".formatted(shown, names.size() - MOST_NAMES);
  }

  private String out() {
    return request.out().toString();
  }
}
