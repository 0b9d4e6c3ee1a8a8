package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the text of a delivered column is read. The spelling rules are those of the input contract.
 */
public enum ColumnType {
  /** A pseudonym of a person or a household; at most 64 characters. */
  @JsonProperty("pseudonym")
  PSEUDONYM,
  /** An identity that is no person: a contact, a unit, a staff member. */
  @JsonProperty("identifier")
  IDENTIFIER,
  @JsonProperty("text")
  TEXT,
  /** A word of a list, closed or open; read in upper case. */
  @JsonProperty("word")
  WORD,
  @JsonProperty("int")
  INT,
  @JsonProperty("decimal")
  DECIMAL,
  @JsonProperty("date")
  DATE,
  /** A date whose month or day may be 00. */
  @JsonProperty("death_date")
  DEATH_DATE,
  /** A month, YYYY-MM. */
  @JsonProperty("month")
  MONTH,
  /** A municipality by its four digits. */
  @JsonProperty("municipality")
  MUNICIPALITY,
  @JsonProperty("icd10")
  ICD10,
  @JsonProperty("atc")
  ATC;

  /** Pseudonyms and identifiers may look like a personnummer by chance. */
  public boolean isIdentity() {
    return this == PSEUDONYM || this == IDENTIFIER;
  }
}
