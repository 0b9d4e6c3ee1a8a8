package se.jamlik.pipeline.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the standard asks of a descriptor and of its resources and fields (Data Package 2.0 with
 * Data Resource and Table Schema, datapackage.org/standard).
 */
final class DataPackageTest {
  private static final Set<String> TYPES =
      Set.of(
          "string",
          "number",
          "integer",
          "boolean",
          "object",
          "array",
          "list",
          "datetime",
          "date",
          "time",
          "year",
          "yearmonth",
          "duration",
          "geopoint",
          "geojson",
          "any");

  @TempDir private Path out;
  private Release release;
  private JsonNode described;

  @BeforeEach
  void publish() throws IOException {
    release = SmallRelease.published(out, SmallRelease.tables());
    described =
        new ObjectMapper().readTree(Files.readString(release.folder().resolve("datapackage.json")));
  }

  @Test
  void aPackageNamesItsProfileAndHasResources() {
    assertThat(described.get("$schema").asText())
        .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
    assertThat(described.get("name").asText()).matches("[-a-z0-9._/]+");
    assertThat(described.get("version").isTextual()).isTrue();
    assertThat(described.get("resources")).hasSize(3);
  }

  @Test
  void aResourceIsOneFileBelowTheFolderWithItsSizeAndHash() throws IOException {
    for (JsonNode resource : described.get("resources")) {
      Path file = release.folder().resolve(resource.get("path").asText());
      assertThat(resource.get("name").asText()).matches("[-a-z0-9._/]+");
      assertThat(resource.get("path").asText())
          .doesNotStartWith("/")
          .doesNotStartWith(".")
          .doesNotContain("..")
          .doesNotContain(":");
      assertThat(resource.get("hash").asText()).matches("sha256:[a-f0-9]{64}");
      assertThat(resource.get("bytes").isIntegralNumber()).isTrue();
      assertThat(resource.get("bytes").asLong()).isEqualTo(Files.size(file));
      assertThat(resource.has("data")).as("a path or data, not both").isFalse();
    }
  }

  @Test
  void aFieldHasANameOfItsOwnATypeOfTheStandardAndConstraintsThatAreOnes() {
    for (JsonNode resource : described.get("resources")) {
      List<String> names = new ArrayList<>();
      for (JsonNode field : resource.get("schema").get("fields")) {
        names.add(field.get("name").asText());
        assertThat(TYPES).contains(field.get("type").asText());
        assertThat(field.get("title").isTextual() && field.get("description").isTextual()).isTrue();
        assertThat(field.get("constraints").get("required").isBoolean()).isTrue();
      }
      assertThat(names).isNotEmpty().doesNotHaveDuplicates();
      for (JsonNode key : resource.get("schema").path("primaryKey")) {
        assertThat(key.isTextual()).isTrue();
      }
    }
  }
}
