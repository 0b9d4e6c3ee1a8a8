package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.roaringbitmap.longlong.Roaring64Bitmap;
import se.jamlik.pipeline.SparkTest;

@ExtendWith(SparkTest.class)
class StruckRowsTest {
  private static final long BEYOND_32_BITS = 5_000_000_000L;

  private final SparkSession spark;

  StruckRowsTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void theLineOfADeliveryIsStruckAndTheSameLineOfAnotherStands() {
    StruckRows struck = struck(2, LongStream.of(3, BEYOND_32_BITS));
    Dataset<Row> rows = rows(row(1, 3), row(2, 2), row(2, 3), row(2, BEYOND_32_BITS), row(3, 3));

    assertThat(struck.takenFrom(rows).collectAsList())
        .containsExactlyInAnyOrder(row(1, 3), row(2, 2), row(3, 3));
  }

  @Test
  void nothingIsTakenWhereNothingIsStruck() {
    Dataset<Row> rows = rows(row(1, 2));

    assertThat(StruckRows.none().takenFrom(rows)).isSameAs(rows);
  }

  @Test
  void whatIsWrittenIsRead() {
    StruckRows struck = struck(7, LongStream.rangeClosed(2, 1_000_000));

    StruckRows read = StruckRows.of(struck.json());

    assertThat(read.lines()).isEqualTo(struck.lines());
    assertThat(read.holds(7, 1)).isFalse();
    assertThat(read.holds(7, 1_000_000)).isTrue();
  }

  @Test
  void aWholeFileIsStruckInFewBytes() {
    Lines lines = new Lines();
    Roaring64Bitmap all = lines.zero();
    LongStream.rangeClosed(2, 1_000_000).forEach(line -> lines.reduce(all, line));

    assertThat(lines.finish(all).length).isLessThan(1_000);
  }

  private static StruckRows struck(int delivery, LongStream lines) {
    Roaring64Bitmap all = new Roaring64Bitmap();
    lines.forEach(all::addLong);
    StruckRows struck = new StruckRows(new TreeMap<>());
    struck.lines().put(delivery, all);
    return struck;
  }

  private Dataset<Row> rows(Row... rows) {
    return spark.createDataFrame(
        List.of(rows),
        new StructType()
            .add(RowSchema.DELIVERY, DataTypes.IntegerType)
            .add(RowSchema.LINE, DataTypes.LongType));
  }

  private static Row row(int delivery, long line) {
    return RowFactory.create(delivery, line);
  }
}
