package se.jamlik.jobs;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.jamlik.pipeline.vocabulary.ProtectionRules;

/** What the log says of a night that protects persons less than the contract asks. */
final class UnsafeNight {
  private static final Logger LOG = LoggerFactory.getLogger(UnsafeNight.class);

  private UnsafeNight() {}

  static void warn(ProtectionRules rules) {
    if (rules.isUnsafe()) {
      LOG.warn(
          "This night protects persons less than the contract asks: {}. Its release is named unsafe, is not made current and must not be handed on.",
          String.join("; ", rules.weaker()));
    }
  }
}
