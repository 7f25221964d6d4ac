package io.github.evenlot.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.PROTECTED;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.stream.Stream;

/** A rule about the types that users of public classes see. */
final class Signatures {

  private Signatures() {}

  /** Public classes outside {@code hidden} show types that are allowed and not from there. */
  static ArchRule showOnly(DescribedPredicate<JavaClass> allowed, String hidden) {
    return classes()
        .that()
        .resideOutsideOfPackage(hidden)
        .should(show(allowed.and(JavaClass.Predicates.resideOutsideOfPackage(hidden))));
  }

  private static ArchCondition<JavaClass> show(DescribedPredicate<JavaClass> allowed) {
    return new ArchCondition<>("show only types that " + allowed.getDescription()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (isVisible(type)) {
          supertypes(type).forEach(shown -> report(type.getDescription(), shown, events));
          type.getMembers().stream()
              .filter(Signatures::isVisible)
              .forEach(
                  member ->
                      types(member)
                          .forEach(shown -> report(member.getDescription(), shown, events)));
        }
      }

      private void report(String where, JavaType type, ConditionEvents events) {
        type.getAllInvolvedRawTypes().stream()
            .map(JavaClass::getBaseComponentType)
            .filter(raw -> !raw.isPrimitive() && !allowed.test(raw))
            .forEach(raw -> events.add(violated(raw, where + " shows " + raw.getName())));
      }
    };
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(PUBLIC)
        && type.getEnclosingClass().map(Signatures::isVisible).orElse(true);
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(PUBLIC) || member.getModifiers().contains(PROTECTED);
  }

  private static Stream<JavaType> supertypes(JavaClass type) {
    return Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream());
  }

  private static Stream<JavaType> types(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    return Stream.of(
            Stream.of(code.getReturnType()),
            code.getParameterTypes().stream(),
            code.getExceptionTypes().stream())
        .flatMap(types -> types);
  }
}
