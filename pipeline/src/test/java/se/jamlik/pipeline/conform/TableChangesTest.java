package se.jamlik.pipeline.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TableChangesTest {
  private static final Map<String, String> FILES =
      Map.of("1", "sol/a.csv", "2", "sol/b.csv", "3", "sol/c.csv");

  @Test
  void nothingHasChangedWhenTheSameWasThere() {
    assertThat(new TableChanges("2-1-8:1:aa,2:bb", "2-1-8:1:aa,2:bb").kinds()).isEmpty();
  }

  @Test
  void aTableThatWasNotThereWasNeverMade() {
    assertThat(new TableChanges("", "2-1-8:1:aa").kinds()).containsExactly("never made");
  }

  @Test
  void manyDeliveriesThatHaveComeAreOneKindOfChange() {
    TableChanges changes = new TableChanges("2-1-8:1:aa", "2-1-8:1:aa,2:bb,3:cc");

    assertThat(changes.kinds()).containsExactly("new deliveries");
    assertThat(changes.byName(FILES::get)).containsExactly("new: sol/b.csv", "new: sol/c.csv");
  }

  @Test
  void aDeliveryWithOtherBytesHasComeAndGone() {
    TableChanges changes = new TableChanges("2-1-8:1:aa,2:bb", "2-1-8:1:aa,3:bb");

    assertThat(changes.kinds())
        .containsExactly("new deliveries", "deliveries that take no part any more");
    assertThat(changes.byName(FILES::get)).containsExactly("new: sol/c.csv", "gone: sol/b.csv");
  }

  @Test
  void otherRulesOrBucketsAreACauseBesideTheDeliveries() {
    assertThat(new TableChanges("2-1-8:1:aa,2:bb", "2-1-16:1:aa").kinds())
        .containsExactly("rules of reading", "deliveries that take no part any more");
  }

  @Test
  void aTableWithoutDeliveriesHasNone() {
    assertThat(new TableChanges("2-1-8:1:aa", "2-1-8:").byName(FILES::get))
        .containsExactly("gone: sol/a.csv");
  }
}
