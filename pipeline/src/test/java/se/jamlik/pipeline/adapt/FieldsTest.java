package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FieldsTest {
  @Test
  void everyDelimiterStartsAField() {
    assertThat(split("a;b;c")).containsExactly("a", "b", "c");
    assertThat(split(";;")).containsExactly("", "", "");
    assertThat(split("a")).containsExactly("a");
    assertThat(split("a;b;")).containsExactly("a", "b", "");
  }

  @Test
  void aQuotedFieldMayHoldTheDelimiter() {
    assertThat(split("\"a;b\";c")).containsExactly("a;b", "c");
    assertThat(split("a;\"\"")).containsExactly("a", "");
  }

  @Test
  void aQuoteInsideQuotesIsDoubled() {
    assertThat(split("\"say \"\"hej\"\"\";b")).containsExactly("say \"hej\"", "b");
  }

  @Test
  void blanksAroundQuotesDoNotCount() {
    assertThat(split("a; \"b\" ;c")).containsExactly("a", "b", "c");
  }

  @Test
  void aQuoteThatIsNotClosedBreaksTheLine() {
    assertThat(count("a;\"b")).isEqualTo(Fields.BROKEN);
    assertThat(count("b\";c")).isEqualTo(Fields.BROKEN);
    assertThat(count("\"a\"b;c")).isEqualTo(Fields.BROKEN);
  }

  @Test
  void quotesInsideAnUnquotedFieldAreText() {
    assertThat(split("5\"x\"6;b")).containsExactly("5\"x\"6", "b");
  }

  @Test
  void moreFieldsThanExpectedAreCountedAndNotKept() {
    Fields fields = new Fields(';', 2);
    assertThat(fields.split(";".repeat(30_000))).isEqualTo(30_001);
  }

  @Test
  void tabsAndCommasSplitAlike() {
    assertThat(new Fields('\t', 9).split("a\t\tc")).isEqualTo(3);
    assertThat(new Fields(',', 9).split("\"1,5\",b")).isEqualTo(2);
    assertThat(new Fields('\t', 9).split("a\t \"b\"\t")).isEqualTo(3);
  }

  private static int count(String line) {
    return new Fields(';', 9).split(line);
  }

  private static List<String> split(String line) {
    Fields fields = new Fields(';', 9);
    List<String> values = new ArrayList<>();
    int count = fields.split(line);
    for (int place = 0; place < count; place++) {
      values.add(fields.value(place));
    }
    return values;
  }
}
