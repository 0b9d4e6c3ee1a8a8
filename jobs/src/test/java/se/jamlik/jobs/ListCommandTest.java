package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ListCommandTest {

  @Test
  void anIndicatorWhoseCodesNobodyHasVerifiedSaysSo() {
    List<String> indicators = listed("indicators");

    assertThat(indicators).hasSize(47);
    assertThat(indicators)
        .contains(
            "SIPCORE       Samordnad individuell plan (SIP) bland de mest sjuka äldre",
            "ADHD10_17     Läkemedel mot adhd, 10-17 år (codes not verified)");
  }

  @Test
  void aTableTellsWhoDeliversItAndWhetherTheNightNeedsIt() {
    assertThat(listed("tables"))
        .hasSize(17)
        .contains(
            "par_slutenvard    region        required", "bu                municipality  optional");
  }

  @Test
  void releasesOfNoInstallationAreWrongUse() {
    assertThat(
            new CommandLine(new ListCommand())
                .setErr(new PrintWriter(new StringWriter()))
                .execute("releases"))
        .isEqualTo(2);
  }

  private static List<String> listed(String what) {
    StringWriter printed = new StringWriter();
    int exitCode =
        new CommandLine(new ListCommand())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(new PrintWriter(printed))
            .execute(what);
    assertThat(exitCode).isZero();
    return printed.toString().lines().toList();
  }
}
