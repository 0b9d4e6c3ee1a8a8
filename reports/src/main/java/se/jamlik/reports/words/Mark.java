package se.jamlik.reports.words;

import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Indicator.Direction;

/** A symbol with the word that says the same thing, so that colour and shape never stand alone. */
public record Mark(String symbol, String spoken, String word, String css) {

  /**
   * Says how a place compares with the whole, named in genitive-free form: "högre än Umeåregionen".
   */
  public static Mark of(Verdict verdict, Direction direction, String than, Texts texts) {
    Tone tone = Tone.of(verdict, direction);
    String key = tone == Tone.NEUTRAL || tone == Tone.NONE ? verdict.name() : tone.name();
    String suffix = than.isEmpty() ? ".short" : "";
    return of(verdict, tone, texts.say("mark." + key + suffix, "than", than), texts);
  }

  /** Says where a measure is going. */
  public static Mark of(Trend trend, Direction direction, Texts texts) {
    Tone tone = Tone.of(trend.verdict(), direction);
    return of(trend.verdict(), tone, texts.say("trend." + trend.verdict()), texts);
  }

  private static Mark of(Verdict verdict, Tone tone, String word, Texts texts) {
    String symbol =
        switch (verdict) {
          case HIGHER -> "▲";
          case LOWER -> "▼";
          case NO_ESTABLISHED_DIFFERENCE -> "●";
          case TOO_FEW_TO_SAY -> Numbers.MISSING;
        };
    String css =
        switch (tone) {
          case BETTER -> "better";
          case WORSE -> "worse";
          case NEUTRAL -> "neutral";
          case NONE -> "none";
        };
    return new Mark(symbol, texts.say("symbol." + verdict), word, css);
  }
}
