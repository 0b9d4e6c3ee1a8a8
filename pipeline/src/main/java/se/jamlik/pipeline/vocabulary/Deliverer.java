package se.jamlik.pipeline.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who delivers a table. */
public enum Deliverer {
  @JsonProperty("register")
  REGISTER,
  @JsonProperty("region")
  REGION,
  @JsonProperty("municipality")
  MUNICIPALITY
}
