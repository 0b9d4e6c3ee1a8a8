package se.jamlik.jobs;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import se.jamlik.jobs.runs.ExpectedSeconds;

/**
 * Runs the stages one after another, tells each on stderr when it is done, and shows a bar while
 * they run on a terminal, with the time that is left when each stage takes as long as in the last
 * run that published.
 */
final class StageProgress implements AutoCloseable {
  private static final double NANOS = 1e9;

  private final RunRecord record;
  private final PrintStream err;
  private final ProgressBar bar;
  private final List<String> done = new CopyOnWriteArrayList<>();
  private volatile String running = "";
  private volatile long begun = System.nanoTime();

  StageProgress(RunRecord record, int stages, PrintStream err) {
    this.record = record;
    this.err = err;
    ProgressBarBuilder builder =
        new ProgressBarBuilder()
            .setTaskName("night")
            .setInitialMax(stages)
            .setStyle(ProgressBarStyle.ASCII);
    if (isTerminal()) {
      ExpectedSeconds expected = ExpectedSeconds.asIn(record.allRuns());
      builder.setEtaFunction(
          state -> expected.left(done, running, (System.nanoTime() - begun) / NANOS));
    }
    // Off a terminal the bar would fill the operator's log: it is drawn into nothing.
    this.bar =
        (isTerminal()
                ? builder
                : builder.setConsumer(
                    new me.tongfei.progressbar.DelegatingProgressBarConsumer(line -> {})))
            .build();
  }

  // Null is JDK 17's sign that there is no terminal; from JDK 22 on the bar is drawn in any case.
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null && System.getenv("TERM") != null;
  }

  /**
   * Runs one stage; {@code counts} tells its result for the record and, but for what has parts of
   * its own, for the line. A stage counts from the end of the one before, or from the start of the
   * run, so that nothing of a night stands outside.
   */
  <T> T run(String stage, Supplier<T> work, Function<T, Map<String, Object>> counts) {
    bar.setExtraMessage(stage);
    running = stage;
    T result = work.get();
    long ended = System.nanoTime();
    double seconds = (ended - begun) / NANOS;
    begun = ended;
    Map<String, Object> told = counts.apply(result);
    record.stage(stage, told, seconds);
    err.printf(Locale.ROOT, "%-9s %-60s %7.1f s%n", stage, inWords(told), seconds);
    done.add(stage);
    bar.step();
    return result;
  }

  private static String inWords(Map<String, Object> counts) {
    return counts.entrySet().stream()
        .filter(entry -> !(entry.getValue() instanceof Map))
        .map(entry -> entry.getKey().replace('_', ' ') + " " + number(entry.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String number(Object value) {
    return value instanceof Long || value instanceof Integer
        ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue()).replace(',', ' ')
        : value.toString();
  }

  @Override
  public void close() {
    bar.close();
  }
}
