package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.jamlik.pipeline.conform.GoodFiles.Good;

/**
 * Good files spoiled at random: each is read, its rows kept or set aside with a reason, or refused
 * with one; its account balances by a count that knows nothing of fields; and nothing is thrown.
 *
 * <p>Runs for as long as one likes from the class path of the tests: {@code java -cp ... FuzzTest
 * <seed> <mutants>}.
 */
class FuzzTest {
  private static final long SEED = 20_261_122;
  private static final int MUTANTS = 2_000;
  private static final int AT_A_TIME = 250;
  private static final Pattern OUTCOME =
      Pattern.compile("(\\d+) rows, (\\d+) blank((?:; \\d+ from line \\d+: [^;]+)*)");
  private static final Pattern ASIDE = Pattern.compile("; (\\d+) from line (\\d+): [^;]+");

  @Test
  void everySpoiledFileHasAnOutcomeAndItsAccountBalances(@TempDir Path folder) throws IOException {
    Map<String, Integer> outcomes = outcomes(folder, SEED, MUTANTS);

    assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(MUTANTS);
    assertThat(outcomes.keySet()).containsExactlyInAnyOrder("accepted", "quarantined", "refused");
    assertThat(outcomes.values()).allMatch(count -> count > MUTANTS / 20);
  }

  /** How many mutants had each outcome. */
  public static void main(String[] arguments) throws IOException {
    long seed = Long.parseLong(arguments[0]);
    Path folder = Files.createTempDirectory("fuzz");
    System.out.println(outcomes(folder, seed, Integer.parseInt(arguments[1])));
  }

  private static Map<String, Integer> outcomes(Path folder, long seed, int mutants)
      throws IOException {
    List<Good> good = GoodFiles.all();
    Random random = new Random(seed);
    Mutations mutations = new Mutations(random);
    Map<String, Integer> outcomes = new TreeMap<>();
    for (int from = 0; from < mutants; from += AT_A_TIME) {
      Path place = Files.createDirectories(folder.resolve("from-" + from));
      JudgedInbox inbox = new JudgedInbox(place);
      Map<String, byte[]> files = new HashMap<>();
      for (int mutant = from; mutant < Math.min(mutants, from + AT_A_TIME); mutant++) {
        Good file = good.get(random.nextInt(good.size()));
        String name = "%s/%d%s".formatted(file.table(), mutant, file.ending());
        files.put(name, mutations.of(file));
        inbox.with(name, files.get(name));
      }
      Map<String, String> judged = inbox.judged();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        String outcome = judged.getOrDefault(file.getKey(), "repeated");
        String told = "seed %d, %s: %s".formatted(seed, file.getKey(), outcome);
        outcomes.merge(checked(outcome, file.getKey(), file.getValue(), told), 1, Integer::sum);
      }
      deleted(place);
    }
    return outcomes;
  }

  /** The kind of an outcome that is as it should be. */
  private static String checked(String outcome, String file, byte[] bytes, String told) {
    if (outcome.startsWith("refused: ")) {
      assertThat(outcome)
          .as(told)
          .startsWith("refused: Cannot read " + file + ": ")
          .contains(" Ask the sender for a new delivery");
      return "refused";
    }
    if (outcome.equals("repeated")) {
      return "accepted"; // two mutants of one kind may be equal
    }
    Matcher parts = OUTCOME.matcher(outcome);
    assertThat(parts.matches()).as(told).isTrue();
    long rows = Long.parseLong(parts.group(1));
    if (!file.endsWith(".parquet")) {
      List<Boolean> blanks = blankLines(unpacked(file, bytes));
      long blank = blanks.stream().skip(1).filter(isBlank -> isBlank).count();
      assertThat(List.of(rows, Long.parseLong(parts.group(2))))
          .as(told)
          .containsExactly(blanks.size() - 1 - blank, blank);
    }
    Matcher asides = ASIDE.matcher(parts.group(3));
    long aside = 0;
    while (asides.find()) {
      aside += Long.parseLong(asides.group(1));
      assertThat(Long.parseLong(asides.group(2))).as(told).isGreaterThan(1);
    }
    assertThat(aside).as(told).isLessThanOrEqualTo(rows);
    return aside == 0 ? "accepted" : "quarantined";
  }

  /** For each line that a line feed or the end of the bytes ends, whether it is blank. */
  private static List<Boolean> blankLines(byte[] bytes) {
    List<Boolean> lines = new ArrayList<>();
    boolean isBlank = true;
    boolean hasBegun = false;
    for (byte value : bytes) {
      hasBegun = value != '\n';
      if (value == '\n') {
        lines.add(isBlank);
        isBlank = true;
      } else {
        isBlank &= " \t\r\u000b\f".indexOf(value) >= 0;
      }
    }
    if (hasBegun) {
      lines.add(isBlank);
    }
    return lines;
  }

  private static byte[] unpacked(String file, byte[] bytes) {
    if (!file.endsWith(".gz")) {
      return bytes;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(file + " was read and is no gzip", e);
    }
  }

  private static void deleted(Path place) throws IOException {
    try (Stream<Path> paths = Files.walk(place)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
