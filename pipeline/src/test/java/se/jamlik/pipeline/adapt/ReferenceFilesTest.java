package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ExitCode;
import se.jamlik.pipeline.vocabulary.ReferenceValue;
import se.jamlik.pipeline.vocabulary.Sha256;
import se.jamlik.pipeline.vocabulary.UserError;

class ReferenceFilesTest {
  private static final Definitions DEFINITIONS = Definitions.load();

  @TempDir private Path inbox;
  private Path folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(inbox.resolve("reference"));
  }

  @Test
  void anInboxWithoutTheFolderHasNone() throws IOException {
    Files.delete(folder);

    assertThat(ReferenceFiles.read(inbox, DEFINITIONS)).isEqualTo(ReferenceFiles.NONE);
  }

  @Test
  void valuesAreReadInOrderWithTheFilesTheyCameFrom() throws IOException {
    write(
        "riket.csv",
        """
        indicator;period;area;value;ci_low;ci_high;source
        READM30;2024;riket;17,2;17,0;17,4;Socialstyrelsen

        FALL65;2022-2024;Liknande kommuner;2900.5;;;"Kolada; egen bearbetning"
        """);

    ReferenceFiles read = ReferenceFiles.read(inbox, DEFINITIONS);

    assertThat(read.values())
        .containsExactly(
            new ReferenceValue(
                "FALL65",
                "2022-2024",
                "Liknande kommuner",
                2900.5,
                null,
                null,
                "Kolada; egen bearbetning"),
            new ReferenceValue("READM30", "2024", "riket", 17.2, 17.0, 17.4, "Socialstyrelsen"));
    assertThat(read.files())
        .containsExactly(
            new ReferenceFiles.ReadFile(
                "reference/riket.csv", Sha256.of(folder.resolve("riket.csv"))));
  }

  @Test
  void everyProblemIsToldAtOnceAndNoValue() throws IOException {
    write(
        "a.csv",
        """
        indicator,period,area,value,ci_low,source
        FALLS,2024,riket,1,,SCB
        MM2,24,,x,,SCB
        MM2,2024,riket,20,19,SCB
        MM3,2024,riket,20
        MM3,2024,riket,20,,SCB
        """);
    write("b.csv", "indicator,period,area,value,source\nMM3,2024,riket,21,SCB\n");
    write("c.csv", "indicator,value\n");
    write("d.json", "{}");
    Files.write(folder.resolve("e.csv"), "källa".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> ReferenceFiles.read(inbox, DEFINITIONS))
        .isInstanceOfSatisfying(
            UserError.class, error -> assertThat(error.exitCode()).isEqualTo(ExitCode.DELIVERY))
        .hasMessage(
            """
            Cannot read reference: 10 problems (expected none). Mend the files or take them away.
            reference/a.csv line 2: there is no such indicator
            reference/a.csv line 3: period is none (expected such as 2024, 2023-2025 or R12-2026-10)
            reference/a.csv line 3: area is missing
            reference/a.csv line 3: value is not a number
            reference/a.csv line 4: ci_low and ci_high are no interval around value (expected both or none)
            reference/a.csv line 5: too few or too many fields (expected 6)
            reference/b.csv line 2: indicator, period and area are those of reference/a.csv line 6 (expected one value of each)
            reference/c.csv: the columns are others (expected indicator, period, area, value, source, and perhaps ci_low and ci_high, or Kolada's kpi, municipality, period, gender and value)
            reference/d.json: it is no answer of Kolada's (expected values in JSON)
            reference/e.csv: it is not UTF-8""");
  }

  /** As the service answers: N21701 is that of HTJ65, U20462 a mean of three years. */
  @Test
  void whatKoladaAnswersIsReadAsItIs() throws IOException {
    write(
        "kolada.json",
        """
        {"count": 4, "next_page": null, "values": [
          {"kpi": "N21701", "municipality": "0000", "period": 2024, "values": [
            {"count": 1, "gender": "K", "status": "", "value": 9.1},
            {"count": 1, "gender": "T", "status": "", "value": 7.8}]},
          {"kpi": "N21701", "municipality": "2480", "period": 2024, "values": [
            {"count": 1, "gender": "T", "status": "Missing", "value": null}]},
          {"kpi": "U20462", "municipality": "G176723", "period": 2024, "values": [
            {"count": 7, "gender": "T", "status": "", "value": 2893}]},
          {"kpi": "N00945", "municipality": "0000", "period": 2024, "values": [
            {"count": 1, "gender": "T", "status": "", "value": 1}]}]}
        """);

    assertThat(ReferenceFiles.read(inbox, DEFINITIONS).values())
        .containsExactly(
            new ReferenceValue("FALL65", "2022-2024", "G176723", 2893, null, null, "Kolada U20462"),
            new ReferenceValue("HTJ65", "2024", "riket", 7.8, null, null, "Kolada N21701"));
  }

  @Test
  void aTextOfKoladasValuesIsReadToo() throws IOException {
    write(
        "kolada.csv",
        """
        kpi,municipality_id,municipality,period,gender,value
        N21704,0000,Riket,2023,T,18.2
        N21704,0000,Riket,2023,K,20.1
        N21704,2480,Umeå,2023,T,
        N00945,0000,Riket,2023,T,1
        """);

    assertThat(ReferenceFiles.read(inbox, DEFINITIONS).values())
        .containsExactly(
            new ReferenceValue("HTJ80", "2023", "riket", 18.2, null, null, "Kolada N21704"));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
