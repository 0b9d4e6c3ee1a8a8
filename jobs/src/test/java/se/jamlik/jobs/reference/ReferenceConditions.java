package se.jamlik.jobs.reference;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a set of diagnosis codes says of a person: conditions, Charlson's index, chapters. */
final class ReferenceConditions {
  static final Set<String> MENTAL =
      Set.of(
          "Dementia",
          "Depression and mood diseases",
          "Neurotic, stress-related and somatoform diseases",
          "Schizophrenia and delusional diseases",
          "Other psychiatric and behavioral diseases");

  private final ReferenceCodeList sixtyGroups = ReferenceCodeList.named("calderon60");
  private final ReferenceCodeList charlson = ReferenceCodeList.named("charlson_se");
  private final ReferenceCodeList avoidable = ReferenceCodeList.named("paverkbar");
  private final ReferenceCodeList frailty = ReferenceCodeList.named("hfrs");

  /** The groups of the sixty of which a code is found. */
  Set<String> conditions(Collection<String> codes) {
    Set<String> groups = new HashSet<>();
    codes.forEach(code -> groups.addAll(sixtyGroups.groupsOfLongestPrefix(code)));
    return groups;
  }

  static boolean hasMentalAndOther(Set<String> conditions) {
    return conditions.stream().anyMatch(MENTAL::contains)
        && conditions.stream().anyMatch(condition -> !MENTAL.contains(condition));
  }

  /** The hospital frailty risk score: each three characters once, in exact decimals. */
  BigDecimal frailty(Collection<String> codes) {
    Set<String> categories = new HashSet<>();
    codes.forEach(code -> categories.add(code.substring(0, 3)));
    return categories.stream()
        .map(category -> frailty.weightsByCode().getOrDefault(category, BigDecimal.ZERO))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Only codes of the form of ICD-10 are ever matched. */
  static List<String> matchable(Collection<@Nullable String> codes) {
    return codes.stream().filter(ReferenceValues::isMatchable).toList();
  }

  /** Whether the first three characters lie between the two, which both belong. */
  static boolean isWithin(String code, String first, String last) {
    String category = code.substring(0, 3);
    return category.compareTo(first) >= 0 && category.compareTo(last) <= 0;
  }

  /**
   * Groups after the hierarchies of the Swedish version (Ludvigsson 2021, the authors' script of
   * 2025-12).
   */
  Set<String> charlsonGroups(Collection<String> codes) {
    Set<String> groups = new HashSet<>();
    codes.forEach(code -> groups.addAll(charlson.groupsOfAnyPrefix(code)));
    boolean hasAscites = groups.remove("liver_special_ascites");
    if (hasAscites && groups.contains("mild_liver")) {
      groups.add("mod_sev_liver");
    }
    removeIfPresent(groups, "mod_sev_liver", "mild_liver");
    removeIfPresent(groups, "diab_compl", "diab");
    removeIfPresent(groups, "metastatic", "malignancy");
    return groups;
  }

  private static void removeIfPresent(Set<String> groups, String worse, String milder) {
    if (groups.contains(worse)) {
      groups.remove(milder);
    }
  }

  int charlsonIndex(Collection<String> codes) {
    return charlsonGroups(codes).stream()
        .mapToInt(group -> charlson.weights().get(group).intValueExact())
        .sum();
  }

  boolean isAvoidable(@Nullable String mainDiagnosis) {
    return ReferenceValues.isMatchable(mainDiagnosis)
        && !avoidable.groupsOfAnyPrefix(mainDiagnosis).isEmpty();
  }

  /** C00-C97, Z51 and O00-O99: discharges that are no index of a readmission. */
  static boolean isExcludedFromReadmission(@Nullable String mainDiagnosis) {
    if (!ReferenceValues.isMatchable(mainDiagnosis)) {
      return false;
    }
    String category = mainDiagnosis.substring(0, 3);
    return category.startsWith("O")
        || category.equals("Z51")
        || (category.startsWith("C") && category.compareTo("C97") <= 0);
  }

  /** The chapter of ICD-10 by its number. */
  static int chapter(String code) {
    int number = Integer.parseInt(code.substring(1, 3));
    return switch (code.charAt(0)) {
      case 'A', 'B' -> 1;
      case 'C' -> 2;
      case 'D' -> number <= 49 ? 2 : 3;
      case 'E' -> 4;
      case 'F' -> 5;
      case 'G' -> 6;
      case 'H' -> number <= 59 ? 7 : 8;
      case 'I' -> 9;
      case 'J' -> 10;
      case 'K' -> 11;
      case 'L' -> 12;
      case 'M' -> 13;
      case 'N' -> 14;
      case 'O' -> 15;
      case 'P' -> 16;
      case 'Q' -> 17;
      case 'R' -> 18;
      case 'S', 'T' -> 19;
      case 'V', 'W', 'X', 'Y' -> 20;
      case 'Z' -> 21;
      default -> 22;
    };
  }

  /**
   * At least 3 different 3-character diagnoses from at least 3 chapters; XX and XXI do not count.
   */
  static boolean spanThreeChapters(Collection<String> codes) {
    Set<String> categories = new HashSet<>();
    Set<Integer> chapters = new HashSet<>();
    for (String code : codes) {
      int chapter = chapter(code);
      if (chapter != 20 && chapter != 21) {
        categories.add(code.substring(0, 3));
        chapters.add(chapter);
      }
    }
    return categories.size() >= 3 && chapters.size() >= 3;
  }
}
