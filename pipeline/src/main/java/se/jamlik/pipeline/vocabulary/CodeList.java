package se.jamlik.pipeline.vocabulary;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A list of code prefixes in groups, with where it comes from.
 *
 * @param id the file's name without ending
 * @param header title, source, version, match and, where known, doi and note; codes is ATC for a
 *     list of drugs
 * @param codes in the order of the file
 * @param hash the first twelve hexadecimal digits of the file's SHA-256
 */
public record CodeList(String id, Map<String, String> header, List<Code> codes, String hash) {

  /**
   * One prefix of a group.
   *
   * @param weight the group's weight, 0 when the list has none
   * @param status verified, transcribed or unverified
   */
  public record Code(
      String group, String prefix, String description, double weight, String status) {}

  static final String MATCH = "match";
  static final String LONGEST_PREFIX = "longest prefix";
  static final String ANY_PREFIX = "any prefix";
  static final String CODES = "codes";
  static final String ICD_10 = "ICD-10";
  static final String ATC = "ATC";
  private static final List<String> STATUSES = List.of("verified", "transcribed", "unverified");

  public CodeList {
    header = Map.copyOf(header);
    codes = List.copyOf(codes);
  }

  /** The groups in alphabetical order; a group's place is its bit in a mask. */
  public List<String> groups() {
    return codes.stream().map(Code::group).distinct().sorted().toList();
  }

  /**
   * Whether the longest matching prefix alone decides the groups of a code; else every matching
   * prefix does.
   */
  public boolean isDecidedByLongestPrefix() {
    return LONGEST_PREFIX.equals(header.get(MATCH));
  }

  /** Whether the codes are of drugs; else they are of diagnoses and external causes. */
  public boolean isOfDrugs() {
    return ATC.equals(header.get(CODES));
  }

  /** Whether the codes are of a system that is known. */
  boolean isOfKnownCodes() {
    return List.of(ICD_10, ATC).contains(header.getOrDefault(CODES, ICD_10));
  }

  /** Whether the header says how codes are matched. */
  boolean saysHowToMatch() {
    return List.of(LONGEST_PREFIX, ANY_PREFIX).contains(header.getOrDefault(MATCH, ""));
  }

  /** The weakest status of any of its codes. */
  public String status() {
    return codes.stream()
        .map(Code::status)
        .max(Comparator.comparingInt(STATUSES::indexOf))
        .orElse("unverified");
  }

  /** The weaker of two statuses. */
  public static String weaker(String one, String other) {
    return STATUSES.indexOf(one) >= STATUSES.indexOf(other) ? one : other;
  }

  public String source() {
    return header.getOrDefault("source", "");
  }

  /** Version of the publication and of our file. */
  public String version() {
    return header.getOrDefault("version", "") + "+" + hash;
  }
}
