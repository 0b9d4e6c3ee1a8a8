package se.jamlik.jobs.synthesise;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import se.jamlik.jobs.synthesise.Rows.Section;

/** Writes the same rows as Parquet, numbers and dates as such. */
final class ParquetFile {
  private ParquetFile() {}

  static void write(Path file, Table table, List<Section> parts) throws IOException {
    MessageType schema = schema(table);
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file))
            .withType(schema)
            .withConf(new Configuration(false))
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build()) {
      for (Section part : parts) {
        write(writer, groups, table.columns(), part);
      }
    }
  }

  private static MessageType schema(Table table) {
    Types.MessageTypeBuilder message = Types.buildMessage();
    for (Table.Column column : table.columns()) {
      switch (column.type()) {
        case INT -> message.optional(PrimitiveTypeName.INT32).named(column.name());
        case DECIMAL -> message.optional(PrimitiveTypeName.DOUBLE).named(column.name());
        case DATE ->
            message
                .optional(PrimitiveTypeName.INT32)
                .as(LogicalTypeAnnotation.dateType())
                .named(column.name());
        case TEXT ->
            message
                .optional(PrimitiveTypeName.BINARY)
                .as(LogicalTypeAnnotation.stringType())
                .named(column.name());
      }
    }
    return message.named(table.folder());
  }

  private static void write(
      ParquetWriter<Group> writer,
      SimpleGroupFactory groups,
      List<Table.Column> columns,
      Section part)
      throws IOException {
    try (FileChannel shard = FileChannel.open(Path.of(part.shard()), StandardOpenOption.READ);
        BufferedReader lines =
            new BufferedReader(
                new InputStreamReader(
                    Channels.newInputStream(shard.position(part.offset())), StandardCharsets.UTF_8),
                1 << 16)) {
      for (long row = 0; row < part.rows(); row++) {
        writer.write(group(groups, columns, lines.readLine().split(";", -1)));
      }
    }
  }

  private static Group group(
      SimpleGroupFactory groups, List<Table.Column> columns, String[] cells) {
    Group group = groups.newGroup();
    for (int index = 0; index < cells.length; index++) {
      if (cells[index].isEmpty()) {
        continue;
      }
      switch (columns.get(index).type()) {
        case INT -> group.add(index, Integer.parseInt(cells[index]));
        case DECIMAL -> group.add(index, Double.parseDouble(cells[index]));
        case DATE -> group.add(index, (int) LocalDate.parse(cells[index]).toEpochDay());
        case TEXT -> group.add(index, cells[index]);
      }
    }
    return group;
  }
}
