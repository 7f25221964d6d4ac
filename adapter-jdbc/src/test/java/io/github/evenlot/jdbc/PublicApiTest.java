package io.github.evenlot.jdbc;

import static com.tngtech.archunit.base.DescribedPredicate.anyElementThat;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** What users compile against. */
class PublicApiTest {

  private static final JavaClasses ADAPTER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.evenlot.jdbc");

  private static final DescribedPredicate<JavaClass> OF_A_LIBRARY =
      resideInAnyPackage("org.jooq..", "..jdbc.jooq..", "org.flywaydb..", "com.fasterxml..");

  @Test
  void onlyTheEntryAndTheExceptionArePublic() {
    classes()
        .that()
        .resideInAPackage("io.github.evenlot.jdbc")
        .and()
        .arePublic()
        .should()
        .haveFullyQualifiedName(EvenlotJdbc.class.getName())
        .orShould()
        .haveFullyQualifiedName(DatabaseException.class.getName())
        .check(ADAPTER);
  }

  @Test
  void noLibraryShowsInTheirSignatures() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage("io.github.evenlot.jdbc")
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .and()
        .arePublic()
        .should()
        .haveRawReturnType(OF_A_LIBRARY)
        .orShould()
        .haveRawParameterTypes(anyElementThat(OF_A_LIBRARY))
        .check(ADAPTER);
  }
}
