package se.jamlik.jobs.synthesise;

import java.util.ArrayList;
import java.util.List;

/** The tables of the input contract with the columns the invented region delivers, in order. */
enum Table {
  RTB_BEF(
      "lopnr ar:int fodelsear:int fodelseman:int kon:int kommun deso civil fodelseland_grupp"
          + " hushall_id hushallstyp"),
  RTB_FLYTT("lopnr datum:date typ fran_kommun till_kommun"),
  LISA("lopnr ar:int sun2020niva:int dispinkke04:decimal famtypf syssstat"),
  DORS("lopnr dodsdat ulorsak morsak1 morsak2 morsak3 dodspl:int"),
  GEOGRAFI("deso regso kommun kommun_namn deso_version:int"),
  PAR_SLUTENVARD(
      "lopnr indatum:date utdatum:date sjukhus klinik mvo hdia dia1 dia2 dia3 dia4 dia5 dia6 dia7"
          + " dia8 ekod1 ekod2 op insatt:int utsatt:int pvard:int"),
  PAR_OPPENVARD(
      "lopnr indatum:date sjukhus klinik mvo hdia dia1 dia2 dia3 ekod1 op akut:int yrke pvard:int"),
  PV_KONTAKT(
      "kontakt_id lopnr kontaktdatum:date enhet yrke kontakttyp personal planerad:int jour:int"
          + " dia1 dia2 dia3 dia4 dia5 kva1 kva2"),
  PV_LISTNING(
      "lopnr enhet fom:date tom:date fast_lakare fast_lakare_fom:date fast_lakare_tom:date"),
  LMED("lopnr atc edatum:date antal:decimal forpddd:decimal doser:int"),
  UTSKRIVNINGSKLAR("lopnr utskrivningsklar:date ater_ej_klar:date utskriven:date kommun"),
  SIP("lopnr upprattad:date uppfoljd:date avslutad:date initierad_av"),
  SOL("lopnr kommun insats fom:date tom:date timmar_man:decimal boendeform"),
  KHSL("lopnr kommun kva datum:date yrke"),
  LSS("lopnr kommun insats:int fom:date tom:date personkrets:int"),
  EB("lopnr kommun manad hushall_id belopp:decimal"),
  BU("lopnr kommun insats_id start:date slut:date lagrum placeringsform");

  /** How a column is typed in Parquet. */
  enum Type {
    TEXT,
    INT,
    DECIMAL,
    DATE
  }

  /** A column of the contract. */
  record Column(String name, Type type) {}

  private final String declaration;

  Table(String declaration) {
    this.declaration = declaration;
  }

  private static Type typeNamed(String name) {
    return switch (name) {
      case "int" -> Type.INT;
      case "decimal" -> Type.DECIMAL;
      default -> Type.DATE;
    };
  }

  List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    for (String word : declaration.split(" ", -1)) {
      int colon = word.indexOf(':');
      columns.add(
          colon < 0
              ? new Column(word, Type.TEXT)
              : new Column(word.substring(0, colon), typeNamed(word.substring(colon + 1))));
    }
    return columns;
  }

  /** The name of the table, which is also its folder. */
  String folder() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  /** The header line, without a line end. */
  String header() {
    return String.join(";", columns().stream().map(Column::name).toList());
  }
}
