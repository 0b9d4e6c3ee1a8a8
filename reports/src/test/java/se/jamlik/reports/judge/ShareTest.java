package se.jamlik.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import se.jamlik.reports.release.Estimate;
import se.jamlik.reports.release.Interval;

class ShareTest {

  @Test
  void theIntervalIsWilsons() {
    // 81 of 263 is the example of Newcombe, Statistics in Medicine 1998;17:857: 0.2553 to 0.3662.
    Estimate share = Share.of(81, 263);

    Interval interval = share.interval().orElseThrow();
    assertThat(share.value()).isEqualTo(100 * 81 / 263.0, within(1e-9));
    assertThat(interval.low()).isEqualTo(25.53, within(0.005));
    assertThat(interval.high()).isEqualTo(36.62, within(0.005));
  }

  @Test
  void nobodyOfAFewMayStillBeAQuarter() {
    Interval interval = Share.of(0, 10).interval().orElseThrow();

    assertThat(interval.low()).isEqualTo(0, within(1e-9));
    assertThat(interval.high()).isEqualTo(27.75, within(0.005));
  }
}
