package se.jamlik.pipeline.kept;

import java.util.List;
import java.util.SortedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.PersonTables;
import se.jamlik.pipeline.vocabulary.Sha256;

/** The pieces of a kept table, one for each place. */
record Pieces(SparkSession spark, String folder, SortedMap<Place, Piece> byPlace)
    implements TableInParts {

  @Override
  public Dataset<Row> rows() {
    return read(byPlace.values().stream().toList());
  }

  @Override
  public Dataset<Row> of(Predicate<Place> places) {
    return read(byPlace.values().stream().filter(piece -> places.test(piece.place())).toList());
  }

  @Override
  public String content(Predicate<Place> places) {
    List<Piece> asked =
        byPlace.values().stream().filter(piece -> places.test(piece.place())).toList();
    boolean isUnknown = asked.stream().anyMatch(piece -> piece.content().equals(Origin.UNKNOWN));
    return isUnknown
        ? Origin.UNKNOWN
        : Sha256.of(
                asked.stream()
                    .map(piece -> piece.place() + " " + piece.content())
                    .collect(Collectors.joining("\n")))
            .substring(0, 32);
  }

  /** The columns of pieces that are more than planned. */
  StructType schema() {
    return (StructType) DataType.fromJson(byPlace.values().iterator().next().schema());
  }

  /** The file of a place; null when nobody has a row there. */
  @Nullable String file(Place place) {
    Piece piece = byPlace.get(place);
    return piece == null || !piece.hasFile() ? null : folder + "/" + piece.file();
  }

  private Dataset<Row> read(List<Piece> pieces) {
    if (byPlace.values().stream().anyMatch(piece -> piece.schema().isEmpty())) {
      return spark.emptyDataFrame(); // They are only planned.
    }
    StructType schema = schema();
    String[] files =
        pieces.stream()
            .filter(Piece::hasFile)
            .map(piece -> folder + "/" + piece.file())
            .toArray(String[]::new);
    return files.length == 0
        ? spark.createDataFrame(List.of(), schema)
        : PersonTables.read(spark, schema, files);
  }
}
