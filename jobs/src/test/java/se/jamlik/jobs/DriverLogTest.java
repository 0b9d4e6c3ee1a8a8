package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DriverLogTest {
  private final LoggerContext logging = (LoggerContext) LogManager.getContext(false);

  @BeforeEach
  void sparkHasSetItsOwnLevel() {
    Configurator.setRootLevel(Level.INFO);
  }

  @AfterEach
  void theLevelsArePutBack() {
    logging.reconfigure();
  }

  @Test
  void underSparkSubmitOurWarningsAloneAreHeardFromTheStart() {
    try (EachLogConfiguration log = DriverLog.silence(submitted()).orElseThrow()) {
      assertThat(log).isNotNull();
      assertThat(level("org.apache.spark.SparkContext")).isEqualTo(Level.OFF);
      assertThat(level("se.jamlik.pipeline.adapt.Adapt")).isEqualTo(Level.WARN);
    }
  }

  @Test
  void whatSparkLoadsLaterIsSilencedToo() {
    try (EachLogConfiguration log = DriverLog.silence(submitted()).orElseThrow()) {
      logging.reconfigure();

      assertThat(log).isNotNull();
      assertThat(level("org.apache.spark.SparkContext")).isEqualTo(Level.OFF);
    }
  }

  @Test
  void whoAsksForALevelHearsIt() {
    Properties system = submitted();
    system.setProperty("spark.log.level", "INFO");

    assertThat(DriverLog.silence(system)).isEmpty();
    assertThat(level("org.apache.spark.SparkContext")).isEqualTo(Level.INFO);
  }

  private static Properties submitted() {
    Properties system = new Properties();
    system.setProperty("spark.master", "local[2]");
    return system;
  }

  private static Level level(String logger) {
    return LogManager.getLogger(logger).getLevel();
  }
}
