package se.jamlik.pipeline.adapt;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import se.jamlik.pipeline.adapt.Scan.Shape;
import se.jamlik.pipeline.vocabulary.LocalFiles;
import se.jamlik.pipeline.vocabulary.Sha256;

/** Looks at a Parquet file: hash, columns and row groups. The rows themselves are read later. */
final class ParquetScan {
  private ParquetScan() {}

  static Scan of(Path file) throws IOException {
    String sha256 = Sha256.of(file);
    if (Files.size(file) == 0) {
      return Scan.refused(sha256, Shape.PARQUET, "the file is empty");
    }
    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file.toUri()), LocalFiles.configuration()))) {
      List<String> names =
          reader.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
      return new Scan(
          sha256,
          Shape.PARQUET,
          "UTF-8",
          ';',
          Header.ofNames(names),
          chunks(reader.getRowGroups()),
          "");
    } catch (IOException | RuntimeException e) {
      return Scan.refused(sha256, Shape.PARQUET, "the Parquet file is damaged or cut short");
    }
  }

  private static List<Chunk> chunks(List<BlockMetaData> groups) {
    List<Chunk> chunks = new ArrayList<>();
    long line = 2;
    for (BlockMetaData group : groups) {
      chunks.add(
          new Chunk(
              group.getStartingPos(), group.getCompressedSize(), line, group.getRowCount(), 0));
      line += group.getRowCount();
    }
    return chunks;
  }
}
