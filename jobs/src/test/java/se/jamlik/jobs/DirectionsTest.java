package se.jamlik.jobs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The directions of dependency: each stage knows the words and what comes before it. */
class DirectionsTest {
  /** Reading them is dear, so the rules share them. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          // Those of pipeline are a jar when the whole is built.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("se.jamlik");

  @Test
  void aStageKnowsTheWordsAndTheStagesBeforeIt() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("se.jamlik..")
        .layer("vocabulary")
        .definedBy("se.jamlik.pipeline.vocabulary..")
        .layer("adapt")
        .definedBy("se.jamlik.pipeline.adapt..")
        .layer("conform")
        .definedBy("se.jamlik.pipeline.conform..")
        .layer("kept")
        .definedBy("se.jamlik.pipeline.kept..")
        .layer("link")
        .definedBy("se.jamlik.pipeline.link..")
        .layer("mark")
        .definedBy("se.jamlik.pipeline.mark..")
        .layer("measure")
        .definedBy("se.jamlik.pipeline.measure..")
        .layer("protect")
        .definedBy("se.jamlik.pipeline.protect..")
        .layer("pseudonymise")
        .definedBy("se.jamlik.pipeline.pseudonymise..")
        .layer("extract")
        .definedBy("se.jamlik.pipeline.extract..")
        .layer("publish")
        .definedBy("se.jamlik.pipeline.publish..")
        .layer("quality")
        .definedBy("se.jamlik.pipeline.quality..")
        .layer("jobs")
        .definedBy("se.jamlik.jobs..")
        .layer("reports")
        .definedBy("se.jamlik.reports..")
        .whereLayer("jobs")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("reports")
        .mayOnlyBeAccessedByLayers("jobs")
        .whereLayer("reports")
        .mayNotAccessAnyLayer()
        .whereLayer("quality")
        .mayOnlyBeAccessedByLayers("jobs")
        .whereLayer("extract")
        .mayOnlyBeAccessedByLayers("jobs")
        .whereLayer("pseudonymise")
        .mayOnlyBeAccessedByLayers("extract", "jobs")
        .whereLayer("publish")
        .mayOnlyBeAccessedByLayers("jobs")
        .whereLayer("protect")
        .mayOnlyBeAccessedByLayers("publish", "jobs")
        .whereLayer("measure")
        .mayOnlyBeAccessedByLayers("protect", "publish", "quality", "jobs")
        .whereLayer("mark")
        .mayOnlyBeAccessedByLayers("measure", "protect", "publish", "jobs")
        .whereLayer("link")
        .mayOnlyBeAccessedByLayers("mark", "measure", "protect", "publish", "quality", "jobs")
        .whereLayer("conform")
        .mayOnlyBeAccessedByLayers("link", "mark", "measure", "protect", "publish", "jobs")
        .whereLayer("adapt")
        .mayOnlyBeAccessedByLayers(
            "conform",
            "link",
            "mark",
            "measure",
            "protect",
            "publish",
            "quality",
            "pseudonymise",
            "jobs")
        .whereLayer("kept")
        .mayOnlyBeAccessedByLayers("link", "mark", "measure", "extract", "jobs")
        .whereLayer("vocabulary")
        .mayNotAccessAnyLayer()
        .check(CLASSES);
  }

  @Test
  void reportsSeeNoSpark() {
    noClasses()
        .that()
        .resideInAPackage("se.jamlik.reports..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.spark..")
        .check(CLASSES);
  }

  @Test
  void sparkIsUsedThroughItsPublicInterfaceAlone() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark.sql.catalyst..",
            "org.apache.spark.sql.execution..",
            "org.apache.spark.sql.internal..",
            "org.apache.spark.unsafe..")
        .check(CLASSES);
  }

  @Test
  void theNightNeverHasTheKeyOfThePseudonyms() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "se.jamlik.pipeline.pseudonymise..", "se.jamlik.pipeline.extract..")
        .and()
        .doNotHaveSimpleName("PseudonymiseCommand")
        .and()
        .doNotHaveSimpleName("RotateCommand")
        .should()
        .dependOnClassesThat()
        .haveSimpleName("ProjectKey")
        .check(CLASSES);
  }

  @Test
  void aSessionIsMadeInOnePlace() {
    noClasses()
        .that()
        .doNotHaveSimpleName("SparkSessions")
        .should()
        .callMethod(org.apache.spark.sql.SparkSession.class, "builder")
        .check(CLASSES);
  }
}
