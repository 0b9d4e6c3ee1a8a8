package se.jamlik.pipeline.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import se.jamlik.pipeline.vocabulary.ReleaseTable;
import se.jamlik.pipeline.vocabulary.Sha256;

/** Describes a release's Parquet as a Data Package (datapackage.org). */
final class DataPackage {
  static final String FILE = "datapackage.json";
  private static final Map<DataType, String> TYPES =
      Map.of(
          DataTypes.StringType, "string",
          DataTypes.LongType, "integer",
          DataTypes.DoubleType, "number",
          DataTypes.BooleanType, "boolean",
          DataTypes.DateType, "date",
          DataTypes.TimestampNTZType, "datetime");

  private DataPackage() {}

  static String text(
      Path folder,
      String release,
      List<ReleaseTable> tables,
      DataDictionary meanings,
      ReleaseFacts facts)
      throws IOException {
    List<Map<String, Object>> resources = new ArrayList<>();
    for (ReleaseTable table : tables) {
      resources.add(resource(folder, table, meanings));
    }
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    described.put("name", "jamlik-" + release);
    described.put("title", UnsafeWords.before(facts) + "Jämlik " + release);
    described.put("version", release);
    described.put("resources", resources);
    return Json.text(described);
  }

  private static Map<String, Object> resource(
      Path folder, ReleaseTable table, DataDictionary meanings) throws IOException {
    Path file = TableFiles.of(folder, table.name());
    Map<String, Object> resource = new LinkedHashMap<>();
    resource.put("name", table.name());
    resource.put("path", folder.relativize(file).toString());
    resource.put("title", meanings.table(table.name()).sv());
    resource.put("description", meanings.table(table.name()).en());
    resource.put("format", "parquet");
    resource.put("mediatype", "application/vnd.apache.parquet");
    resource.put("bytes", Files.size(file));
    resource.put("hash", "sha256:" + Sha256.of(file));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(
        "fields",
        Arrays.stream(table.schema().fields())
            .map(field -> field(field, meanings.column(table.name(), field.name())))
            .toList());
    if (!meanings.key(table.name()).isEmpty()) {
      schema.put("primaryKey", meanings.key(table.name()));
    }
    resource.put("schema", schema);
    return resource;
  }

  private static Map<String, Object> field(StructField column, DataDictionary.Meaning meaning) {
    Map<String, Object> field = new LinkedHashMap<>();
    field.put("name", column.name());
    field.put("type", Objects.requireNonNull(TYPES.get(column.dataType())));
    field.put("title", meaning.sv());
    field.put("description", meaning.en());
    field.put("constraints", Map.of("required", !column.nullable()));
    return field;
  }
}
