package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import care.baton.pathway.DefinitionMutants;
import care.baton.pathway.DefinitionMutants.Mutant;
import care.baton.pathway.Pathway;
import care.baton.trace.Requirements;
import care.baton.trace.Row;
import care.baton.trace.RowTest;
import care.baton.trace.Rows;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every datum of the shipped definitions, left out or changed once: each such definition must be refused when it is
 * built, or contradict one of the sentences of its test, whose expectations are written down and not read from it.
 */
class DefinitionMutantsTest {

    /** Those that are equal in what they do, each with its reason. A line that fits none, or one that is killed, is a fault. */
    private static final TreeMap<String, String> EQUAL = new TreeMap<>();

    static {
        EQUAL.put(
                ".*/stages\\[\\d]/gates\\[\\d]/code=.*",
                "a gate's name is for people and for the fingerprint: refusals name the items");
        EQUAL.put(
                ".*/stages\\[[12]]/gates\\[0]/before=DECIDE",
                "whoever accepts has passed the same approval at the first stage's gate, which later stages keep");
        EQUAL.put(
                "(emerging-risk-review/(stages\\[0]/fields\\[[35]]/need|stages\\[1]/fields\\[1]/need|closure\\[[135]])"
                        + "|case-manager-contact/(stages\\[0]/fields\\[5]/need|closure\\[5])"
                        + "|service-change/(stages\\[0]/fields\\[3]/need|closure\\[[06]])"
                        + "|transition-and-closure/(stages\\[1]/fields\\[0]/need|closure\\[7]))/holds removed",
                "the stage and the closing ask for the same value: either alone holds it to its kind");
        EQUAL.put(".*/title", "shown and decides nothing: left out of the definition's fingerprint");
    }

    static Stream<Arguments> shipped() {
        return Stream.of(
                shipped(Referral.handoff(), ReferralTest::new),
                shipped(PostDischarge.coordination(), PostDischargeTest::new),
                shipped(MedicationChange.sameDay(), MedicationChangeTest::new),
                shipped(ServiceChange.notification(), ServiceChangeTest::new),
                shipped(EmergingRisk.review(), EmergingRiskTest::new),
                shipped(ServiceBoundary.guide(), ServiceBoundaryTest::new),
                shipped(UnderAuthorized.reassessment(), UnderAuthorizedTest::new),
                shipped(FundingReview.complexPathway(), FundingReviewTest::new),
                shipped(Transition.toPrimaryCare(), TransitionTest::new),
                shipped(LoadReview.medicationChange(), LoadReviewOfAMedicationChangeTest::new),
                shipped(LoadReview.changedNeed(), LoadReviewOfAChangedNeedTest::new),
                shipped(SharedCare.homeHealth(), HomeHealthTest::new),
                shipped(SharedCare.behavioralHealth(), BehavioralHealthTest::new),
                shipped(SharedCare.chronicDisease(), ChronicDiseaseTest::new),
                shipped(SharedCare.pediatric(), PediatricTest::new),
                shipped(CaseManagerContact.reviewed(), CaseManagerContactTest::new),
                shipped(QualityFollowUp.ofFinding(), QualityFollowUpTest::new));
    }

