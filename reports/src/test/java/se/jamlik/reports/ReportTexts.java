package se.jamlik.reports;

import java.util.stream.Stream;
import se.jamlik.reports.page.Chapter;
import se.jamlik.reports.page.Figure;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.Section;
import se.jamlik.reports.page.Table;
import se.jamlik.reports.page.TableCell;

/** Everything that is read or heard in a report, but for SQL. */
final class ReportTexts {
  private ReportTexts() {}

  static Stream<String> of(Report report) {
    return Stream.of(
            Stream.of(
                report.title(),
                report.overTitle(),
                report.underTitle(),
                report.description(),
                report.footer(),
                report.summary().headline()),
            report.summary().messages().stream()
                .flatMap(item -> Stream.of(item.lead(), item.body())),
            report.summary().tiles().stream()
                .flatMap(
                    tile ->
                        Stream.of(
                            tile.label(),
                            tile.value(),
                            tile.unit(),
                            tile.interval(),
                            tile.mark().word(),
                            tile.reference())),
            report.summary().figures().stream().flatMap(ReportTexts::of),
            of(report.summary().overview()),
            report.questions().stream(),
            report.readingGuide().stream().flatMap(item -> Stream.of(item.lead(), item.body())),
            report.chapters().stream().flatMap(ReportTexts::of))
        .flatMap(texts -> texts);
  }

  private static Stream<String> of(Chapter chapter) {
    return Stream.concat(
        Stream.of(chapter.title(), chapter.introduction()),
        chapter.sections().stream().flatMap(ReportTexts::of));
  }

  private static Stream<String> of(Section section) {
    return Stream.of(
            Stream.of(section.heading()),
            section.paragraphs().stream(),
            section.items().stream().flatMap(item -> Stream.of(item.lead(), item.body())),
            section.figures().stream().flatMap(ReportTexts::of),
            section.tables().stream().flatMap(ReportTexts::of),
            section.meanings().stream())
        .flatMap(texts -> texts);
  }

  private static Stream<String> of(Figure figure) {
    return Stream.of(figure.label(), figure.subtitle(), figure.alternative(), figure.source());
  }

  private static Stream<String> of(Table table) {
    return Stream.of(
            Stream.of(table.label(), table.caption()),
            table.headings().stream().map(Table.Heading::text),
            table.rows().stream().map(Table.Row::name),
            table.rows().stream().flatMap(row -> row.cells().stream()).map(TableCell::text),
            table.notes().stream())
        .flatMap(texts -> texts);
  }
}
