package se.jamlik.pipeline.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
  @Test
  void aLineEndsWithALineFeedAndPerhapsAReturnBeforeIt() throws IOException {
    assertThat(lines("a\r\nb\n\nc\rd\ne")).containsExactly("a", "b", "", "c\rd", "e");
    assertThat(lines("")).isEmpty();
    assertThat(lines("a\n")).containsExactly("a");
  }

  @Test
  void readsNoFurtherThanItsPart() throws IOException {
    byte[] bytes = "aa\nbb\ncc\n".getBytes(StandardCharsets.US_ASCII);
    LineReader reader = new LineReader(new ByteArrayInputStream(bytes), 6);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.text(StandardCharsets.US_ASCII));
    }
    assertThat(lines).containsExactly("aa", "bb");
  }

  @Test
  void linesThatCrossTheBufferStayWhole() throws IOException {
    String text = ("y".repeat(100_003) + "\n").repeat(20);
    assertThat(lines(text)).hasSize(20).allMatch(line -> line.length() == 100_003);
  }

  @Test
  void aVeryLongLineComesInPiecesAndTheNextIsWhole() throws IOException {
    String text = "a\n" + "z".repeat(10_000_000) + "\nb\n";
    LineReader reader = reader(text);
    assertThat(reader.next()).isTrue();
    assertThat(reader.isWhole() && reader.isLast()).isTrue();
    int pieces = 0;
    do {
      assertThat(reader.next()).isTrue();
      assertThat(reader.isWhole()).isFalse();
      assertThat(reader.isBlank()).isFalse();
      pieces++;
    } while (!reader.isLast());
    assertThat(pieces).isEqualTo(3);
    assertThat(reader.next()).isTrue();
    assertThat(reader.isWhole()).isTrue();
    assertThat(reader.text(StandardCharsets.US_ASCII)).isEqualTo("b");
    assertThat(reader.next()).isFalse();
  }

  private static List<String> lines(String text) throws IOException {
    LineReader reader = reader(text);
    List<String> lines = new ArrayList<>();
    while (reader.next()) {
      lines.add(reader.text(StandardCharsets.US_ASCII));
    }
    return lines;
  }

  private static LineReader reader(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return new LineReader(new ByteArrayInputStream(bytes), bytes.length);
  }
}
