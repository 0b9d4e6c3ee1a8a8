package se.jamlik.jobs;

import java.beans.PropertyChangeListener;
import java.util.function.Consumer;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;

/**
 * Changes how is logged, and changes it again whenever the configuration is replaced: under
 * spark-submit Spark loads its own once more when a session starts.
 */
final class EachLogConfiguration implements AutoCloseable {
  private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);
  private final PropertyChangeListener replaced;

  private EachLogConfiguration(Consumer<LoggerContext> change) {
    // What the change itself tells of is the configuration that stands.
    this.replaced =
        event -> {
          if (event.getOldValue() != event.getNewValue()) {
            change.accept(logging);
          }
        };
    change.accept(logging);
    logging.addPropertyChangeListener(replaced);
  }

  static EachLogConfiguration changedBy(Consumer<LoggerContext> change) {
    return new EachLogConfiguration(change);
  }

  @Override
  public void close() {
    logging.removePropertyChangeListener(replaced);
  }
}
