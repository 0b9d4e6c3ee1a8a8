package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Diagnosis codes at the edges of the code lists, in all the ways in which they are written. */
final class RandomCodes {
  private static final List<String> TURNING =
      RandomDraw.lines(
          """
          D489 D49 D50 D899 H599 H60 H959 C97 C978 C98 C000 Z51 Z515 Z52 Z500 O00 O998 P000 R18 R189 K703 B180 K704 I850
          E119 E112 E108 E149 I110 I130 I132 J65 Z943 J81 J41 J44 J459 J450 J46 J47 I50 I509 V011 W190 X60 Y349 Z000 U071
          F09 F10 F99 F100 F990 G00 F000 F03 F059 F32 F419 F20 F90 N390 R296 S000
          I10 J40 J42 E10 E116 E109 C77 C80 C509 F009 G30 N180 M05 I21 I252 B20 A000 T140 S720
          """);
  private static final List<String> CAUSES =
      RandomDraw.lines(
          """
          V99 V999 W00 W000 W19 W199 W20 X00 X59 X60 X600 X84 X849 X85 Y10 W18 X70
          """);
  private static final List<String> UNMATCHABLE =
      List.of("464,01", "N06AB04", "J4", "I1", "12345", "ÅÄÖ", "I10-", "E1191234", "X");

  private final List<String> listed = new ArrayList<>();

  RandomCodes() {
    for (String list : List.of("calderon60", "charlson_se", "paverkbar", "hfrs")) {
      listed.addAll(ReferenceCodeList.named(list).groupsByPrefix().keySet());
    }
  }

  String any(RandomDraw draw) {
    if (draw.chance(0.04)) {
      return draw.oneOf(UNMATCHABLE);
    }
    String code = draw.oneOf(draw.chance(0.5) ? TURNING : listed);
    if (code.length() > 3 && draw.chance(0.1)) {
      code = code.substring(0, code.length() - 1);
    } else if (code.length() < 5 && draw.chance(0.3)) {
      code += draw.one("0", "1", "9", "A", "P", "X");
    }
    return written(code, draw);
  }

  /** An external cause at the edges of falls and of self-harm. */
  String cause(RandomDraw draw) {
    return draw.chance(0.05)
        ? draw.oneOf(UNMATCHABLE)
        : written(draw.oneOf(draw.chance(0.85) ? CAUSES : TURNING), draw);
  }

  private static String written(String code, RandomDraw draw) {
    String text = code;
    if (text.length() > 3 && draw.chance(0.3)) {
      text = text.substring(0, 3) + "." + text.substring(3);
    }
    if (draw.chance(0.1)) {
      text = text + draw.one("-P", "P");
    }
    return draw.chance(0.15) ? text.toLowerCase(Locale.ROOT) : text;
  }
}
