package se.jamlik.pipeline.kept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.LocalFiles;

/** Spark's own reader tells what a piece holds. */
@ExtendWith(SparkTest.class)
class SortedPieceTest {
  private static final int ROWS = 30_000;

  @TempDir private Path folder;

  /** Words that come often lie in a dictionary, those that come once do not. */
  @Test
  void valuesOfEveryTypeAreReadAcrossRowGroups(SparkSession spark) throws IOException {
    spark
        .range(0, ROWS, 1, 1)
        .selectExpr(
            "id as person",
            "if(id % 2 = 0, null, int(id % 7) - 3) as whole",
            "if(id % 3 = 0, null, id / 7) as fraction",
            "if(id % 5 = 0, null, id % 4 = 1) as truth",
            "if(id % 11 = 0, null, concat('å', id % 3)) as often",
            "concat('ö', id, '-', hex(xxhash64(id))) as once",
            "if(id % 13 = 0, null, cast(id - 500 as decimal(9, 2)) / 4) as small",
            "cast(id - 500 as decimal(18, 6)) as middle",
            "cast(id - 500 as decimal(30, 3)) * 100000000000000 as large")
        .write()
        .option("parquet.block.size", 200_000)
        .option("parquet.page.row.count.limit", 1_000)
        .parquet(folder.resolve("piece").toString());
    Dataset<Row> piece = spark.read().parquet(folder.resolve("piece").toString());
    String file = Path.of(URI.create(piece.inputFiles()[0])).toString();

    List<Row> read = rows(file, piece.schema());

    assertThat(rowGroups(file)).isGreaterThan(2);
    assertThat(read).hasSize(ROWS).isEqualTo(piece.collectAsList());
  }

  @Test
  void aDamagedPageIsToldWithItsFile(SparkSession spark) throws IOException {
    spark
        .range(0, ROWS, 1, 1)
        .selectExpr("id as person", "xxhash64(id) as drawn")
        .write()
        .parquet(folder.resolve("piece").toString());
    Dataset<Row> piece = spark.read().parquet(folder.resolve("piece").toString());
    Path file = Path.of(URI.create(piece.inputFiles()[0]));
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);

    assertThatThrownBy(() -> rows(file.toString(), piece.schema()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("Cannot read the rows of " + file + ": they are damaged");
  }

  private static List<Row> rows(String file, StructType schema) throws IOException {
    List<Row> rows = new ArrayList<>();
    try (SortedPiece sorted = new SortedPiece(file, schema, List.of("person"))) {
      for (Object[] row = sorted.row(); row != null; row = sorted.row()) {
        rows.add(RowFactory.create(row));
        sorted.next();
      }
    }
    return rows;
  }

  private static int rowGroups(String file) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file), LocalFiles.configuration()))) {
      return reader.getRowGroups().size();
    }
  }
}
