package se.jamlik.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class WarningLogTest {
  @Test
  void ourWarningsAreHeardWhileARunLastsAndThoseOfTheEngineNever() {
    List<String> heard = new ArrayList<>();

    try (WarningLog log = WarningLog.into(heard::add)) {
      LoggerFactory.getLogger("se.jamlik.pipeline.adapt.Adapt").warn("{} is new", "sol/1.csv");
      LoggerFactory.getLogger("se.jamlik.pipeline.adapt.Adapt").info("nothing of note");
      LoggerFactory.getLogger("org.apache.spark.sql.Dataset").error("cannot cast 'E11 Anna'");
      assertThat(log).isNotNull();
    }
    LoggerFactory.getLogger("se.jamlik.pipeline.adapt.Adapt").warn("too late");

    assertThat(heard).containsExactly("sol/1.csv is new");
  }

  @Test
  void ourWarningsAreHeardAlsoAfterAnotherConfigurationHasTakenTheOldOnesPlace() {
    List<String> heard = new ArrayList<>();

    try (WarningLog log = WarningLog.into(heard::add)) {
      ((LoggerContext) LogManager.getContext(false)).reconfigure();
      LoggerFactory.getLogger("se.jamlik.pipeline.adapt.Adapt").warn("{} is new", "sol/1.csv");
      assertThat(log).isNotNull();
    }
    LoggerFactory.getLogger("se.jamlik.pipeline.adapt.Adapt").warn("too late");

    assertThat(heard).containsExactly("sol/1.csv is new");
  }
}
