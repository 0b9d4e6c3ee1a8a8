package se.jamlik.jobs.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One table of the input contract: its columns in order, and its key. An empty key means the whole
 * row.
 */
record ReferenceTable(
    String name,
    boolean optional,
    List<String> key,
    List<Column> columns,
    Map<String, Integer> places) {

  /** How the text of a field is read. */
  enum Kind {
    TEXT,
    /** A word of a list, compared after upper-casing. */
    WORD,
    INT,
    DECIMAL,
    DATE,
    /** A date of death, whose month and day may be 00. */
    DEATH,
    MONTH,
    ICD,
    ATC
  }

  /** One column, or, when it repeats, the columns name1..nameN as one list. */
  record Column(String name, Kind kind, boolean required, int repeats) {
    boolean isList() {
      return repeats > 0;
    }
  }

  /** Where a delivered column belongs: the contract's column and, in a list, the place from 0. */
  record Place(int column, int position) {}

  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final Pattern NUMBERED = Pattern.compile("([a-z]+)([1-9][0-9]{0,3})");
  private static final Pattern COLUMN =
      Pattern.compile("(\\*?)([a-z0-9_]+):([A-Z]+)(?:\\[(n|[0-9]+)])?");

  static ReferenceTable of(String name, String key, String columns) {
    boolean optional = name.endsWith("?");
    List<Column> parsed =
        Arrays.stream(columns.strip().split("\\s+")).map(ReferenceTable::column).toList();
    List<String> keyColumns = key.isEmpty() ? List.of() : List.of(key.split(" "));
    Map<String, Integer> places = new HashMap<>();
    parsed.forEach(column -> places.put(column.name(), places.size()));
    return new ReferenceTable(name.replace("?", ""), optional, keyColumns, parsed, places);
  }

  private static Column column(String text) {
    Matcher matcher = COLUMN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(text);
    }
    String repeats = matcher.group(4);
    int times = repeats == null ? 0 : repeats.equals("n") ? UNLIMITED : Integer.parseInt(repeats);
    return new Column(
        matcher.group(2), Kind.valueOf(matcher.group(3)), !matcher.group(1).isEmpty(), times);
  }

  boolean hasWholeRowKey() {
    return key.isEmpty();
  }

  int indexOf(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException(name + "." + column);
    }
    return place;
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** Empty for a column that the contract does not know. */
  Optional<Place> placeOf(String delivered) {
    for (int index = 0; index < columns.size(); index++) {
      Column column = columns.get(index);
      if (!column.isList() && column.name().equals(delivered)) {
        return Optional.of(new Place(index, 0));
      }
      Matcher matcher = NUMBERED.matcher(delivered);
      if (column.isList() && matcher.matches() && matcher.group(1).equals(column.name())) {
        int number = Integer.parseInt(matcher.group(2));
        return number <= column.repeats()
            ? Optional.of(new Place(index, number - 1))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static final Map<String, ReferenceTable> ALL = drawUp();

  /** All tables of the contract by name. */
  static Map<String, ReferenceTable> all() {
    return ALL;
  }

  private static Map<String, ReferenceTable> drawUp() {
    List<ReferenceTable> tables = new ArrayList<>();
    tables.add(
        of(
            "rtb_bef",
            "lopnr ar",
            "*lopnr:TEXT *ar:INT *fodelsear:INT fodelseman:INT *kon:INT *kommun:TEXT deso:TEXT civil:WORD fodelseland_grupp:WORD"
                + " hushall_id:TEXT hushallstyp:TEXT"));
    tables.add(
        of(
            "rtb_flytt?",
            "lopnr datum typ",
            "*lopnr:TEXT *datum:DATE *typ:WORD fran_kommun:TEXT till_kommun:TEXT"));
    tables.add(
        of(
            "lisa?",
            "lopnr ar",
            "*lopnr:TEXT *ar:INT sun2020niva:INT dispinkke04:DECIMAL famtypf:TEXT syssstat:TEXT"));
    tables.add(
        of("dors?", "lopnr", "*lopnr:TEXT *dodsdat:DEATH ulorsak:ICD morsak:ICD[n] dodspl:INT"));
    tables.add(
        of(
            "geografi",
            "deso",
            "*deso:TEXT *regso:TEXT *kommun:TEXT kommun_namn:TEXT deso_version:INT"));
    tables.add(
        of(
            "par_slutenvard",
            "lopnr indatum sjukhus klinik",
            "*lopnr:TEXT *indatum:DATE utdatum:DATE *sjukhus:TEXT klinik:TEXT mvo:TEXT hdia:ICD dia:ICD[30] ekod:ICD[7] op:TEXT"
                + " insatt:INT utsatt:INT pvard:INT"));
    tables.add(
        of(
            "par_oppenvard",
            "",
            "*lopnr:TEXT *indatum:DATE *sjukhus:TEXT klinik:TEXT mvo:TEXT hdia:ICD dia:ICD[n] ekod:ICD[n] op:TEXT akut:INT"
                + " yrke:WORD pvard:INT"));
    tables.add(
        of(
            "pv_kontakt",
            "kontakt_id",
            "*kontakt_id:TEXT *lopnr:TEXT *kontaktdatum:DATE *enhet:TEXT yrke:WORD kontakttyp:WORD personal:TEXT planerad:INT"
                + " jour:INT dia:ICD[10] kva:TEXT[20]"));
    tables.add(
        of(
            "pv_listning?",
            "lopnr enhet fom",
            "*lopnr:TEXT *enhet:TEXT *fom:DATE tom:DATE fast_lakare:TEXT fast_lakare_fom:DATE fast_lakare_tom:DATE"));
    tables.add(
        of(
            "lmed",
            "",
            "*lopnr:TEXT *atc:ATC *edatum:DATE antal:DECIMAL forpddd:DECIMAL doser:INT"));
    tables.add(
        of(
            "utskrivningsklar?",
            "lopnr utskrivningsklar",
            "*lopnr:TEXT *utskrivningsklar:DATE ater_ej_klar:DATE utskriven:DATE kommun:TEXT"));
    tables.add(
        of(
            "sip?",
            "lopnr upprattad",
            "*lopnr:TEXT *upprattad:DATE uppfoljd:DATE avslutad:DATE initierad_av:WORD"));
    tables.add(
        of(
            "sol",
            "lopnr kommun insats fom",
            "*lopnr:TEXT *kommun:TEXT *insats:WORD *fom:DATE tom:DATE timmar_man:DECIMAL boendeform:WORD"));
    tables.add(of("khsl", "", "*lopnr:TEXT *kommun:TEXT *kva:TEXT *datum:DATE yrke:WORD"));
    tables.add(
        of(
            "lss?",
            "lopnr kommun insats fom",
            "*lopnr:TEXT *kommun:TEXT *insats:INT *fom:DATE tom:DATE personkrets:INT"));
    tables.add(
        of(
            "eb?",
            "lopnr kommun manad",
            "*lopnr:TEXT *kommun:TEXT *manad:MONTH hushall_id:TEXT belopp:DECIMAL"));
    tables.add(
        of(
            "bu?",
            "lopnr kommun insats_id",
            "*lopnr:TEXT *kommun:TEXT *insats_id:TEXT start:DATE slut:DATE lagrum:WORD placeringsform:WORD"));
    Map<String, ReferenceTable> byName = new LinkedHashMap<>();
    tables.forEach(table -> byName.put(table.name(), table));
    return Map.copyOf(byName);
  }
}
