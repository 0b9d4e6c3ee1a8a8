package se.jamlik.jobs;

import java.util.function.Consumer;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/**
 * Hears the pipeline's own warnings while a run lasts, for its record. They hold names of files and
 * columns and counts; those of the engine, which may quote a row, are not heard.
 */
final class WarningLog implements AutoCloseable {
  private static final String OURS = "se.jamlik";

  private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);
  private final Hearing hearing;
  private final EachLogConfiguration configurations;

  private WarningLog(Consumer<String> record) {
    Hearing hearing = new Hearing(record);
    this.hearing = hearing;
    this.configurations = EachLogConfiguration.changedBy(logging -> add(hearing, logging));
  }

  static WarningLog into(Consumer<String> record) {
    return new WarningLog(record);
  }

  /** A configuration that is replaced stops what heard it. */
  private static void add(Hearing hearing, LoggerContext logging) {
    hearing.start();
    ours(logging).addAppender(hearing, Level.WARN, null);
    logging.updateLoggers();
  }

  /** Our own level: under spark-submit the file of ours is not read, and Spark's level is off. */
  static LoggerConfig ours(LoggerContext logging) {
    LoggerConfig nearest = logging.getConfiguration().getLoggerConfig(OURS);
    if (nearest.getName().equals(OURS)) {
      return nearest;
    }
    LoggerConfig own = new LoggerConfig(OURS, Level.WARN, true);
    logging.getConfiguration().addLogger(OURS, own);
    return own;
  }

  @Override
  public void close() {
    configurations.close();
    ours(logging).removeAppender(hearing.getName());
    logging.updateLoggers();
  }

  private static final class Hearing extends AbstractAppender {
    private final Consumer<String> record;

    Hearing(Consumer<String> record) {
      super("run", null, null, true, Property.EMPTY_ARRAY);
      this.record = record;
    }

    @Override
    public synchronized void append(LogEvent event) {
      if (event.getLoggerName().startsWith(OURS + ".")) {
        record.accept(event.getMessage().getFormattedMessage());
      }
    }
  }
}
