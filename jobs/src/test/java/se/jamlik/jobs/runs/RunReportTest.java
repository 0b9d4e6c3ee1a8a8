package se.jamlik.jobs.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import se.jamlik.pipeline.publish.ReleaseDifference;
import se.jamlik.pipeline.publish.ReleaseDifference.Changed;

class RunReportTest {
  private static final String PUBLISHED =
      """
      {"run": "20261122T030000.000Z", "state": "published", "as_of": "2026-11-22",
       "started_at": "2026-11-22T03:00:00Z", "ended_at": "2026-11-22T03:02:30.500Z",
       "exit_code": 0, "code_version": "0.1.0+1a2b3c4", "release": "2026-11-22.1",
       "message": "Published release 2026-11-22.1",
       "stages": [
         {"stage": "adapt", "new_files": 2, "rows": 12345, "seconds": 1.26},
         {"stage": "link", "periods": 6, "made": 3, "reused": 270, "seconds": 18.34,
          "why": {"a": 1, "b": 1, "changed data": 2, "changed settings": 9, "d": 1, "e": 1}}],
       "inputs": [
         {"file": "dors/2020.csv", "is_new": false, "rows": 35, "accepted": 35, "quarantined": 0,
          "duplicates": 0, "verdict": "accepted"},
         {"file": "sol/a.csv", "is_new": true, "rows": 10, "accepted": 10, "quarantined": 0,
          "duplicates": 0, "verdict": "accepted"},
         {"file": "sol/b<c.csv", "is_new": true, "rows": 1200, "accepted": 1190, "quarantined": 7,
          "duplicates": 3, "verdict": "accepted_with_quarantine"}],
       "link_rates": {"dors": 0.8, "sol": 0.99999},
       "quarantine_reasons": {"sol": {"'kommun' is empty": 7}},
       "skip": ["eb/late.csv"], "refused": ["Cannot read eb/late.csv: no column 'datum'."],
       "quality_warnings": ["dors 2020: fewer_linked: the row belongs to nobody (7 of 35, 20 %)"],
       "poorly_linked": ["dors"]}
      """;

  private static final char NO_BREAK = '\u00a0';

  @TempDir private Path out;

  @Test
  void aPublishedRunTellsItsStagesDeliveriesReasonsAndWarnings() throws Exception {
    Document page = page(PUBLISHED);

    assertThat(texts(page, "h1")).containsExactly("Run 1: published");
    assertThat(texts(page, "h2"))
        .containsExactly(
            "Stages",
            "Quality checks that warn or failed",
            "Set aside by the operator",
            "New deliveries",
            "Quarantined rows by reason",
            "Tables");
    assertThat(texts(page, "dd"))
        .containsExactly(
            "2026-11-22",
            "2026-11-22.1",
            "0",
            "2026-11-22 03:00:00 UTC",
            "2026-11-22 03:02:30 UTC",
            "2 min 31 s",
            "0.1.0+1a2b3c4");
    assertThat(rows(page))
        .containsExactly(
            List.of("adapt", "1.3", "2 new files, 12 345 rows", "", "", ""),
            List.of(
                "link",
                "18.3",
                "6 periods",
                "3",
                "270",
                "changed settings (9), changed data (2), a (1), b (1), and 2 more"),
            List.of("all", "19.6", "", "3", "270", ""),
            List.of("sol/b<c.csv", "1 200", "1 190", "7", "3", "accepted with quarantine"),
            List.of("sol/a.csv", "10", "10", "0", "0", "accepted"),
            List.of("sol", "'kommun' is empty", "7"),
            List.of("dors", "1", "0", "35", "0", "0", "80.0", "too few"),
            // One of 100 000 rows belongs to nobody: that is not all of them.
            List.of("sol", "2", "2", "1 210", "7", "3", "99.9", ""));
    assertThat(texts(page, "li"))
        .containsExactly(
            "dors 2020: fewer_linked: the row belongs to nobody (7 of 35, 20 %)",
            "eb/late.csv", "Cannot read eb/late.csv: no column 'datum'.");
  }

  @Test
  void aRunThatFailedEarlyHasItsMessageAndNothingThatIsNotThere() throws Exception {
    Document page =
        page(
            """
            {"state": "failed", "started_at": "2026-11-22T03:00:00Z", "exit_code": 5,
             "message": "Cannot read sol/x.csv: no column.\\nsol/y.csv: no column.",
             "stages": []}
            """);

    assertThat(texts(page, "h2")).isEmpty();
    assertThat(texts(page, "p"))
        .containsExactly("Cannot read sol/x.csv: no column.\nsol/y.csv: no column.");
    assertThat(page.getElementsByTagName("p").item(0).getAttributes().getNamedItem("class"))
        .hasToString("class=\"message failed\"");
  }

  @Test
  void ofManyNewDeliveriesThoseWithSomethingToTellComeFirstAndTheRestIsCounted() throws Exception {
    String files =
        IntStream.rangeClosed(1, 40)
            .mapToObj(
                at ->
                    "{\"file\": \"sol/%d.csv\", \"is_new\": true, \"verdict\": \"%s\"}"
                        .formatted(at, at == 40 ? "refused" : "accepted"))
            .collect(Collectors.joining(","));
    Document page =
        page(
            """
            {"state": "failed", "started_at": "2026-11-22T03:00:00Z", "stages": [], "inputs": [%s]}
            """
                .formatted(files));

    assertThat(rows(page)).hasSize(31);
    assertThat(rows(page).get(0)).containsExactly("sol/40.csv", "refused");
    assertThat(Files.readString(out.resolve("runs/1/report.html")))
        .contains("40 files; the 10 that are not shown were taken as they are or like those below");
  }

