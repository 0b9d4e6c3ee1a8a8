package se.jamlik.pipeline.publish;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import se.jamlik.pipeline.vocabulary.Sha256;

/**
 * What a release is and was made from, with the checksum of every other file in it, and as the last
 * key its own. It holds no time of the clock: the same inputs give the same manifest.
 *
 * @param fingerprint of the facts; the next night with the same one has nothing to do
 * @param forgotten deliveries that were taken out on request
 * @param qualityWarnings what is wrong with the deliveries, a line each
 * @param unsafe whether it protects less than the contract asks
 * @param weaker in what way, a line each
 * @param files all but this one, in the byte order of their paths
 */
public record Manifest(
    String release,
    @JsonProperty("as_of") LocalDate asOf,
    @JsonProperty("data_through") LocalDate dataThrough,
    @JsonProperty("code_version") String codeVersion,
    @JsonProperty("definitions_version") String definitionsVersion,
    String fingerprint,
    Map<String, Object> settings,
    List<ReleaseFacts.ReportedPeriod> periods,
    List<MadeFrom.Input> inputs,
    List<MadeFrom.Input> forgotten,
    @JsonProperty("quality_warnings") List<String> qualityWarnings,
    boolean unsafe,
    List<String> weaker,
    List<ReleasedFile> files) {
  static final String FILE = "manifest.json";

  /** How the text ends, before its own checksum is put there. */
  private static final String END = "\n}\n";

  private static final String CHECKSUM = ",\n  \"checksum\" : \"";
  private static final String AFTER_CHECKSUM = "\"" + END;

  /** A file of the release by its path below the folder. */
  public record ReleasedFile(String path, String sha256, long bytes) {}

  public Manifest {
    settings = Map.copyOf(settings);
    periods = List.copyOf(periods);
    inputs = List.copyOf(inputs);
    forgotten = List.copyOf(forgotten);
    qualityWarnings = List.copyOf(qualityWarnings);
    weaker = List.copyOf(weaker);
    files = List.copyOf(files);
  }

  static Manifest of(String release, ReleaseFacts facts, Path folder) throws IOException {
    return new Manifest(
        release,
        facts.madeFrom().asOf(),
        facts.dataThrough(),
        facts.madeFrom().codeVersion(),
        facts.madeFrom().definitionsVersion(),
        facts.madeFrom().fingerprint(),
        facts.madeFrom().settings(),
        facts.periods(),
        facts.madeFrom().inputs(),
        facts.madeFrom().forgotten(),
        facts.qualityWarnings(),
        facts.isUnsafe(),
        facts.weaker(),
        filesIn(folder));
  }

  /** The same release with the files as they lie in a folder. */
  Manifest withFilesOf(Path folder) throws IOException {
    return new Manifest(
        release,
        asOf,
        dataThrough,
        codeVersion,
        definitionsVersion,
        fingerprint,
        settings,
        periods,
        inputs,
        forgotten,
        qualityWarnings,
        unsafe,
        weaker,
        filesIn(folder));
  }

  private static List<ReleasedFile> filesIn(Path folder) throws IOException {
    List<ReleasedFile> files = new ArrayList<>();
    for (Path file : Folders.files(folder)) {
      if (!file.equals(folder.resolve(FILE))) {
        files.add(
            new ReleasedFile(
                folder.relativize(file).toString(), Sha256.of(file), Files.size(file)));
      }
    }
    return files;
  }

  /**
   * The manifest in a folder.
   *
   * @throws DamagedManifest when it is not the text that was written
   */
  static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(FILE);
    try {
      String text = Files.readString(file);
      Manifest manifest = Json.read(text, Manifest.class);
      if (!isWhole(text)) {
        throw new DamagedManifest(file, "its checksum is another");
      }
      return manifest;
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new DamagedManifest(file, "it is no JSON in UTF-8");
    }
  }

  private static boolean isWhole(String text) {
    int start = text.lastIndexOf(CHECKSUM);
    if (start < 0) {
      return false;
    }
    String checksum = CHECKSUM + Sha256.of(text.substring(0, start) + END) + AFTER_CHECKSUM;
    return text.substring(start).equals(checksum);
  }

  /** As it lies in the release; the checksum is that of the text without it. */
  String text() {
    String text = Json.text(this);
    return text.substring(0, text.length() - END.length())
        + CHECKSUM
        + Sha256.of(text)
        + AFTER_CHECKSUM;
  }

  /** In what way a folder is not what this manifest says; empty when it is. */
  List<String> problems(Path folder) throws IOException {
    Map<String, ReleasedFile> missing = new TreeMap<>();
    files.forEach(file -> missing.put(file.path(), file));
    TreeSet<String> problems = new TreeSet<>();
    for (Path path : Folders.files(folder)) {
      String name = folder.relativize(path).toString();
      ReleasedFile told = missing.remove(name);
      if (told == null && !name.equals(FILE)) {
        problems.add(name + " is not in the manifest");
      } else if (told != null && !told.sha256().equals(Sha256.of(path))) {
        problems.add(name + " has been changed");
      }
    }
    missing.keySet().forEach(name -> problems.add(name + " is missing"));
    return List.copyOf(problems);
  }
}
