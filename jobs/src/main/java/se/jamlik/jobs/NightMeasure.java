package se.jamlik.jobs;

import static se.jamlik.jobs.NightFacts.told;

import java.util.List;
import se.jamlik.pipeline.kept.Keeping;
import se.jamlik.pipeline.mark.Marked;
import se.jamlik.pipeline.measure.KeptPersons;
import se.jamlik.pipeline.measure.Measure;
import se.jamlik.pipeline.measure.MeasureRules;
import se.jamlik.pipeline.measure.Measured;
import se.jamlik.pipeline.measure.References;
import se.jamlik.pipeline.protect.RecordKeys;
import se.jamlik.pipeline.quality.IndicatorQuality;
import se.jamlik.pipeline.quality.Result;
import se.jamlik.pipeline.vocabulary.Definitions;

/** The night's stage that measures, and checks its own sums. */
record NightMeasure(
    NightRequest request,
    Definitions definitions,
    StageProgress progress,
    NightQuality quality,
    Keeping keeping) {

  /** What is measured, and all checks: those of the deliveries, and of the sums. */
  record Computed(Measured measured, List<Result> results) {}

  Computed measured(
      Marked marked, RecordKeys keys, List<Result> ofDeliveries, References references) {
    MeasureRules rules =
        new MeasureRules(
            definitions,
            request.settings().scope(),
            request.settings().groupers(),
            keys,
            new IndicatorQuality(definitions, ofDeliveries),
            references);
    return progress.run(
        "measure",
        () -> {
          KeptPersons persons =
              KeptPersons.of(
                  marked.parts(),
                  marked.coverage(),
                  rules,
                  keys.id(),
                  keeping,
                  request.out() + "/marked");
          Measured measured = Measure.measured(persons, marked.coverage(), rules);
          return new Computed(measured, quality.selfChecked(ofDeliveries, measured));
        },
        result ->
            Reuse.told(
                told("cells", result.measured().indicatorCells().size()), keeping, "measure"));
  }
}
