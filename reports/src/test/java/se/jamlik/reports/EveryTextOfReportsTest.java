package se.jamlik.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.jamlik.reports.page.Report;
import se.jamlik.reports.page.ReportBuilder;
import se.jamlik.reports.release.Area;
import se.jamlik.reports.release.Cell;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Group;
import se.jamlik.reports.release.Interval;
import se.jamlik.reports.release.Release;

/**
 * What is true of every text whatever the numbers are: values, intervals, signs and gaps are drawn
 * from a seed. The claims are held against the intervals alone, not against the product's rules.
 */
class EveryTextOfReportsTest {
  private static final List<String> INDICATORS =
      List.of("MM2", "PAVERK", "READM30", "ED80", "POLY5", "HTJ65", "MSA65_CORE", "EB");
  private static final List<String> AREAS = List.of(Area.SCOPE_CODE, "Ala", "Boda", "Dal");

  /** Digits that only suppressed values have, in every unit and number of decimals. */
  private static final double CANARY = 7_676.7676;

  private static final Pattern CANARY_SHOWN = Pattern.compile("7[,.\u202F]?6[,.]?7[,.]?6");

  private static final Pattern TWO_NUMBERS = Pattern.compile("[0-9][ \u00A0]+[−-]?[0-9]");

  private static final Pattern CAUSE =
      Pattern.compile(
          "(?i)\\b(beror på|orsakar|leder till|tack vare|på grund av|because|due to|leads to|thanks to|caused by)\\b");

  @TempDir static Path folder;

  private static List<Drawn> drawn = List.of();

  /** A release drawn from a seed, and its reports in the order of its places. */
  record Drawn(int seed, Language language, Release release, List<Report> reports) {
    private static Drawn of(int seed) {
      Language language = seed % 2 == 0 ? Language.EN : Language.SV;
      Release release = ToldRelease.of(folder.resolve("seed-" + seed), cells(new Random(seed)));
      ReportBuilder builder = new ReportBuilder(release, language, ReportTemplate.STANDARD);
      return new Drawn(
          seed, language, release, places(release).stream().map(builder::about).toList());
    }

    private Report about(Area place) {
      return reports.get(places(release).indexOf(place));
    }

    @Override
    public String toString() {
      return "seed " + seed + ", " + language;
    }
  }

  @BeforeAll
  static void draw() {
    drawn = Stream.of(1, 2, 3, 4, 5, 6).map(Drawn::of).toList();
  }

