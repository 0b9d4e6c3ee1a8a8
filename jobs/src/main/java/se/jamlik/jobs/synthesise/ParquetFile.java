package se.jamlik.jobs.synthesise;

import java.io.IOException;
import java.nio.file.Path;
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

/** Writes the same rows as Parquet, numbers and dates as such. */
final class ParquetFile {
  private ParquetFile() {}

  static void write(Path file, Delivery delivery) throws IOException {
    Table table = delivery.table();
    MessageType schema = schema(table);
    SimpleGroupFactory groups = new SimpleGroupFactory(schema);
    try (Delivery.Lines lines = delivery.lines();
        ParquetWriter<Group> writer =
            ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withType(schema)
                .withConf(new Configuration(false))
                .withCompressionCodec(CompressionCodecName.SNAPPY)
                .build()) {
      List<Table.Column> columns = table.columns();
      while (lines.hasNext()) {
        writer.write(group(groups, columns, lines.next()));
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

  private static Group group(
      SimpleGroupFactory groups, List<Table.Column> columns, List<String> cells) {
    Group group = groups.newGroup();
    for (int index = 0; index < cells.size(); index++) {
      if (cells.get(index).isEmpty()) {
        continue;
      }
      switch (columns.get(index).type()) {
        case INT -> group.add(index, Integer.parseInt(cells.get(index)));
        case DECIMAL -> group.add(index, Double.parseDouble(cells.get(index)));
        case DATE -> group.add(index, (int) LocalDate.parse(cells.get(index)).toEpochDay());
        case TEXT -> group.add(index, cells.get(index));
      }
    }
    return group;
  }
}