  @Test
  void columnsThatNoStageTellsOfAreLeftOut() throws Exception {
    Document page =
        page(
            """
            {"state": "nothing_to_do", "started_at": "2026-11-22T03:00:00Z",
             "stages": [{"stage": "adapt", "rows": 3, "seconds": 1.2}]}
            """);

    assertThat(texts(page, "th")).containsExactly("Stage", "Seconds", "Counts", "adapt");
  }

  @Test
  void thePageStandsAloneWithoutScripts() throws Exception {
    page(PUBLISHED);

    String html = Files.readString(out.resolve("runs/1/report.html"));

    assertThat(html)
        .contains("lang=\"en\"")
        .doesNotContain("xmlns:th", " th:", "<script", "javascript", "src=", "href=", "url(");
  }

  @Test
  void eachTableIsNamedByAHeadingAndHasHeadsForItsColumnsAndRows() throws Exception {
    Document page = page(PUBLISHED);

    NodeList heads = page.getElementsByTagName("th");
    for (int at = 0; at < heads.getLength(); at++) {
      assertThat(heads.item(at).getAttributes().getNamedItem("scope")).isNotNull();
    }
    NodeList sections = page.getElementsByTagName("section");
    for (int at = 0; at < sections.getLength(); at++) {
      String id = sections.item(at).getAttributes().getNamedItem("aria-labelledby").getNodeValue();
      assertThat(page.getElementsByTagName("h2").item(at).getAttributes().getNamedItem("id"))
          .hasToString("id=\"" + id + "\"");
    }
  }

  @Test
  void noFewPersonsAndNoPersonnummerAreShown() throws Exception {
    // 191212121212 is the number of an invented Tolvan Tolvansson.
    page(
        """
        {"state": "failed", "started_at": "2026-11-22T03:00:00Z", "exit_code": 4,
         "message": "A table tells of 3 persons.", "stages": [],
         "quality_warnings": ["sol: 4 persons are hidden"],
         "inputs": [
           {"file": "sol/191212121212.csv", "is_new": true, "rows": 1, "verdict": "refused"}]}
        """);

    assertThat(Files.readString(out.resolve("runs/1/report.html")))
        .contains("A table tells of &lt;5 persons.", "sol: &lt;5 persons are hidden", "sol/***")
        .doesNotContain("191212121212");
  }

  @Test
  void aChangedIndicatorHasTheReasonsThatReachIt() {
    Changes changes =
        new Changes(
            "2026-11-21.1",
            new ReleaseDifference(
                List.of(
                    "another night: 2026-11-22, before 2026-11-21",
                    "new data: lmed/2026-11.csv",
                    "corrected data: sol/2026-10.csv replaces 40 earlier rows",
                    "changed definitions: 2, before 1"),
                List.of(),
                List.of(
                    new Changed("HTJ65", 0, 0, 1234, List.of()),
                    new Changed("POLY5", 12, 1, 0, List.of("changed definition")))),
            Map.of("HTJ65", Set.of("rtb_bef", "sol"), "POLY5", Set.of("rtb_bef", "lmed")));

    assertThat(changes.section().introduction()).isEqualTo("2 indicators have changed.");
    assertThat(changes.section().rows())
        .containsExactly(
            List.of("HTJ65", "0", "0", "1 234", "another night, corrected data"),
            List.of("POLY5", "12", "1", "0", "changed definition, another night, new data"));
  }

  @Test
  void ofManyChangedIndicatorsTheRestIsCounted() {
    List<Changed> many = new ArrayList<>();
    for (int at = 0; at < 40; at++) {
      many.add(new Changed("I" + at, 1, 0, 0, List.of()));
    }
    ReportSection section =
        new Changes("2026-11-21.1", new ReleaseDifference(List.of(), List.of(), many), Map.of())
            .section();

    assertThat(section.introduction()).isEqualTo("40 indicators have changed.");
    assertThat(section.rows()).hasSize(16);
    assertThat(section.rows().get(15)).startsWith("and 25 more (jamlik diff)");
  }

  @Test
  void withoutAnEarlierReleaseNothingHasChanged() throws IOException {
    run(PUBLISHED);

    assertThat(Changes.sinceTheLast(out, "1")).isEqualTo(Optional.empty());
  }

  private Document page(String record) throws Exception {
    run(record);
    RunReport.write(out, "1");
    return parsed(Files.readString(out.resolve("runs/1/report.html")));
  }

  private void run(String record) throws IOException {
    String named = record.replace("20261122T030000.000Z", "1");
    Files.writeString(Files.createDirectories(out.resolve("runs/1")).resolve("run.json"), named);
  }

  private static Document parsed(String html)
      throws ParserConfigurationException, SAXException, IOException {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document page, String tag) {
    NodeList nodes = page.getElementsByTagName(tag);
    List<String> texts = new ArrayList<>();
    for (int at = 0; at < nodes.getLength(); at++) {
      if (!(tag.equals("p") && nodes.item(at).getParentNode().getNodeName().equals("section"))) {
        texts.add(nodes.item(at).getTextContent().strip());
      }
    }
    return texts;
  }

  private static List<List<String>> rows(Document page) {
    List<List<String>> rows = new ArrayList<>();
    NodeList all = page.getElementsByTagName("tr");
    for (int at = 0; at < all.getLength(); at++) {
      if (all.item(at).getParentNode().getNodeName().equals("tbody")) {
        List<String> cells = new ArrayList<>();
        NodeList children = all.item(at).getChildNodes();
        for (int cell = 0; cell < children.getLength(); cell++) {
          if (children.item(cell).getNodeType() == org.w3c.dom.Node.ELEMENT_NODE) {
            cells.add(children.item(cell).getTextContent().replace(NO_BREAK, ' '));
          }
        }
        rows.add(cells);
      }
    }
    return rows;
  }
}
