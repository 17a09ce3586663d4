package care.baton.house;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.trace.Promise;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The core reads no clock, chance, zone, locale, file, socket or log, and nothing of it hangs on a hash's order. */
class PurityTest {
    @Test
    @Promise({24, 34})
    void theCoreUsesNothingWhoseAnswerHangsOnTheMachine() {
        Set<String> uses = new TreeSet<>();
        for (JavaClass type : Core.classes()) {
            Impure.usesIn(type).forEach(use -> uses.add(type.getSimpleName() + " uses " + use));
        }
        assertThat(uses).as("impure").isEmpty();
    }

    /** Enums and exceptions are so by the language; these hold nothing but a name or what is wrong with a definition. */
    @Test
    @Promise(34)
    void nothingButEnumsAndThreeExceptionsIsSerializable() {
        assertThat(Core.classes().stream()
                        .filter(type -> !type.getName().equals("module-info"))
                        .map(JavaClass::reflect)
                        .filter(Serializable.class::isAssignableFrom)
                        .filter(type -> !Enum.class.isAssignableFrom(type))
                        .map(Class::getSimpleName))
                .containsExactlyInAnyOrder("TooDeep", "UnsoundPathwayException", "UnsoundRulesException");
    }

    @Test
    @Promise({24, 34})
    void everyLineOfTheListCatchesItsExample() {
        JavaClass example = new ClassFileImporter().importClass(ImpureExample.class);
        List<String> used = Stream.concat(
                        example.getAccessesFromSelf().stream().map(Impure::name),
                        example.getDirectDependenciesFromSelf().stream()
                                .map(dependency -> dependency.getTargetClass().getName() + "."))
                .toList();

        assertThat(Impure.all()
                        .map(Pattern::pattern)
                        .filter(pattern ->
                                used.stream().noneMatch(Pattern.compile(pattern).asMatchPredicate())))
                .isEmpty();
    }
}
