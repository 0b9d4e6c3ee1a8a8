package se.jamlik.pipeline.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a release was made from. Nothing here reads the clock, so that the same inputs tell the same
 * facts.
 *
 * @param asOf the logical date of the night
 * @param dataThrough the latest day that the deliveries tell of
 * @param codeVersion of the program
 * @param definitionsVersion hash of the definition files
 * @param settings by their dotted names
 * @param inputs the delivered files that were used
 * @param periods what is reported on
 */
public record ReleaseFacts(
    LocalDate asOf,
    LocalDate dataThrough,
    String codeVersion,
    String definitionsVersion,
    Map<String, Object> settings,
    List<Input> inputs,
    List<ReportedPeriod> periods) {

  /** A delivered file: the table, its path below the inbox, and the SHA-256 of its bytes. */
  public record Input(String table, String file, String sha256) {}

  /** A period, both days included; preliminary while late deliveries may still change it. */
  public record ReportedPeriod(
      String period,
      @JsonProperty("first_day") LocalDate firstDay,
      @JsonProperty("last_day") LocalDate lastDay,
      boolean preliminary) {}

  public ReleaseFacts {
    settings = Map.copyOf(settings);
    inputs =
        inputs.stream()
            .sorted(
                Comparator.comparing(Input::table)
                    .thenComparing(Input::file)
                    .thenComparing(Input::sha256))
            .toList();
    periods = List.copyOf(periods);
  }

  /** SHA-256 of all facts: two nights with the same fingerprint would make the same release. */
  public String fingerprint() {
    return Checksums.ofText(
        Json.text(
            Map.of(
                "as_of", asOf,
                "data_through", dataThrough,
                "code_version", codeVersion,
                "definitions_version", definitionsVersion,
                "settings", new TreeMap<>(settings),
                "inputs", inputs,
                "periods", periods)));
  }
}
