package se.jamlik.pipeline.pseudonymise;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import se.jamlik.pipeline.adapt.SideFiles;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.UserError;

/**
 * What is told of a pseudonymised file beside it, as JSON; rows = written + rejected.
 *
 * @param project by whose key the pseudonyms are made
 * @param keyId tells one key from another and nothing else
 * @param canary the pseudonym of a number that nobody has
 * @param file name of the pseudonymised file
 * @param sha256 of its bytes
 * @param referenceDate the day that decided the century of ten digits
 * @param rows without header and blank lines
 * @param personnummer rows written with one
 * @param samordningsnummer rows written with one
 * @param reserveNumbers rows written with one
 */
@JsonPropertyOrder({"project", "key_id", "canary"})
public record SideFile(
    String project,
    @JsonProperty("key_id") String keyId,
    String canary,
    String file,
    String sha256,
    @JsonProperty("reference_date") String referenceDate,
    long rows,
    long written,
    long rejected,
    @JsonProperty("blank_lines") long blankLines,
    long personnummer,
    long samordningsnummer,
    @JsonProperty("reserve_numbers") long reserveNumbers) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final String NO_CANARY =
      "Cannot compare the keys of the deliveries: a file %s in the inbox holds no canary (expected what pseudonymise wrote). Ask the sender for it."
          .formatted(SideFiles.ENDING);

  /** Where the side file of a pseudonymised file lies. */
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SideFiles.ENDING);
  }

  /** The side file there; its name is not told in an error, as it may hold a personnummer. */
  static SideFile read(Path file) throws IOException {
    try {
      return Optional.ofNullable(JSON.readValue(Files.readString(file), SideFile.class))
          .filter(SideFile::hasCanary)
          .orElseThrow(() -> new UserError(ExitCode.DELIVERY, NO_CANARY));
    } catch (JsonProcessingException e) {
      throw new UserError(ExitCode.DELIVERY, NO_CANARY, e);
    }
  }

  private boolean hasCanary() {
    return String.valueOf(canary).matches("[A-Z2-7]{26}");
  }

  String text() {
    try {
      return JSON.writeValueAsString(this) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
