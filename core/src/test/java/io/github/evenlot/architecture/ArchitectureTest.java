package io.github.evenlot.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code docs/decisions/0001-modules.md} and {@code 0005-bucketing-below-experiment.md}. */
class ArchitectureTest {

  private static final String ROOT = "io.github.evenlot";

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  /** Each package, and all that it may use. Every arrow of the design is here and no other. */
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          entry("internal", Set.of()),
          entry("bucketing", Set.of("internal")),
          entry("targeting", Set.of("internal")),
          entry("experiment", Set.of("bucketing", "targeting", "internal")),
          entry("assignment", Set.of("experiment", "bucketing", "targeting", "internal")),
          entry("event", Set.of("assignment", "experiment", "internal")),
          entry("statistics", Set.of("internal")),
          entry("metric", Set.of("event", "assignment", "experiment", "statistics", "internal")),
          entry("inference", Set.of("statistics", "internal")),
          entry("sequential", Set.of("inference", "statistics", "internal")),
          entry("simulation", Set.of("sequential", "inference", "statistics", "internal")),
          entry("port", Set.of("event", "experiment", "metric", "sequential")),
          entry(
              "analysis",
              Set.of(
                  "port",
                  "sequential",
                  "inference",
                  "statistics",
                  "metric",
                  "experiment",
                  "internal")),
          entry("serving", Set.of("port", "event", "assignment", "experiment")),
          entry(
              "memory",
              Set.of("port", "sequential", "statistics", "metric", "event", "experiment")));

  static Set<String> packages() {
    return new TreeSet<>(ARROWS.keySet());
  }

  @ParameterizedTest
  @MethodSource("packages")
  @DisplayName("A package uses only what its arrows allow.")
  void arrows(String name) {
    String[] allowed =
        Stream.concat(Stream.of(name), ARROWS.get(name).stream())
            .map(to -> ROOT + "." + to)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "." + name)
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(allowed))))
        .check(CORE);
  }

  @ParameterizedTest
  @MethodSource("packages")
  @DisplayName("A package that a rule names has classes.")
  void notEmpty(String name) {
    assertThat(CORE.getPackage(ROOT + "." + name).getClasses())
        .filteredOn(type -> !type.getSimpleName().equals("package-info"))
        .isNotEmpty();
  }

  @Test
  @DisplayName("Every package is named here, and is null-marked.")
  void allNamed() {
    Set<JavaPackage> packages =
        CORE.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
    assertThat(packages)
        .extracting(found -> found.getName().substring(ROOT.length() + 1))
        .containsExactlyInAnyOrderElementsOf(ARROWS.keySet());
    assertThat(packages).allMatch(found -> found.isAnnotatedWith(NullMarked.class));
  }

  @Test
  @DisplayName("No arrows lead back.")
  void noCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  @DisplayName(
      "Users get the JDK, commons-statistics, Hipparchus, RE2/J and JSpecify, and nothing else.")
  void dependencies() {
    classes()
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                ROOT + "..",
                "org.apache.commons.statistics.distribution",
                "org.hipparchus..",
                "com.google.re2j",
                "org.jspecify.annotations"))
        .check(CORE);
  }

  @Test
  @DisplayName("Nothing public shows a type of a library or of the internal package.")
  void signatures() {
    Signatures.showOnly(resideInAnyPackage("java..", ROOT + ".."), ROOT + ".internal").check(CORE);
  }

  @Test
  @DisplayName("The rule about signatures looks into type arguments.")
  void signaturesAreRead() {
    JavaClasses leaky = new ClassFileImporter().importClasses(Leaky.class);
    assertThat(
            Signatures.showOnly(resideInAnyPackage("java..", ROOT + ".."), ROOT + ".internal")
                .evaluate(leaky)
                .getFailureReport()
                .getDetails())
        .singleElement()
        .asString()
        .contains("leak()", "Int128");
  }
}
