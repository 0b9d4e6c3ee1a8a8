package se.jamlik.pipeline.kept;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import se.jamlik.pipeline.kept.Keeping.Moment;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * A table of persons that is kept from night to night, in one Parquet file for each bucket of
 * persons and slice of time. A file that has its name is whole, and is known by its bytes.
 */
public final class KeptTable {
  private final SparkSession spark;
  private final String folder;
  private final Keeping keeping;
  private final LaidNote note;

  KeptTable(SparkSession spark, String folder, Keeping keeping, LaidNote note) {
    this.spark = spark;
    this.folder = folder;
    this.keeping = keeping;
    this.note = note;
  }

  /** All places of a table that is written in so many buckets. */
  public static Set<Place> places(int buckets) {
    Set<Place> places = new TreeSet<>();
    for (int bucket = 0; bucket < buckets; bucket++) {
      for (int slice : Slicing.ALL) {
        places.add(new Place(bucket, slice));
      }
    }
    return places;
  }

  /** The table whose pieces all have one origin. */
  public TableInParts laid(
      Origin origin, Slicing slicing, Function<Set<Place>, Dataset<Row>> rows, String... order) {
    Map<Place, Origin> wanted = new HashMap<>();
    places(keeping.buckets()).forEach(place -> wanted.put(place, origin));
    return laid(wanted, slicing, rows, order);
  }

  /**
   * The table, of which only the pieces are made that are not there.
   *
   * @param wanted the origin of every place
   * @param rows the rows of the missing places at least
   * @param order of a person's rows; all columns without any
   */
  public TableInParts laid(
      Map<Place, Origin> wanted,
      Slicing slicing,
      Function<Set<Place>, Dataset<Row>> rows,
      String... order) {
    PieceWriter writer = new PieceWriter(folder, keeping);
    return laid(
        wanted,
        slicing,
        missing -> writer.written(rows.apply(missing.keySet()), slicing, missing, order));
  }

  private TableInParts laid(
      Map<Place, Origin> wanted,
      Slicing slicing,
      Function<SortedMap<Place, Origin>, List<Piece>> written) {
    Map<Place, Origin> asked = new TreeMap<>();
    wanted.forEach(
        (place, origin) ->
            asked.put(
                place,
                origin
                    .withAll(keeping.causes())
                    .with("Spark", spark.version())
                    .with("end of closed years", slicing.cause())));
    List<Piece> there = PieceIndex.read(folder);
    SortedMap<Place, Piece> laid = new TreeMap<>();
    Set<String> whole = whole(there, asked);
    for (Piece piece : there) {
      boolean isWanted =
          piece.origin().isKnown() && piece.origin().equals(asked.get(piece.place()));
      if (isWanted && (!piece.hasFile() || whole.contains(piece.file()))) {
        laid.put(piece.place(), piece);
      }
    }
    SortedMap<Place, Origin> missing = new TreeMap<>(asked);
    missing.keySet().removeAll(laid.keySet());
    note.add(asked.size(), missing, there);
    if (!missing.isEmpty()) {
      keeping
          .made(() -> written.apply(missing))
          .orElseGet(() -> planned(missing))
          .forEach(piece -> laid.put(piece.place(), piece));
      keeping.made(
          () -> {
            PieceIndex.write(folder, together(there, laid));
            keeping.reached(Moment.LISTED);
            return List.of();
          });
    }
    keeping.uses(folder, laid.values());
    return new Pieces(spark, folder, laid);
  }

  /**
   * The table whose rows are those of a table with the columns of others beside them.
   *
   * @param wanted the origin of every place
   * @param others tables that hold a row of a key at most
   * @param finished what becomes of the rows; they must stay where and as they lie
   * @param key after the person
   */
  public TableInParts alongside(
      Map<Place, Origin> wanted,
      Slicing slicing,
      TableInParts first,
      Collection<TableInParts> others,
      UnaryOperator<Dataset<Row>> finished,
      String... key) {
    List<String> whole = Stream.concat(Stream.of(PersonTables.PERSON), Arrays.stream(key)).toList();
    PieceWriter writer = new PieceWriter(folder, keeping);
    return laid(
        wanted,
        slicing,
        missing ->
            writer.writtenInPlace(
                finished.apply(
                    new Alongside(
                            (Pieces) first, others.stream().map(Pieces.class::cast).toList(), whole)
                        .rows(spark, missing.keySet(), keeping.buckets())),
                slicing,
                missing));
  }

