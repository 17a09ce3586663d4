package care.baton.catalog;

import static org.assertj.core.api.Assertions.assertThat;

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
                "(emerging-risk-review/(stages\\[0]/fields\\[4]/need|stages\\[1]/fields\\[1]/need|closure\\[[13]])"
                        + "|service-change/(stages\\[0]/fields\\[3]/need|closure\\[6])"
                        + "|transition-and-closure/(stages\\[1]/fields\\[0]/need|closure\\[7]))/holds removed",
                "the stage and the closing ask for the same value: either alone holds it to its kind");
        EQUAL.put(".*/title", "shown and decides nothing: left out of the definition's fingerprint");
    }

    @Test
    void everyMutantOfTheReferralIsKilled() {
        killed(Referral.handoff(), ReferralTest::new);
    }

    @Test
    void everyMutantOfTheCoordinationAfterDischargeIsKilled() {
        killed(PostDischarge.coordination(), PostDischargeTest::new);
    }

    @Test
    void everyMutantOfTheMedicationChangeIsKilled() {
        killed(MedicationChange.sameDay(), MedicationChangeTest::new);
    }

    @Test
    void everyMutantOfTheServiceChangeIsKilled() {
        killed(ServiceChange.notification(), ServiceChangeTest::new);
    }

    @Test
    void everyMutantOfTheEmergingRiskIsKilled() {
        killed(EmergingRisk.review(), EmergingRiskTest::new);
    }

    @Test
    void everyMutantOfTheServiceBoundaryIsKilled() {
        killed(ServiceBoundary.guide(), ServiceBoundaryTest::new);
    }

    @Test
    void everyMutantOfTheUnderAuthorizedSupportIsKilled() {
        killed(UnderAuthorized.reassessment(), UnderAuthorizedTest::new);
    }

    @Test
    void everyMutantOfTheFundingReviewIsKilled() {
        killed(FundingReview.complexPathway(), FundingReviewTest::new);
    }

    @Test
    void everyMutantOfTheTransitionIsKilled() {
        killed(Transition.toPrimaryCare(), TransitionTest::new);
    }

    @Test
    void everyMutantOfTheLoadReviewOfAMedicationChangeIsKilled() {
        killed(LoadReview.medicationChange(), LoadReviewOfAMedicationChangeTest::new);
    }

    @Test
    void everyMutantOfTheLoadReviewOfAChangedNeedIsKilled() {
        killed(LoadReview.changedNeed(), LoadReviewOfAChangedNeedTest::new);
    }

    @Test
    void everyMutantOfTheDischargeToHomeHealthIsKilled() {
        killed(SharedCare.homeHealth(), HomeHealthTest::new);
    }

    @Test
    void everyMutantOfBehavioralHealthIsKilled() {
        killed(SharedCare.behavioralHealth(), BehavioralHealthTest::new);
    }

    @Test
    void everyMutantOfChronicDiseaseIsKilled() {
        killed(SharedCare.chronicDisease(), ChronicDiseaseTest::new);
    }

    @Test
    void everyMutantOfPediatricCareIsKilled() {
        killed(SharedCare.pediatric(), PediatricTest::new);
    }

    @Test
    void everyMutantOfTheCaseManagerContactIsKilled() {
        killed(CaseManagerContact.reviewed(), CaseManagerContactTest::new);
    }

    @Test
    void everyMutantOfTheQualityFollowUpIsKilled() {
        killed(QualityFollowUp.ofFinding(), QualityFollowUpTest::new);
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
            for (Object[] arguments : arguments(sentence)) {
                shipped.pathway = pathway;
                try {
                    sentence.invoke(shipped, arguments);
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

    private static List<Object[]> arguments(Method sentence) {
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