  static List<Drawn> drawn() {
    return drawn;
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void noTextShowsWhatIsSuppressed(Drawn drawn) {
    assertThat(texts(drawn)).noneMatch(CANARY_SHOWN.asPredicate());
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void noTextHasTwoNumbersSideBySide(Drawn drawn) {
    assertThat(texts(drawn).filter(TWO_NUMBERS.asPredicate())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void noTextNamesACause(Drawn drawn) {
    assertThat(texts(drawn).filter(CAUSE.asPredicate())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void everyTextIsFilledIn(Drawn drawn) {
    assertThat(texts(drawn)).noneMatch(text -> text.contains("{") || text.contains("null"));
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void aHeadlineClaimsADifferenceOnlyOutsideTheInterval(Drawn drawn) {
    Release release = drawn.release();
    for (Area place : places(release)) {
      String headline = drawn.about(place).summary().headline();
      String indicator = indicator(headline);
      boolean isHigher = headline.matches(".*(högre|higher|[1-9][0-9]*[,.][0-9] (gånger|times)).*");
      boolean isLower = headline.matches(".*(lägre|lower|0[,.][0-9] (gånger|times)).*");
      boolean isBelow = headline.matches(".*\\b0[,.][0-9] (gånger|times).*");
      if (place.isScope()) {
        Cell lowest = release.cell(quintile(indicator, 1));
        Cell highest = release.cell(quintile(indicator, 5));
        assertThat(isLower || isHigher)
            .isEqualTo(!headline.matches("(Ingen|Under|No |The data).*"));
        if (isHigher && !isBelow) {
          assertThat(excludes(lowest, highest)).as(headline).isTrue();
        } else if (isLower) {
          assertThat(excludes(highest, lowest)).as(headline).isTrue();
        }
      } else {
        Cell own = release.cell(now(indicator).in(place).standardised());
        Cell whole = release.cell(now(indicator).standardised());
        assertThat(isHigher).as(headline).isEqualTo(liesAbove(own, whole));
        assertThat(isLower).as(headline).isEqualTo(liesBelow(own, whole));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void aMessageNamesExactlyTheMunicipalitiesWhoseIntervalExcludesTheWhole(Drawn drawn) {
    Release release = drawn.release();
    Report report = drawn.about(release.scope());
    String message = report.summary().messages().get(1).body();
    String indicator = indicator(report.summary().headline());
    Cell whole = release.cell(now(indicator).standardised());
    for (Area place : release.municipalities()) {
      Cell own = release.cell(now(indicator).in(place).standardised());
      assertThat(message.contains(place.name()))
          .as(place.name() + " in: " + message)
          .isEqualTo(liesAbove(own, whole) || liesBelow(own, whole));
    }
  }

  @ParameterizedTest
  @MethodSource("drawn")
  void aPreliminaryOrWarnedValueOfAHeadlineSaysSo(Drawn drawn) {
    Release release = drawn.release();
    for (Area place : release.municipalities()) {
      String headline = drawn.about(place).summary().headline();
      String indicator = indicator(headline);
      Cell own = release.cell(now(indicator).in(place).standardised());
      Cell whole = release.cell(now(indicator).standardised());
      if (own.interval().isPresent() && whole.value().isPresent()) {
        assertThat(headline.contains("†"))
            .as(headline)
            .isEqualTo(own.hasWarning() || whole.hasWarning());
        assertThat(headline.matches(".*\\((preliminärt|preliminary).*"))
            .as(headline)
            .isEqualTo(own.isPreliminary() || whole.isPreliminary());
      }
    }
  }

  /** All groups that the first pages and chapters read, some left out. */
  private static List<ToldCell> cells(Random random) {
    List<ToldCell> cells = new ArrayList<>();
    for (String indicator : INDICATORS) {
      for (String year : ToldRelease.YEARS) {
        for (String area : AREAS) {
          Group group = Group.of(indicator, year).in(new Area(area, area));
          cells.add(cell(group, random));
          cells.add(cell(group.standardised(), random));
          for (int quintile : Release.QUINTILES) {
            cells.add(cell(group.ofQuintile(quintile).standardised(), random));
          }
          if (year.equals("2025") && indicator.equals("MM2")) {
            Release.AGE_GROUPS.forEach(age -> cells.add(cell(group.aged(age), random)));
          }
        }
      }
    }
    return cells;
  }

  private static ToldCell cell(Group group, Random random) {
    // Years of one level, so that trends come about; a few levels, so that values look alike.
    double level = 20 + 10 * random.nextInt(3) + random.nextDouble();
    double width = List.of(0.01, 0.5, 3.0, 12.0).get(random.nextInt(4));
    ToldCell cell =
        ToldCell.shown(group, Estimate.of(level, Math.max(0, level - width), level + width));
    int fate = random.nextInt(10);
    if (fate == 0) {
      cell = ToldCell.shown(group, Estimate.of(CANARY, CANARY - 0.0001, CANARY)).suppressed();
    } else if (fate == 1) {
      cell = ToldCell.notComputed(group);
    } else if (fate == 2) {
      cell = cell.warned();
    } else if (fate == 3) {
      cell = cell.preliminary();
    } else if (fate == 4 && group.indicator().equals("MM2")) {
      cell = cell.withShortLookBack();
    }
    return cell;
  }

  private static Group now(String indicator) {
    return Group.of(indicator, "2025");
  }

  private static Group quintile(String indicator, int quintile) {
    return now(indicator).ofQuintile(quintile).standardised();
  }

  private static boolean liesAbove(Cell own, Cell whole) {
    return own.interval().isPresent()
        && whole.value().filter(value -> own.interval().get().low() > value).isPresent();
  }

  private static boolean liesBelow(Cell own, Cell whole) {
    return own.interval().isPresent()
        && whole.value().filter(value -> own.interval().get().high() < value).isPresent();
  }

  /** Neither interval reaches the other value: the least that a gap asks for. */
  private static boolean excludes(Cell more, Cell less) {
    Interval of = more.interval().orElseThrow();
    return of.low() > less.value().orElseThrow()
        && less.interval().orElseThrow().high() < more.value().orElseThrow();
  }

  private static String indicator(String headline) {
    if (headline.matches(".*(undvikbar|avoidable).*")) {
      return "PAVERK";
    }
    if (headline.matches(".*(akutbesök|emergency).*")) {
      return "ED80";
    }
    return headline.matches(".*(återinskrivning|readmission).*") ? "READM30" : "MM2";
  }

  private static List<Area> places(Release release) {
    return Stream.concat(Stream.of(release.scope()), release.municipalities().stream()).toList();
  }

  private static Stream<String> texts(Drawn drawn) {
    return drawn.reports().stream().flatMap(ReportTexts::of);
  }
}
