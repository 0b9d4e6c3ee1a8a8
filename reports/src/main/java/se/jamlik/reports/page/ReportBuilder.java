package se.jamlik.reports.page;

import java.text.Normalizer;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import se.jamlik.reports.Language;
import se.jamlik.reports.ReportTemplate;
import se.jamlik.reports.page.Report.Picture;
import se.jamlik.reports.page.Section.Item;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Manifest;
import se.jamlik.reports.release.Release;

/** Puts the pages of one report together, in the order in which figures and tables are numbered. */
public record ReportBuilder(Release release, Language language, ReportTemplate template) {

  /** The report about the scope or a municipality. */
  public Report about(Area place) {
    Desk desk = Desk.about(place, release, language, template);
    SummaryPage summary = new SummaryPage(desk);
    if (summary.hasHero()) {
      desk.numbering().figure(SummaryPage.HERO);
    }
    Table overview = Overview.of(desk).table();
    List<Chapter> chapters = chapters(desk);
    return report(desk, summary, overview, chapters);
  }

  /** Chapters have numbers; the appendices after them have letters. */
  private List<Chapter> chapters(Desk desk) {
    List<Chapter> chapters = new ArrayList<>();
    for (ChapterKind kind : template.chapters()) {
      if (!kind.isAppendix()) {
        chapters.add(kind.chapter(desk, String.valueOf(chapters.size() + 1)));
      }
    }
    char letter = 'A';
    for (ChapterKind kind : template.chapters()) {
      if (kind.isAppendix()) {
        chapters.add(kind.chapter(desk, desk.say("appendix.number", "letter", letter)));
        letter++;
      }
    }
    return chapters;
  }

  private Report report(Desk desk, SummaryPage summary, Table overview, List<Chapter> chapters) {
    Manifest manifest = release.manifest();
    String title = title(desk);
    String region = manifest.regionName().orElse(desk.say("region.unnamed"));
    return new Report(
        language.tag(),
        fileName(desk.place()),
        title,
        unsafe(desk)
            + desk.say("title.over", "region", region, "period", desk.periodName())
            + " · "
            + through(desk),
        desk.say("title.under." + desk.kindOfPlace(), "whole", desk.whole().name()),
        region,
        desk.say("description", "place", desk.placeName(), "period", desk.periodName()),
        footer(desk, title),
        manifest.isInvented() ? List.of(desk.say("invented.long")) : List.of(),
        new Summary(
            summary.headline(),
            summary.tiles(),
            new Messages(desk).messages(),
            summary.hero(),
            overview),
        readingGuide(desk),
        new Questions(desk).questions(),
        chapters,
        template
            .logotype()
            .map(logotype -> new Picture(logotype.uri(), logotype.alternative(language)))
            .stream()
            .toList(),
        template.contact(),
        desk.texts(),
        manifest.asOf().orElse(manifest.dataThrough()).atStartOfDay().toInstant(ZoneOffset.UTC));
  }

  /**
   * A municipality that has the scope's name has its code in the name of its file. Reports in
   * Swedish have the plain names; those in another language end with it, so that both may lie in
   * one folder.
   */
  private String fileName(Area place) {
    String slug = slug(place.name());
    boolean isTaken = !place.isScope() && slug.equals(slug(release.scope().name()));
    String name = isTaken ? slug + "-" + place.code() : slug;
    // No slug has a dot, so that neither a report of one's own nor a language can meet a place.
    String own = template.name().isEmpty() ? "" : "." + template.name();
    return name + own + (language == Language.SV ? "" : "." + language.suffix()) + ".pdf";
  }

  private String title(Desk desk) {
    String own = template.titles().get(language);
    return own == null
        ? desk.say("title", "place", desk.placeName())
        : own.replace("{place}", desk.placeName());
  }

  /** How new the numbers are stands on every page, since pages are copied one by one. */
  private String footer(Desk desk, String title) {
    Manifest manifest = release.manifest();
    String invented = manifest.isInvented() ? " · " + desk.say("invented.footer") : "";
    return unsafe(desk) + title + " · " + desk.periodName() + " · " + through(desk) + invented;
  }

  /** What the first page of an unsafe release begins with, and all others end with. */
  private String unsafe(Desk desk) {
    return release.manifest().isUnsafe() ? desk.say("unsafe.footer") + " · " : "";
  }

  private String through(Desk desk) {
    return desk.say("footer.through", "date", desk.date(release.manifest().dataThrough()));
  }

  private static List<Item> readingGuide(Desk desk) {
    Stream<String> names =
        Stream.of(
            "point", "symbol", "income", "standardised", "missing", "development", "preliminary");
    boolean hasWarning = desk.release().cells().values().stream().anyMatch(Cell::hasWarning);
    Stream<Item> unsafe =
        desk.release().manifest().isUnsafe()
            ? Stream.of(new Item(desk.say("unsafe.footer") + ".", desk.say("unsafe.long")))
            : Stream.of();
    return Stream.concat(
            unsafe,
            Stream.concat(names, hasWarning ? Stream.of("quality") : Stream.of())
                .map(
                    name ->
                        new Item(
                            desk.say("reading." + name + ".lead"), desk.say("reading." + name))))
        .toList();
  }

  /** "Umeåregionen" becomes "umearegionen". */
  static String slug(String name) {
    String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    String slug =
        plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return slug.isEmpty() ? "rapport" : slug;
  }
}
