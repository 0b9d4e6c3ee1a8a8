package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.SparkTest;
import se.jamlik.pipeline.vocabulary.ReleaseTable;

@ExtendWith(SparkTest.class)
final class TableFilesTest {
  @TempDir private Path folder;

  @Test
  void sparkReadsTheTypesAndRowsThatWereWritten(SparkSession spark) throws IOException {
    StructType schema =
        new StructType()
            .add("text", DataTypes.StringType)
            .add("count", DataTypes.LongType)
            .add("share", DataTypes.DoubleType)
            .add("is_so", DataTypes.BooleanType)
            .add("day", DataTypes.DateType)
            .add("instant", DataTypes.TimestampNTZType);
    LocalDate day = LocalDate.of(1899, 12, 31);
    // This hour does not exist on Swedish clocks.
    LocalDateTime instant = LocalDateTime.of(2026, 3, 29, 2, 30);

    TableFiles.write(
        folder,
        List.of(
            new ReleaseTable(
                "t",
                schema,
                List.of(
                    RowFactory.create("å", 1L, 1 / 3.0, true, day, instant),
                    RowFactory.create(null, null, null, null, null, null)))));

    Dataset<Row> read = spark.read().parquet(TableFiles.of(folder, "t").toString());
    assertThat(read.schema()).isEqualTo(schema);
    assertThat(read.collectAsList())
        .containsExactly(
            RowFactory.create("å", 1L, 1 / 3.0, true, java.sql.Date.valueOf(day), instant),
            RowFactory.create(null, null, null, null, null, null));
  }

  @Test
  void nothingButThePartStandsInATablesFolder() throws IOException {
    TableFiles.write(folder, SmallRelease.tables());

    assertThat(Folders.files(folder))
        .containsExactly(
            folder.resolve("delivery/part-00000.parquet"),
            folder.resolve("indicator_value/part-00000.parquet"));
  }

  @Test
  void typesThatReadersUnderstandDifferentlyAreRefused() {
    ReleaseTable table =
        new ReleaseTable("t", new StructType().add("at", DataTypes.TimestampType), List.of());

    assertThatThrownBy(() -> TableFiles.write(folder, List.of(table)))
        .hasMessage(
            "t.at is timestamp: a release holds string, long, double, boolean, date and"
                + " timestamp_ntz alone");
  }

  @Test
  void undefinedNumbersAreRefused() {
    ReleaseTable table =
        new ReleaseTable(
            "t",
            new StructType().add("value", DataTypes.DoubleType),
            List.of(RowFactory.create(Double.NaN)));

    assertThatThrownBy(() -> TableFiles.write(folder, List.of(table)))
        .hasMessage("A statistic is NaN");
  }

  @Test
  void exactNumbersReplaceThoseOfTheNightBeforeAndAreNobodyElses() throws IOException {
    MeasuredTables.replace(folder, SmallRelease.tables());
    MeasuredTables.replace(folder, List.of(SmallRelease.delivery("sol/b.csv")));

    assertThat(Folders.files(folder))
        .containsExactly(folder.resolve("measured/delivery/part-00000.parquet"));
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("measured"))))
        .isEqualTo("rwx------");
  }
}
