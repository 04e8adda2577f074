package dev.tradewind.systemtests.boundary;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The few boundaries that matter: dependencies point one way, and pure logic knows no framework.
 */
class BoundariesTest {
  private static final List<String> MODULES =
      List.of(
          "contracts",
          "embedded",
          "platform",
          "ingest",
          "metrics",
          "alerts",
          "gateway",
          "standalone");

  private static JavaClasses classes;

  @BeforeAll
  static void readTheModulesAsBuilt() {
    classes =
        new ClassFileImporter()
            .importPaths(
                MODULES.stream()
                    .map(module -> Path.of("..", module, "target", "classes"))
                    .toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"contracts", "embedded", "platform", "ingest", "metrics", "alerts", "gateway"})
  void everyModuleIsHere(String module) {
    assertThat(classes.stream())
        .as("run the whole build: the classes of %s are needed", module)
        .anyMatch(type -> type.getPackageName().startsWith("dev.tradewind." + module));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "metrics", "alerts", "gateway"})
  void aServiceKnowsNoOtherService(String service) {
    String[] others =
        List.of("ingest", "metrics", "alerts", "gateway", "standalone", "embedded").stream()
            .filter(other -> !other.equals(service))
            .map(other -> "dev.tradewind." + other + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage("dev.tradewind." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("services meet in Kafka topics and REST only")
        .check(classes);
  }

  @Test
  void thePlatformKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage("dev.tradewind.platform..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.tradewind.ingest..",
            "dev.tradewind.metrics..",
            "dev.tradewind.alerts..",
            "dev.tradewind.gateway..",
            "dev.tradewind.embedded..",
            "dev.tradewind.standalone..")
        .check(classes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "contracts\\..*",
        "embedded\\..*",
        "standalone\\..*",
        "ingest\\.(format|check)\\..*",
        "metrics\\.coverage\\.(Coverage|LiveBox|MonthCover|ProductIndex)",
        "metrics\\.sector\\..*",
        "metrics\\.indicator\\.(IndicatorTable|IndicatorRows|WindowSide|Rates|Ranking|Completeness)",
        "alerts\\.slack\\.message\\..*"
      })
  void pureLogicKnowsNoFramework(String pure) {
    noClasses()
        .that()
        .haveNameMatching("dev\\.tradewind\\." + pure)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..", "jakarta..")
        .because("pure logic is tested in milliseconds")
        .check(classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "metrics", "alerts"})
  void featuresHaveNoCycles(String service) {
    slices()
        .matching("dev.tradewind." + service + ".(*)..")
        .should()
        .beFreeOfCycles()
        .check(classes);
  }
}
