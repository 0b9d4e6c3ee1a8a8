# The Charlson index by R's package comorbidity: the columns id and code of a CSV file, read before the clock starts.
path <- commandArgs(trailingOnly = TRUE)[[1]]
for (round in 1:3) {
  codes <- data.table::fread(path, colClasses = c(code = "character"))
  seconds <- system.time({
    groups <- comorbidity::comorbidity(
      x = codes, id = "id", code = "code", map = "charlson_icd10_quan", assign0 = TRUE
    )
    scores <- comorbidity::score(groups, weights = "charlson", assign0 = TRUE)
  })[["elapsed"]]
  cat(sprintf("round %d %12.2f  scores of %d patients, %.0f in all\n", round, seconds, sum(scores > 0), sum(scores)))
}
