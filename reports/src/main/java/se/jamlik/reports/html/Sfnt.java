package se.jamlik.reports.html;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A TrueType font as its tables (ISO/IEC 14496-22). The maker of parts of fonts leaves one table
 * out and writes another that browsers warn of; here they are put right.
 */
final class Sfnt {

  private static final int HEADER = 12;
  private static final int ENTRY = 16;
  private static final int ADJUSTMENT = 8;
  private static final int MAGIC = 0xB1B0AFBA;

  private final TreeMap<String, byte[]> tables = new TreeMap<>();

  static Sfnt of(byte[] font) {
    Sfnt sfnt = new Sfnt();
    ByteBuffer bytes = ByteBuffer.wrap(font);
    for (int i = 0; i < bytes.getShort(4); i++) {
      int entry = HEADER + i * ENTRY;
      String tag = new String(font, entry, 4, StandardCharsets.US_ASCII);
      int offset = bytes.getInt(entry + 8);
      sfnt.tables.put(tag, Arrays.copyOfRange(font, offset, offset + bytes.getInt(entry + 12)));
    }
    return sfnt;
  }

  /** Puts a table in the place of the one with its tag, if there is one. */
  Sfnt with(String tag, byte[] table) {
    tables.put(tag, table);
    return this;
  }

  /** A table of names that says family, style and nothing else. */
  static byte[] names(String family, String style) {
    List<String> names = List.of(family, style, family + " " + style, family + "-" + style);
    List<Integer> ids = List.of(1, 2, 4, 6);
    byte[] text = String.join("", names).getBytes(StandardCharsets.UTF_16BE);
    int start = 6 + ids.size() * 12;
    ByteBuffer table = ByteBuffer.allocate(start + text.length);
    table.putShort((short) 0).putShort((short) ids.size()).putShort((short) start);
    int offset = 0;
    for (int i = 0; i < ids.size(); i++) {
      int length = names.get(i).length() * 2;
      // Windows, Unicode, American English.
      table.putShort((short) 3).putShort((short) 1).putShort((short) 0x409);
      table.putShort(ids.get(i).shortValue()).putShort((short) length).putShort((short) offset);
      offset += length;
    }
    return table.put(text).array();
  }

  byte[] bytes() {
    int count = tables.size();
    int size = HEADER + count * ENTRY + tables.values().stream().mapToInt(Sfnt::padded).sum();
    int power = Integer.highestOneBit(count);
    ByteBuffer font = ByteBuffer.allocate(size);
    font.putInt(0x00010000).putShort((short) count).putShort((short) (power * 16));
    font.putShort((short) Integer.numberOfTrailingZeros(power));
    font.putShort((short) ((count - power) * 16));
    int offset = HEADER + count * ENTRY;
    int head = 0;
    for (Map.Entry<String, byte[]> table : tables.entrySet()) {
      if (table.getKey().equals("head")) {
        head = offset;
        ByteBuffer.wrap(table.getValue()).putInt(ADJUSTMENT, 0);
      }
      font.put(offset, table.getValue());
      font.put(table.getKey().getBytes(StandardCharsets.US_ASCII));
      font.putInt(sum(font, offset, padded(table.getValue())));
      font.putInt(offset).putInt(table.getValue().length);
      offset += padded(table.getValue());
    }
    font.putInt(head + ADJUSTMENT, MAGIC - sum(font, 0, size));
    return font.array();
  }

  private static int padded(byte[] table) {
    return (table.length + 3) / 4 * 4;
  }

  private static int sum(ByteBuffer font, int from, int length) {
    int sum = 0;
    for (int i = 0; i < length; i += 4) {
      sum += font.getInt(from + i);
    }
    return sum;
  }
}
