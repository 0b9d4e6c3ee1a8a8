package se.jamlik.pipeline.kept;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** How one night keeps its tables: what all of them are made from, and what became of each. */
public final class Keeping {
  private final Map<String, String> causes;
  private final int buckets;
  private final boolean isPlan;
  private final Consumer<Moment> observer;
  private final List<LaidNote> notes = new ArrayList<>();
  private final Map<String, List<Piece>> used = new LinkedHashMap<>();

  /** The points that a night may die at while it keeps a table or a text. */
  enum Moment {
    WRITTEN,
    NAMED,
    LISTED,
    TEXT_REPLACED,
    SETTLED,
    LET_GO
  }

  private Keeping(
      Map<String, String> causes, int buckets, boolean isPlan, Consumer<Moment> observer) {
    this.causes = Map.copyOf(causes);
    this.buckets = buckets;
    this.isPlan = isPlan;
    this.observer = observer;
  }

  /** Makes what is not there. */
  public static Keeping of(String codeVersion, int buckets) {
    return observed(codeVersion, buckets, moment -> {});
  }

  /** The same, and tells when it reaches each moment, so that a test can make it die there. */
  static Keeping observed(String codeVersion, int buckets, Consumer<Moment> observer) {
    return new Keeping(causes(codeVersion, buckets), buckets, false, observer);
  }

  /** Tells what would be made, and makes nothing. */
  public static Keeping plan(String codeVersion, int buckets) {
    return new Keeping(causes(codeVersion, buckets), buckets, true, moment -> {});
  }

  /** Makes everything, whatever is there. */
  public static Keeping anew(int buckets) {
    return of(Origin.UNKNOWN, buckets);
  }

  private static Map<String, String> causes(String codeVersion, int buckets) {
    return Map.of("program", codeVersion, "setting buckets", Integer.toString(buckets));
  }

  /**
   * A table of a stage.
   *
   * @param stage the verb
   * @param folder of the stage
   */
  public KeptTable table(SparkSession spark, String stage, String folder, String name) {
    return new KeptTable(spark, folder + "/" + name, this, note(stage, name));
  }

  /**
   * A table in pieces as it is; the rows of any other are laid in pieces.
   *
   * @param place of those pieces
   * @param order of a person's rows
   */
  public TableInParts inPieces(
      TableInParts table, Supplier<KeptTable> place, Slicing slicing, String... order) {
    return table instanceof Pieces
        ? table
        : place
            .get()
            .laid(
                Origin.NOTHING.with("rows", Origin.UNKNOWN),
                slicing,
                missing -> table.rows(),
                order);
  }

  /** A text of a stage that is kept whole, such as numbers that are counted of a table. */
  public KeptText text(String stage, String folder, String name) {
    return new KeptText(new Path(folder, "_" + name + ".json"), this, note(stage, name));
  }

  public int buckets() {
    return buckets;
  }

  /** What was made and reused, in the order in which it was asked for. */
  public synchronized List<LaidNote> notes() {
    return List.copyOf(notes);
  }

  /**
   * Lets go of what no table of this night uses; to be called when its release is published. Texts
   * stay: there is one of each.
   */
  public synchronized void settle() {
    used.forEach((folder, pieces) -> KeptTable.settle(folder, pieces, this));
    used.keySet().stream()
        .map(folder -> new Path(folder).getParent())
        .distinct()
        .flatMap(stage -> KeptFiles.in(stage).stream())
        .filter(folder -> !PieceIndex.read(folder.toString()).isEmpty())
        .filter(folder -> used.keySet().stream().noneMatch(one -> isSame(one, folder)))
        .collect(Collectors.toList())
        .forEach(KeptFiles::delete);
  }

  private static boolean isSame(String folder, Path other) {
    return new Path(folder).toUri().getPath().equals(other.toUri().getPath());
  }

  void reached(Moment moment) {
    observer.accept(moment);
  }

  Map<String, String> causes() {
    return causes;
  }

  /** What is made, unless nothing is to be made. */
  <T> Optional<T> made(Supplier<T> work) {
    return isPlan ? Optional.empty() : Optional.of(work.get());
  }

  synchronized void uses(String folder, Collection<Piece> pieces) {
    used.put(folder, List.copyOf(pieces));
  }

  private synchronized LaidNote note(String stage, String name) {
    LaidNote note = new LaidNote(stage, name);
    notes.add(note);
    return note;
  }
}