  /** Whether a column of the type can stand beside others. */
  public static boolean canStandBeside(DataType type) {
    return ColumnValues.canRead(type);
  }

  /** The files of wanted pieces whose bytes are what they were when they were written. */
  private Set<String> whole(List<Piece> there, Map<Place, Origin> asked) {
    return there.parallelStream()
        .filter(piece -> piece.hasFile() && piece.origin().equals(asked.get(piece.place())))
        .filter(
            piece ->
                KeptFiles.Hashes.of(new Path(folder, piece.file()))
                    .filter(hashes -> hashes.bytes().equals(piece.bytes()))
                    .isPresent())
        .map(Piece::file)
        .collect(Collectors.toSet());
  }

  private static List<Piece> planned(Map<Place, Origin> missing) {
    return missing.entrySet().stream()
        .map(piece -> Piece.planned(piece.getKey(), piece.getValue()))
        .toList();
  }

  /** What the list names from now on: what can be reused, with what is laid in its place. */
  private static List<Piece> together(List<Piece> there, SortedMap<Place, Piece> laid) {
    Set<Piece> all = new LinkedHashSet<>();
    for (Piece piece : there) {
      Piece now = laid.get(piece.place());
      boolean isReplaced = now != null && now.origin().equals(piece.origin());
      if (piece.origin().isKnown() && !isReplaced) {
        all.add(piece);
      }
    }
    all.addAll(laid.values());
    return new ArrayList<>(all);
  }

  /** Leaves nothing in the folder but these pieces, which the newest release stands on. */
  static void settle(String folder, List<Piece> used, Keeping keeping) {
    List<Piece> settled = used.stream().map(Piece::settled).toList();
    Set<Piece> before = new HashSet<>(PieceIndex.read(folder));
    if (!before.equals(new HashSet<>(settled))) {
      PieceIndex.write(folder, settled);
    }
    keeping.reached(Moment.SETTLED);
    Set<String> named =
        settled.stream().filter(Piece::hasFile).map(Piece::file).collect(Collectors.toSet());
    for (Path file : KeptFiles.in(new Path(folder))) {
      boolean isPiece = file.getName().endsWith(".parquet") && !named.contains(file.getName());
      if (isPiece || file.getName().equals(PieceWriter.UNFINISHED)) {
        KeptFiles.delete(file);
      }
    }
    keeping.reached(Moment.LET_GO);
  }

  /**
   * The files of the pieces that the newest release stands on, in order of their places; none when
   * no night has published. In a folder without a list they are all Parquet files.
   *
   * @throws UserError with {@link ExitCode#INPUT_OUTPUT} when the disk has changed the list
   */
  public static List<String> settledFiles(String folder) {
    if (PieceIndex.isDamaged(folder)) {
      throw new UserError(
          ExitCode.INPUT_OUTPUT,
          "Cannot read the rows of the newest release: the list of pieces in %s has been changed (expected it as the night wrote it). The next night with new deliveries makes them anew; look after the disk."
              .formatted(folder));
    }
    if (!PieceIndex.isIn(folder)) {
      return KeptFiles.in(new Path(folder)).stream()
          .filter(file -> file.getName().endsWith(".parquet"))
          .map(file -> file.toUri().getPath())
          .sorted()
          .toList();
    }
    return PieceIndex.read(folder).stream()
        .filter(piece -> piece.isSettled() && piece.hasFile())
        .map(piece -> new Path(folder, piece.file()).toString())
        .sorted()
        .toList();
  }
}
