package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those who check a report before it is published can read of it. */
class ReportTextTest {

  @TempDir private Path folder;

  @Test
  void everythingThatAReportSaysIsRead() throws Exception {
    List<Path> files =
        Reports.write(
            InventedRelease.write(folder.resolve("release")), folder.resolve("to"), Language.SV);

    String pdf = plain(files.get(0));
    assertThat(pdf)
        .startsWith("Jämlik vård i ")
        .contains("Antal över noll men under 5 personer")
        .contains("oversikt.csv", "\"95 % KI, undre gräns\"");
    String page = plain(files.get(1));
    assertThat(page)
        .startsWith("Jämlik vård i ")
        .contains("Antal över noll men under 5 personer", "Kvintil 1 (lägst inkomst)")
        .contains("Linjediagram: ")
        .containsPattern("uppåtpil|nedåtpil|punkt")
        .doesNotContain("<td", "base64", "font-family");
    String workbook = plain(files.get(files.size() - 1));
    assertThat(workbook)
        .contains("Läs mig - Read me", "Ett dolt värde är aldrig 0", "Umeå", "suppressed");
  }

  @Test
  void wordsOfOneLineOfAPageStayTogether() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("a.html"),
            "<html><style>p { }</style><p><strong>3</strong> personer &amp; <td>4</td><td>personer</td>"
                + "<a title=\"2 personer\">x</a></html>");

    assertThat(ReportText.of(page).lines())
        .containsExactly("3 personer & ", "4", "personer", "x", "2 personer");
  }

  @Test
  void ofTheNumbersOfAWorkbookOnlyTheLongOnesAreTold() throws IOException {
    Path file = folder.resolve("a.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Jamlik", null)) {
      Worksheet sheet = workbook.newWorksheet("Blad");
      sheet.value(0, 0, 198112189876L);
      sheet.value(0, 1, 26.4);
      sheet.value(0, 2, "3 personer");
      sheet.inlineString(0, 3, "inne");
    }

    assertThat(ReportText.of(file).lines())
        .contains("198112189876", "3 personer", "inne", "Blad")
        .noneMatch(line -> line.startsWith("26"));
  }

  @Test
  void damagedFilesAreNotRead() throws IOException {
    for (String name : List.of("a.pdf", "a.html", "a.xlsx")) {
      Path file = Files.write(folder.resolve(name), new byte[] {(byte) 0xC3, 0x28});

      assertThatThrownBy(() -> ReportText.of(file)).isInstanceOf(IOException.class);
    }
  }

  private static String plain(Path file) throws IOException {
    return ReportText.of(file).replaceAll("[\\s\u00A0\u202F]+", " ");
  }
}
