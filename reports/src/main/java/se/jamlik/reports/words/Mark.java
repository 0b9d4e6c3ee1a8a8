package se.jamlik.reports.words;

import se.jamlik.reports.judge.Tone;
import se.jamlik.reports.judge.Trend;
import se.jamlik.reports.judge.Verdict;
import se.jamlik.reports.release.Indicator.Direction;

/** A symbol with the word that says the same thing, so that colour and shape never stand alone. */
public record Mark(String symbol, String spoken, String word, String css) {

  /** How many words there is room for. */
  public enum Room {
    TABLE,
    TILE
  }

  /** Says how a place compares with the whole. */
  public static Mark of(Verdict verdict, Direction direction, Room room, Texts texts) {
    Tone tone = Tone.of(verdict, direction);
    boolean isJudged = tone == Tone.BETTER || tone == Tone.WORSE;
    return of(verdict, tone, word("mark.", isJudged ? tone : verdict, room, texts), texts);
  }

  /** Says where a measure is going. */
  public static Mark of(Trend trend, Direction direction, Room room, Texts texts) {
    Tone tone = Tone.of(trend.verdict(), direction);
    return of(trend.verdict(), tone, word("trend.", trend.verdict(), room, texts), texts);
  }

  private static String word(String stem, Enum<?> what, Room room, Texts texts) {
    String key = stem + what.name();
    return room == Room.TILE
        ? texts.find(key + ".tile").orElseGet(() -> texts.say(key))
        : texts.say(key);
  }

  private static Mark of(Verdict verdict, Tone tone, String word, Texts texts) {
    String symbol =
        switch (verdict) {
          case HIGHER -> "▲";
          case LOWER -> "▼";
          case NO_ESTABLISHED_DIFFERENCE -> "●";
          case TOO_FEW_TO_SAY, SERIES_BREAK -> Numbers.MISSING;
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
