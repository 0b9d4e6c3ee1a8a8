package se.jamlik.jobs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import se.jamlik.pipeline.adapt.Adapted;
import se.jamlik.pipeline.adapt.Delivery;
import se.jamlik.pipeline.conform.Conform;
import se.jamlik.pipeline.conform.Conformed;
import se.jamlik.pipeline.link.LinkRate;
import se.jamlik.pipeline.link.Linker;
import se.jamlik.pipeline.quality.Check;
import se.jamlik.pipeline.quality.Checks;
import se.jamlik.pipeline.quality.Finding;
import se.jamlik.pipeline.quality.Judge;
import se.jamlik.pipeline.quality.Quality;
import se.jamlik.pipeline.vocabulary.Definitions;
import se.jamlik.pipeline.vocabulary.QualityRule.Level;
import se.jamlik.pipeline.vocabulary.Settings;

/**
 * What the rows of inspected deliveries say, as a night would judge it.
 *
 * @param deliveries the account of each file
 * @param findings the checks that fail, by table and in it the gravest first
 */
record InspectedRows(List<Delivery> deliveries, List<Finding> findings) {
  static final InspectedRows NONE = new InspectedRows(List.of(), List.of());

  InspectedRows {
    deliveries = List.copyOf(deliveries);
    findings = List.copyOf(findings);
  }

  /** Reads what the inspection has left in its folder. */
  static InspectedRows of(
      SparkSession spark,
      Adapted adapted,
      String folder,
      Settings settings,
      Definitions definitions) {
    Conformed conformed = Conform.inspected(spark, adapted, folder, definitions);
    // Nobody is told apart: no number of persons is shown.
    List<LinkRate> linkRates =
        new Linker(definitions, settings, adapted.asOf(), person -> 0L)
            .linkRates(conformed.tables());
    Quality quality = new Quality(definitions, folder, adapted.asOf());
    Set<String> read =
        conformed.shares().stream()
            .filter(Delivery::isAccepted)
            .map(Delivery::table)
            .collect(Collectors.toSet());
    List<Check> checks =
        Checks.of(definitions).stream()
            .filter(check -> read.contains(check.table()))
            // Without the other table every value would be unknown.
            .filter(check -> check.lookedInto().map(read::contains).orElse(true))
            .toList();
    return new InspectedRows(
        conformed.deliveries(),
        Finding.of(
            new Judge(settings.quality())
                .results(
                    checks,
                    quality.counts(
                        quality.scanned(conformed.tables(), conformed.shares()),
                        conformed.deliveries(),
                        conformed.shares(),
                        linkRates))));
  }

  /** What became of the rows of a file that is not refused. */
  Optional<Delivery> account(String file) {
    return deliveries.stream()
        .filter(delivery -> delivery.file().equals(file) && delivery.isAccepted())
        .findFirst();
  }

  /** Whether a night would stop because of a check. */
  boolean hasError() {
    return findings.stream().anyMatch(finding -> finding.level() == Level.ERROR);
  }
}