    private static Arguments shipped(Pathway pathway, Supplier<? extends ShippedHandoff> test) {
        return arguments(named(pathway.id().value(), pathway), test);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    @Execution(ExecutionMode.CONCURRENT)
    void everyMutantIsKilled(Pathway pathway, Supplier<? extends ShippedHandoff> test) {
        killed(pathway, test);
    }

    @Test
    void everyShippedDefinitionIsThere() {
        assertThat(shipped().map(one -> (Pathway) ((org.junit.jupiter.api.Named<?>) one.get()[0]).getPayload()))
                .containsExactlyInAnyOrderElementsOf(Catalog.all());
    }

    private static void killed(Pathway pathway, Supplier<? extends ShippedHandoff> test) {
        List<Method> sentences = sentences(test.get().getClass());
        assertThat(firstContradiction(pathway, test, sentences)).isEmpty();
        List<Mutant> mutants = DefinitionMutants.of(pathway);
        Map<String, List<Method>> orders = new HashMap<>();
        List<Method> before = sentences;
        List<String> survivors = new ArrayList<>();
        List<String> killedThoughEqual = new ArrayList<>();
        for (Mutant mutant : mutants) {
            List<Method> last = before;
            List<Method> order = orders.computeIfAbsent(datum(mutant), d -> new ArrayList<>(last));
            before = order;
            if (survives(mutant, pathway, test, order)) {
                survivors.add(mutant.path());
            } else if (isEqual(pathway, mutant.path())) {
                killedThoughEqual.add(mutant.path());
            }
        }
        List<String> equal =
                survivors.stream().filter(path -> isEqual(pathway, path)).toList();
        survivors.removeAll(equal);
        System.out.println("definition mutants: " + (mutants.size() - equal.size() - survivors.size()) + " of "
                + (mutants.size() - equal.size()) + " (" + pathway.id() + "; equal by design: " + equal.size() + ")");
        assertThat(survivors).as("survivors").isEmpty();
        assertThat(killedThoughEqual)
                .as("in the table of equal ones, and killed")
                .isEmpty();
    }

    /** Where it differs, whatever the place in a list and the change: what contradicts one such mutant is likely to contradict the next. */
    private static String datum(Mutant mutant) {
        return mutant.path().replaceAll("\\[\\d+]", "").replaceAll("[=+ -].*", "");
    }

    private static boolean isEqual(Pathway pathway, String path) {
        return EQUAL.keySet().stream().anyMatch((pathway.id() + path)::matches);
    }

    private static boolean survives(
            Mutant mutant, Pathway pathway, Supplier<? extends ShippedHandoff> test, List<Method> order) {
        Pathway changed;
        try {
            changed = mutant.of(pathway);
        } catch (IllegalArgumentException refused) {
            return false;
        }
        assertThat(changed.equals(pathway)).as(mutant.path()).isFalse();
        return firstContradiction(changed, test, order).isEmpty();
    }

    /** The sentence that it contradicts, which is then asked first. */
    private static List<String> firstContradiction(
            Pathway pathway, Supplier<? extends ShippedHandoff> test, List<Method> order) {
        ShippedHandoff shipped = test.get();
        for (Method sentence : order) {
            for (Object[] given : given(sentence)) {
                shipped.pathway = pathway;
                try {
                    sentence.invoke(shipped, given);
                } catch (InvocationTargetException contradicted) {
                    order.remove(sentence);
                    order.add(0, sentence);
                    return List.of(sentence.getName());
                } catch (IllegalAccessException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        }
        return List.of();
    }

    private static List<Object[]> given(Method sentence) {
        Rows rows = sentence.getAnnotation(Rows.class);
        return rows == null
                ? List.<Object[]>of(new Object[0])
                : Requirements.rows(rows.value()).stream()
                        .map((Row row) -> new Object[] {row})
                        .toList();
    }

    private static List<Method> sentences(Class<?> test) {
        return Stream.<Class<?>>iterate(test, c -> c != Object.class, Class::getSuperclass)
                .flatMap(c -> Stream.of(c.getDeclaredMethods()))
                .filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(RowTest.class))
                .peek(m -> m.setAccessible(true))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    @Test
    void eachLineOfTheTableOfEqualOnesFitsSomeMutant() {
        TreeSet<String> paths = new TreeSet<>();
        for (Pathway pathway : Catalog.all()) {
            DefinitionMutants.of(pathway).forEach(m -> paths.add(pathway.id() + m.path()));
        }
        EQUAL.keySet().forEach(line -> assertThat(paths).as(line).anyMatch(path -> path.matches(line)));
    }
}
