package se.jamlik.reports;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.jamlik.reports.page.ChapterKind;
import se.jamlik.reports.page.Selection;

/**
 * What a report is made of. The standard report is one; settings may name others beside it.
 *
 * @param name that ends the names of the files; empty for the standard report
 * @param titles by language, with {@code {place}} where the place's name belongs; the standard
 *     report's where there is none
 * @param chapters in their order
 * @param indicators ids by the places that show them; the standard report's where there are none
 * @param comparisons what values stand beside: {@link #SCOPE}, municipalities by their four digits,
 *     and areas of the reference values, such as riket
 * @param contact lines that tell whom to ask
 */
public record ReportTemplate(
    String name,
    Map<Language, String> titles,
    List<ChapterKind> chapters,
    Map<Selection, List<String>> indicators,
    List<String> comparisons,
    Optional<Logotype> logotype,
    List<String> contact) {

  /** The comparison with all municipalities together. */
  public static final String SCOPE = "scope";

  /** Columns of comparisons that there is room for. */
  public static final int MOST_COMPARISONS = 3;

  /** The report that every release has. */
  public static final ReportTemplate STANDARD =
      new ReportTemplate(
          "",
          Map.of(),
          Arrays.asList(ChapterKind.values()),
          Map.of(),
          List.of(SCOPE, "riket"),
          Optional.empty(),
          List.of());

  public ReportTemplate {
    titles = Map.copyOf(titles);
    chapters = List.copyOf(chapters);
    indicators = Map.copyOf(indicators);
    comparisons = List.copyOf(comparisons);
    contact = List.copyOf(contact);
  }

  /** The ids of the indicators of a place in the report. */
  public List<String> selected(Selection selection) {
    return indicators.getOrDefault(selection, selection.standard());
  }

  /** Codes of the municipalities that values stand beside; empty when none is named. */
  public List<String> namedMunicipalities() {
    return comparisons.stream().filter(place -> place.matches("[0-9]{4}")).toList();
  }
}
