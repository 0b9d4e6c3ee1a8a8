package se.jamlik.pipeline.conform;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.PersonTables;

/**
 * A Parquet file that one task writes row by row. Each row is handed over as what writes its
 * fields, so that no row is copied on its way.
 */
final class RowFile implements AutoCloseable {
  private final ParquetWriter<Consumer<RecordConsumer>> writer;

  /** Opens the file, in place of any that an earlier attempt of the task left. */
  RowFile(Path path, MessageType schema) throws IOException {
    this.writer =
        new Builder(HadoopOutputFile.fromPath(path, LocalFiles.configuration()), schema)
            .withConf(LocalFiles.configuration())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
            .withRowGroupSize(32L << 20)
            // Nearly every value is another one: a dictionary would be begun and given up.
            .withDictionaryEncoding(RowSchema.LINE, false)
            .withDictionaryEncoding(PersonTables.PERSON, false)
            .build();
  }

  void write(Consumer<RecordConsumer> fields) throws IOException {
    writer.write(fields);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }

  private static final class Builder
      extends ParquetWriter.Builder<Consumer<RecordConsumer>, Builder> {
    private final MessageType schema;

    Builder(OutputFile file, MessageType schema) {
      super(file);
      this.schema = schema;
    }

    @Override
    protected Builder self() {
      return this;
    }

    // Parquet deprecates the only method that must be there.
    @SuppressWarnings("deprecation")
    @Override
    protected WriteSupport<Consumer<RecordConsumer>> getWriteSupport(Configuration conf) {
      return new Support(schema);
    }
  }

  private static final class Support extends WriteSupport<Consumer<RecordConsumer>> {
    private final MessageType schema;
    private @Nullable RecordConsumer consumer; // Parquet hands it over before the first row.

    Support(MessageType schema) {
      this.schema = schema;
    }

    // Parquet deprecates the only method that must be there.
    @SuppressWarnings("deprecation")
    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema, Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
      consumer = recordConsumer;
    }

    @Override
    public void write(Consumer<RecordConsumer> fields) {
      RecordConsumer opened = Objects.requireNonNull(consumer);
      opened.startMessage();
      fields.accept(opened);
      opened.endMessage();
    }
  }
}
