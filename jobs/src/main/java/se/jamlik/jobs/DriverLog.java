package se.jamlik.jobs;

import java.util.Optional;
import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * What a driver under spark-submit says: our own warnings alone, because Spark and Hadoop may quote
 * a value of a row. There the program's file of levels is not read; elsewhere it says the same.
 */
final class DriverLog {
  /** What spark-submit is given by those who want to hear more. */
  static final String LEVEL = "spark.log.level";

  private DriverLog() {}

  /** From the start, also before a command starts its session; nothing where all may be heard. */
  static Optional<EachLogConfiguration> silence(Properties system) {
    return SparkSessions.isSubmitted(system) && system.getProperty(LEVEL) == null
        ? Optional.of(EachLogConfiguration.changedBy(DriverLog::silence))
        : Optional.empty();
  }

  private static void silence(LoggerContext logging) {
    logging.getConfiguration().getRootLogger().setLevel(Level.OFF);
    WarningLog.ours(logging).setLevel(Level.WARN);
    logging.updateLoggers();
  }
}
