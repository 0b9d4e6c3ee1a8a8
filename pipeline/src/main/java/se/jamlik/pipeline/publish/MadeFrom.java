package se.jamlik.pipeline.publish;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * What a release is made from, known as soon as the deliveries have been looked through.
 *
 * @param asOf the logical date of the night
 * @param codeVersion of the program
 * @param definitionsVersion hash of the definition files
 * @param recordKeys id of the secret that decides how counts are changed; never the secret itself
 * @param settings by their dotted names
 * @param inputs the delivered files that are used, in the order of their arrival, which decides
 *     what row holds a key
 * @param forgotten deliveries that were taken out on request, whose rows are no part of it
 */
public record MadeFrom(
    LocalDate asOf,
    String codeVersion,
    String definitionsVersion,
    String recordKeys,
    Map<String, Object> settings,
    List<Input> inputs,
    List<Input> forgotten) {

  /** A delivered file: the table, its path below the inbox, and the SHA-256 of its bytes. */
  public record Input(String table, String file, String sha256) {}

  public MadeFrom {
    settings = Map.copyOf(settings);
    inputs = List.copyOf(inputs);
    forgotten = List.copyOf(forgotten);
  }

  /** SHA-256 of all of it: two nights with the same fingerprint would make the same release. */
  public String fingerprint() {
    return Sha256.of(
        Json.text(
            Map.of(
                "as_of", asOf,
                "code_version", codeVersion,
                "definitions_version", definitionsVersion,
                "record_keys", recordKeys,
                "settings", new TreeMap<>(settings),
                "inputs", inputs,
                "forgotten", forgotten)));
  }
}
