package se.jamlik.reports.excel;

import java.util.ArrayList;
import java.util.List;
import se.jamlik.reports.release.Manifest;

/** What somebody who opens the workbook must know before counting, in Swedish and in English. */
final class ReadMe {

  record Line(String name, String text) {}

  private ReadMe() {}

  /**
   * The lines of the sheet.
   *
   * @param omitted the tables whose small areas the workbook leaves out
   */
  static List<Line> of(Manifest manifest, List<String> omitted) {
    List<Line> lines = new ArrayList<>();
    lines.add(new Line("Release", manifest.release()));
    lines.add(new Line("Data till och med", manifest.dataThrough().toString()));
    manifest.regionName().ifPresent(region -> lines.add(new Line("Region", region)));
    manifest.scopeName().ifPresent(scope -> lines.add(new Line("Område - Scope", scope)));
    manifest.codeVersion().ifPresent(version -> lines.add(new Line("Version", version)));
    if (manifest.isInvented()) {
      lines.add(
          new Line(
              "Påhittade siffror",
              "Personerna och deras vård är påhittade. The persons and their care are invented."));
    }
    lines.add(new Line("", ""));
    lines.addAll(inSwedish(omitted));
    lines.add(new Line("", ""));
    lines.addAll(inEnglish(omitted));
    return lines;
  }

  private static List<Line> inSwedish(List<String> omitted) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "Blad",
            "indicator_value: alla indikatorers värden. equity: skillnader mellan grupper. indicator: vad varje indikator är. Kolumnernas betydelse står på bladet Kolumner. Kolumnerna har samma namn som i releasens övriga filer."));
    lines.add(
        new Line(
            "Tomma celler",
            "Kolumnen status säger varför: shown (visas), suppressed (dold för att skydda enskilda) eller not_computed (ej beräknad; skälet står i reason). Ett dolt värde är aldrig 0."));
    lines.add(
        new Line(
            "Sekretess",
            "Varje antal personer är något ändrat som skydd för enskilda, så att delar inte alltid blir precis det hela. Små antal visas inte, och inte heller det som skulle avslöja dem. Räkna med value i stället för en egen kvot av täljare och nämnare."));
    lines.add(
        new Line(
            "Osäkerhet",
            "ci_low och ci_high är 95-procentiga konfidensintervall. preliminary är sant där sena leveranser ännu kan ändra värdet; quality säger hur bra underlaget är."));
    if (!omitted.isEmpty()) {
      lines.add(
          new Line(
              "Utelämnat",
              "Ett blad rymmer inte alla rader. Små områden (regso och deso) finns bara i Parquetfilerna för "
                  + String.join(" och ", omitted)
                  + "."));
    }
    return lines;
  }

  private static List<Line> inEnglish(List<String> omitted) {
    List<Line> lines = new ArrayList<>();
    lines.add(
        new Line(
            "Sheets",
            "indicator_value: the values of all indicators. equity: differences between groups. indicator: what each indicator is. The sheet Columns tells what the columns mean. They have the same names as in the other files of the release."));
    lines.add(
        new Line(
            "Empty cells",
            "The column status tells why: shown, suppressed (hidden to protect persons) or not_computed (the reason stands in reason). A suppressed value is never 0."));
    lines.add(
        new Line(
            "Confidentiality",
            "Every count of persons is slightly changed to protect them, so parts do not always add up to the whole. Small counts are not shown, nor what would give them away. Use value rather than a quotient of your own."));
    lines.add(
        new Line(
            "Uncertainty",
            "ci_low and ci_high are 95 per cent confidence intervals. preliminary is true where late deliveries may still change the value; quality tells how good the data are."));
    if (!omitted.isEmpty()) {
      lines.add(
          new Line(
              "Left out",
              "A sheet does not hold all rows. Small areas (regso and deso) are only in the Parquet files of "
                  + String.join(" and ", omitted)
                  + "."));
    }
    return lines;
  }
}
