package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.ImpossibleNumbers;
import se.jamlik.pipeline.vocabulary.TableDefinition;

/**
 * A personnummer refuses the delivery wherever it stands: in each column of each table, in a header
 * and in a file name, in every format and spelling. Nothing that is written tells it.
 */
class GuardEverywhereTest {
  private static final LocalDate BORN = LocalDate.of(1948, 10, 3);
  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          twelve -> twelve,
          twelve -> ImpossibleNumbers.separated(twelve, '-'),
          twelve -> ImpossibleNumbers.separated(twelve, '+'),
          twelve -> ImpossibleNumbers.separated(twelve.substring(2), '-'),
          twelve -> ImpossibleNumbers.separated(twelve.substring(2), '+'),
          twelve -> "Ring " + twelve + ", hemma",
          twelve -> "p=" + ImpossibleNumbers.separated(twelve.substring(2), '-') + ".",
          twelve -> " " + twelve + "\u00a0");

  private final JudgedInbox inbox;
  private final List<String> numbers = new ArrayList<>();
  private int made;

  GuardEverywhereTest(@TempDir Path folder) throws IOException {
    this.inbox = new JudgedInbox(folder);
  }

  @Test
  void everyColumnOfEveryTableIsGuardedInEveryFormat() throws IOException {
    for (TableDefinition table : Definitions.load().tables()) {
      int columns = GoodFiles.names(table).size();
      for (int column = 0; column < columns; column++) {
        String text = GoodFiles.ENDINGS.get(column % 3);
        for (String ending : List.of(text, ".parquet")) {
          String number = number();
          int place = column;
          String file = "%s/%d%s".formatted(table.table(), made, ending);
          inbox.with(
              file,
              GoodFiles.bytes(table, ending, (row, at) -> row == 7 && at == place ? number : null));
        }
      }
    }

    assertThat(refusals())
        .hasSize(made)
        .allSatisfy((file, outcome) -> assertThat(outcome).contains("holds a personnummer"));
    try (Stream<Path> kept = Files.walk(inbox.out())) {
      assertThat(kept.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactly("ledger.jsonl");
    }
  }

  @Test
  void everyHeaderAndFileNameIsGuardedInEveryFormat() throws IOException {
    TableDefinition table = Definitions.load().table("sip");
    for (String ending : GoodFiles.ENDINGS) {
      for (int spelling = 0; spelling < SPELLINGS.size(); spelling++) {
        String number = number();
        byte[] good = GoodFiles.bytes(table, ending, (row, at) -> null);
        inbox.with("sip/%s %s%s".formatted("x".repeat(made), number, ending), good);
        String last = number();
        int place = GoodFiles.names(table).size() - 1;
        inbox.with(
            "sip/%d%s".formatted(made, ending),
            GoodFiles.bytes(table, ending, (row, at) -> row < 0 && at == place ? last : null));
      }
    }

    assertThat(refusals())
        .hasSize(made)
        .allSatisfy((file, outcome) -> assertThat(outcome).contains("holds a personnummer"));
  }

  @Test
  void twoNamesThatAreAlikeOnceTheyAreMaskedStopNoNight() throws IOException {
    for (int file = 0; file < 2; file++) {
      inbox.with(
          "sip/" + ImpossibleNumbers.twelve(BORN.plusDays(file)) + ".csv", "lopnr;upprattad");
    }
    Map<String, String> first = inbox.judged();

    assertThat(first).containsOnlyKeys("sip/************.csv");
    assertThat(inbox.judged()).isEqualTo(first);
  }

  /** The outcomes of all files, once it is known that nothing tells a number. */
  private Map<String, String> refusals() throws IOException {
    Heard heard = new Heard();
    LoggerContext logging = (LoggerContext) LogManager.getContext(false);
    LoggerConfig root = logging.getConfiguration().getRootLogger();
    Level before = root.getLevel();
    root.addAppender(heard, Level.WARN, null);
    root.setLevel(Level.WARN); // as much as an operator can ask for
    logging.updateLoggers();
    Map<String, String> judged = inbox.judged();
    root.removeAppender(heard.getName());
    root.setLevel(before);
    logging.updateLoggers();
    assertTellsNothing("log", String.join("\n", heard.lines));
    judged.forEach((file, outcome) -> assertTellsNothing("message", file + " " + outcome));
    try (Stream<Path> files = Files.walk(inbox.out())) {
      files
          .filter(Files::isRegularFile)
          .forEach(file -> assertTellsNothing("file", file + " " + text(file)));
    }
    return judged;
  }

  private void assertTellsNothing(String where, String text) {
    String joined = text.replaceAll("[-+]", "");
    for (String digits : numbers) {
      assertThat(joined.contains(digits)).as(where).isFalse();
    }
  }

  /** Another number each time, in the next spelling; its digits are remembered. */
  private String number() {
    String twelve = ImpossibleNumbers.twelve(BORN.plusDays(made));
    String spelt = SPELLINGS.get(made % SPELLINGS.size()).apply(twelve);
    numbers.add(twelve.substring(2));
    made++;
    return spelt;
  }

  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Hears whatever is logged. */
  private static final class Heard extends AbstractAppender {
    private final List<String> lines = new ArrayList<>();

    Heard() {
      super("heard", null, null, true, Property.EMPTY_ARRAY);
      start();
    }

    @Override
    public synchronized void append(LogEvent event) {
      lines.add(event.getMessage().getFormattedMessage());
    }
  }
}
