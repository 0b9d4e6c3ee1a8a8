package se.jamlik.pipeline.conform;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import se.jamlik.pipeline.conform.GoodFiles.Good;

/** Spoils a good file in one to four ways that the dice choose. */
final class Mutations {
  private static final byte[] SPECIAL = {
    0,
    '\n',
    '\r',
    '"',
    ';',
    ',',
    '\t',
    ' ',
    '-',
    '0',
    '9',
    (byte) 0x81,
    (byte) 0xc3,
    (byte) 0xe5,
    (byte) 0xff,
    (byte) 0xa0
  };
  private static final List<String> PIECES =
      List.of(
          "\"",
          "\"\"",
          "\"\n\"",
          "NULL",
          "2024-02-30",
          "99999999999999999999",
          "-1",
          "1e5",
          "\r",
          "\r\n\r\n",
          ";;;;;;",
          "x".repeat(70),
          ";".repeat(3000),
          "\u2028",
          "A\u030a");

  private final Random random;

  Mutations(Random random) {
    this.random = random;
  }

  byte[] of(Good file) {
    boolean isPacked = file.ending().endsWith(".gz");
    boolean isText = isPacked || !file.ending().equals(".parquet");
    byte[] bytes = isPacked && random.nextInt(4) > 0 ? unpacked(file.bytes()) : file.bytes();
    boolean isPackedAgain = isPacked && bytes != file.bytes();
    int ways = 1 + random.nextInt(4);
    for (int way = 0; way < ways; way++) {
      boolean isOfBytes = !isText || (isPacked && !isPackedAgain) || random.nextInt(3) == 0;
      bytes = isOfBytes ? spoiledBytes(bytes) : spoiledText(bytes);
    }
    return isPackedAgain ? GoodFiles.packed(bytes) : bytes;
  }

  private byte[] spoiledBytes(byte[] bytes) {
    if (bytes.length == 0) {
      return new byte[] {SPECIAL[random.nextInt(SPECIAL.length)]};
    }
    int at = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, at + 1 + random.nextInt(20));
    byte[] spoiled = bytes.clone();
    switch (random.nextInt(6)) {
      case 0 -> spoiled[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> spoiled[at] = SPECIAL[random.nextInt(SPECIAL.length)];
      case 2 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 3 -> {
        return joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
      }
      case 4 -> {
        return joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
      }
      default -> Arrays.fill(spoiled, at, to, (byte) random.nextInt(256));
    }
    return spoiled;
  }

  /** Spoils lines, columns or encoding; every byte is one character meanwhile. */
  private byte[] spoiledText(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int line = random.nextInt(lines.size());
    switch (random.nextInt(11)) {
      case 0 -> lines.remove(line);
      case 1 -> lines.add(line, lines.get(random.nextInt(lines.size())));
      case 2 -> Collections.swap(lines, line, random.nextInt(lines.size()));
      case 3 -> lines.set(line, withPiece(lines.get(line)));
      case 4 -> lines.replaceAll(this::withOtherDelimiter);
      case 5 -> lines.set(line, withOtherDelimiter(lines.get(line)));
      case 6 -> {
        return inOtherEncoding(bytes);
      }
      case 7 -> {
        byte[] first = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
        byte[] rest = Arrays.copyOfRange(bytes, first.length, bytes.length);
        return joined(first, inOtherEncoding(rest));
      }
      case 8 -> {
        int first = random.nextInt(8);
        int second = random.nextInt(8);
        lines.replaceAll(each -> withFieldsSwapped(each, first, second));
      }
      case 9 -> lines.replaceAll(each -> each + ";" + each.split("[;,\t]", -1)[0]);
      default -> lines.replaceAll(each -> withoutField(each, line));
    }
    return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
  }

  private String withPiece(String line) {
    int at = random.nextInt(line.length() + 1);
    String piece = PIECES.get(random.nextInt(PIECES.size()));
    return line.substring(0, at)
        + new String(piece.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
        + line.substring(at);
  }

  private String withOtherDelimiter(String line) {
    return switch (random.nextInt(3)) {
      case 0 -> line.replace(';', ',');
      case 1 -> line.replace('\t', ';');
      default -> line.replace(',', '\t');
    };
  }

  private static String withoutField(String line, int field) {
    String[] fields = line.split("[;,\t]", -1);
    int gone = field % fields.length;
    StringBuilder left = new StringBuilder();
    for (int place = 0; place < fields.length; place++) {
      if (place != gone) {
        left.append(left.isEmpty() ? "" : ";").append(fields[place]);
      }
    }
    return left.toString();
  }

  private static String withFieldsSwapped(String line, int first, int second) {
    List<String> fields = Arrays.asList(line.split("[;,\t]", -1));
    Collections.swap(fields, first % fields.size(), second % fields.size());
    return String.join(";", fields);
  }

  private byte[] inOtherEncoding(byte[] bytes) {
    List<Charset> charsets =
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.ISO_8859_1,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            Charset.forName("windows-1252"));
    Charset from = charsets.get(random.nextInt(2));
    return new String(bytes, from).getBytes(charsets.get(random.nextInt(charsets.size())));
  }

  private static byte[] unpacked(byte[] bytes) {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, joined, first.length, second.length);
    return joined;
  }
}
