package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The descriptor of a release against the JSON Schemas of the standard (standard/README.md). */
final class DataPackageSchemaTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir private static Path out;
  private static String descriptor;

  @BeforeAll
  static void publish() throws IOException {
    Release release = SmallRelease.published(out, SmallRelease.tables());
    descriptor = Files.readString(release.folder().resolve(DataPackage.FILE));
  }

  @Test
  void theDescriptorOfAReleaseIsValid() throws IOException {
    assertThat(problems(descriptor)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "type" : "integer" | "type" : "long"
          "path" : | "file" :
          "name" : "jamlik- | "name" : "Jämlik
          "fields" : | "columns" :
          "required" : true | "required" : "yes"
          "resources" : | "tables" :
          """)
  void aBrokenDescriptorIsNot(String right, String wrong) throws IOException {
    assertThat(descriptor).contains(right);

    assertThat(problems(descriptor.replace(right, wrong))).isNotEmpty();
  }

  private static List<ValidationMessage> problems(String text) throws IOException {
    JsonNode described = JSON.readTree(text);
    JsonSchema tableSchema = schema("tabular-data-resource.json", "/properties/schema");
    List<ValidationMessage> problems =
        new ArrayList<>(schema("data-package.json", "").validate(described));
    for (JsonNode resource : described.path("resources")) {
      problems.addAll(tableSchema.validate(resource.path("schema")));
    }
    return problems;
  }

  private static JsonSchema schema(String file, String part) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            DataPackageSchemaTest.class.getResourceAsStream("/standard/" + file))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
          .getSchema(JSON.readTree(in).at(part));
    }
  }
}
