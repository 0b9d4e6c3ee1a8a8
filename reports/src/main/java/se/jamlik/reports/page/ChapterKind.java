package se.jamlik.reports.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every chapter that a report can have, in the order of the standard report. A new chapter is a
 * constant here and a case below: its name, in lower case with hyphens, is what settings call it.
 */
public enum ChapterKind {
  POPULATION,
  MULTIMORBIDITY,
  EQUITY,
  MUNICIPALITIES,
  OLD,
  CHILDREN,
  DEVELOPMENT,
  COMORBIDITY,
  METHOD,
  IN_DEPTH,
  ALL_INDICATORS,
  DEFINITIONS,
  QUERIES;

  /** Long tables stand after the chapters, for those who look something up. */
  private static final Set<ChapterKind> APPENDICES =
      Set.of(IN_DEPTH, ALL_INDICATORS, DEFINITIONS, QUERIES);

  boolean isAppendix() {
    return APPENDICES.contains(this);
  }

  /** The chapter with its number; one that has nothing to tell says so. */
  Chapter chapter(Desk desk, String number) {
    return switch (this) {
      case POPULATION -> new PopulationChapter(desk).chapter(number);
      case MULTIMORBIDITY -> new MultimorbidityChapter(desk).chapter(number);
      case EQUITY -> new EquityChapter(desk).chapter(number);
      case MUNICIPALITIES -> new MunicipalitiesChapter(desk).chapter(number);
      case OLD -> new OldChapter(desk).chapter(number);
      case CHILDREN -> new ChildrenChapter(desk).chapter(number);
      case DEVELOPMENT -> new DevelopmentChapter(desk).chapter(number);
      case COMORBIDITY -> new ComorbidityChapter(desk).chapter(number);
      case METHOD -> new MethodChapter(desk).chapter(number);
      case IN_DEPTH -> new DepthChapter(desk).chapter(number);
      case ALL_INDICATORS -> new AllIndicatorsChapter(desk).chapter(number);
      case DEFINITIONS -> new DefinitionsChapter(desk).chapter(number);
      case QUERIES -> new QueriesChapter(desk).chapter(number);
    };
  }

  /**
   * What the chapter has no room for, for the appendix in depth. Asked for after all chapters, so
   * that figures and tables are numbered in the order they are read.
   */
  List<Section> depth(Desk desk) {
    return switch (this) {
      case EQUITY -> new EquityChapter(desk).depth();
      case MUNICIPALITIES -> new MunicipalitiesChapter(desk).depth();
      case OLD -> new OldChapter(desk).depth();
      case CHILDREN -> new ChildrenChapter(desk).depth();
      case DEVELOPMENT -> new DevelopmentChapter(desk).depth();
      case COMORBIDITY -> new ComorbidityChapter(desk).depth();
      case METHOD -> new MethodChapter(desk).depth();
      default -> List.of();
    };
  }

  /** The name in settings: {@code all-indicators}. */
  public String settingName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The chapter of a name in settings. */
  public static Optional<ChapterKind> named(String name) {
    return Stream.of(values()).filter(kind -> kind.settingName().equals(name)).findFirst();
  }
}
