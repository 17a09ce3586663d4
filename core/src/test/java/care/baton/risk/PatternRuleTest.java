package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import care.baton.note.ContactType;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.risk.Trigger.Adds;
import care.baton.risk.Trigger.Each;
import care.baton.risk.Trigger.Reached;
import care.baton.risk.Trigger.Repeated;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When small signs are a pattern, hour by hour. */
class PatternRuleTest {

    private static final Duration WINDOW = Duration.ofHours(48);
    private static final Code APPETITE = Code.of("appetite");
    private static final Code WEIGHT = Code.of("weight");
    private static final Code GRAMS = Code.of("g");
    private static final Repeated OFTEN = Repeated.any(Adds.TIMES);

    @Test
    void aWindowHoldsWhatIsYoungerThanItIsLongAndThePatternEndsAsTheFirstFallsOut() {
        assertThat(found(OFTEN, 2, note(1, 0), note(2, 48))).isEmpty();
        assertThat(found(OFTEN, 2, note(1, 1), note(2, 48)))
                .containsExactly(new Crossing(
                        Optional.empty(),
                        hour(48),
                        Optional.of(hour(49)),
                        Measured.of(2, "times"),
                        List.of(ref(1), ref(2))));
    }

    @Test
    void itIsTheSameInWhateverOrderTheSignsAreTold() {
        assertThat(found(OFTEN, 2, note(2, 48), note(1, 1))).isEqualTo(found(OFTEN, 2, note(1, 1), note(2, 48)));
    }

    @Test
    void itGoesOnAsLongAsEnoughAreInTheWindow() {
        assertThat(found(OFTEN, 2, note(1, 0), note(2, 40), note(3, 47), note(4, 140), note(5, 141)))
                .extracting(Crossing::from, c -> c.until().orElseThrow())
                .containsExactly(tuple(hour(40), hour(88)), tuple(hour(141), hour(188)));
    }

    @Test
    void minutesAddUpAsTimesDo() {
        Repeated longer = Repeated.any(Adds.MINUTES);

        assertThat(found(longer, 60, note(1, 0), note(2, 1))).isEmpty();
        assertThat(found(longer, 60, note(1, 0), note(2, 1), note(3, 2)))
                .extracting(Crossing::measured)
                .containsExactly(Measured.of(60, "minutes"));
    }

    @Test
    void whatIsCountedBySubjectIsAPatternOfThatSubject() {
        Repeated bySubject = new Repeated(Adds.TIMES, true, 1, 1, 0, 0, List.of());
        Sign other = sign(3, 2, WEIGHT, Source.NOTE, Optional.empty());

        assertThat(found(bySubject, 2, note(1, 0), other)).isEmpty();
        assertThat(found(bySubject, 2, note(1, 0), other, note(2, 3)))
                .extracting(Crossing::subject, Crossing::evidence)
                .containsExactly(tuple(Optional.of(APPETITE), List.of(ref(1), ref(2))));
    }

    @Test
    void aRiseIsMoreThanInEachWindowBeforeByAsMuchAsTheRuleSays() {
        Repeated rising = new Repeated(Adds.TIMES, false, 1, 1, 1, 2, List.of());

        assertThat(found(rising, 2, note(1, 0), note(2, 60), note(3, 61))).isEmpty();
        assertThat(found(rising, 2, note(1, 0), note(2, 60), note(3, 61), note(4, 62)))
                .extracting(Crossing::from)
                .containsExactly(hour(62));
        assertThat(found(rising, 2, note(2, 60), note(3, 61)))
                .extracting(Crossing::from)
                .containsExactly(hour(61));
    }

    @Test
    void whatHasToStandStillIsKnownAndHasNotMovedSinceTheFirstWindowBegan() {
        Repeated steady = new Repeated(Adds.TIMES, false, 1, 1, 0, 0, List.of(WEIGHT));

        assertThat(still(steady, note(1, 50), note(2, 51))).as("not known").isEmpty();
        assertThat(still(steady, weighs(9, 52, 70), note(1, 50), note(2, 51)))
                .as("known only afterwards")
                .isEmpty();
        assertThat(still(steady, weighs(9, 0, 70), note(1, 50), note(2, 51)))
                .extracting(Crossing::from)
                .containsExactly(hour(51));
        assertThat(still(steady, weighs(8, 0, 60), weighs(9, 3, 70), note(1, 50), note(2, 51)))
                .as("moved before the window began")
                .hasSize(1);
        assertThat(still(steady, weighs(8, 0, 60), weighs(9, 4, 70), note(1, 50), note(2, 51)))
                .as("moved within the window")
                .isEmpty();
        assertThat(still(steady, weighs(9, 0, 70), note(1, 50), note(2, 51), weighs(8, 60, 71)))
                .as("moved afterwards")
                .extracting(Crossing::until)
                .containsExactly(Optional.of(hour(60)));
    }

    @Test
    void aFigureIsHeardOfFromTheReadingThatReachesItToTheOneThatDoesNot() {
        Reached heavy = new Reached(GRAMS, false, false);

        assertThat(found(heavy, 70, weighs(1, 0, 69), weighs(2, 1, 70), weighs(3, 2, 71), weighs(4, 3, 69)))
                .containsExactly(new Crossing(
                        Optional.of(WEIGHT), hour(1), Optional.of(hour(3)), new Measured(70, GRAMS), List.of(ref(2))));
        assertThat(found(heavy, 70, weighs(1, 0, 70), weighs(2, 1, 69), weighs(3, 2, 70)))
                .extracting(Crossing::until)
                .containsExactly(Optional.of(hour(1)), Optional.empty());
    }

    @Test
    void aFigureThatFallsIsHeardOfFromBelowAndInItsOwnUnitOnly() {
        Reached light = new Reached(GRAMS, false, true);

        assertThat(found(light, 50, weighs(1, 0, 51), weighs(2, 1, 50), weighs(3, 2, 51)))
                .extracting(Crossing::from, Crossing::until)
                .containsExactly(tuple(hour(1), Optional.of(hour(2))));
        assertThat(found(new Reached(Code.of("kg"), false, true), 50, weighs(1, 0, 1)))
                .isEmpty();
        assertThat(found(new Reached(GRAMS, true, true), 50, weighs(1, 0, 1)))
                .as("no change is known")
                .isEmpty();
    }

    @Test
    void eachOneCountsByItselfOnceItWasSeenOftenEnough() {
        assertThat(found(new Each(), 2, note(1, 0))).isEmpty();
        assertThat(found(new Each(), 1, note(1, 0), note(2, 5)))
                .containsExactly(single(1, hour(0)), single(2, hour(5)));
    }

    @Test
    void whatIsCountedIsFromItsSourcesAboutItsSubjectsOfItsKindsAndClearWhereItHasToBe() {
        Sign small = note(1, 0);
        Sign call = sign(2, 0, APPETITE, Source.CONTACT, Optional.of(ContactType.FAMILY_CALL));

        assertThat(Counted.from(Source.NOTE, Source.STAFF).counts(small)).isTrue();
        assertThat(Counted.from(Source.STAFF).counts(small)).isFalse();
        assertThat(Counted.about(APPETITE).counts(small)).isTrue();
        assertThat(Counted.about(WEIGHT).counts(small)).isFalse();
        assertThat(Counted.ofContacts(ContactType.FAMILY_CALL).counts(call)).isTrue();
        assertThat(Counted.ofContacts(ContactType.CASE_MANAGER).counts(call)).isFalse();
        assertThat(Counted.ofContacts().counts(call)).isTrue();
        assertThat(Counted.ofContacts().counts(small)).isFalse();
        assertThat(new Counted(List.of(), List.of(), List.of(), true).counts(small))
                .isFalse();
    }

    @Test
    void howFarAFigureIsPastTheThresholdIsMeasuredUpwardsAndForOneThatFallsDownwards() {
        Thresholds thresholds = new Thresholds(30, 20, 10);

        assertThat(rule(OFTEN, thresholds).significance(25, Acuity.MODERATE)).isEqualTo(5);
        assertThat(rule(new Reached(GRAMS, false, false), thresholds).significance(25, Acuity.LOW))
                .isEqualTo(-5);
        assertThat(rule(new Reached(GRAMS, false, true), thresholds).significance(25, Acuity.HIGH))
                .isEqualTo(-15);
        assertThat(rule(new Reached(GRAMS, false, true), thresholds).significance(25, Acuity.LOW))
                .isEqualTo(5);
    }

    @Test
    void aWindowIsMoreThanNoTimeAndAtMostAYear() {
        Duration year = Duration.ofDays(366);

        assertThat(lasting(year).window()).isEqualTo(year);
        for (Duration length : List.of(Duration.ZERO, Duration.ofHours(-1), year.plusSeconds(1))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> lasting(length))
                    .withMessageStartingWith("window:");
        }
    }

    private static PatternRule lasting(Duration window) {
        return Signs.rule(OFTEN, Counted.from(), Thresholds.same(1), window);
    }

    private static PatternRule rule(Trigger trigger, Thresholds thresholds) {
        return Signs.rule(trigger, Counted.from(), thresholds, WINDOW);
    }

    private static List<Crossing> found(Trigger trigger, long threshold, Sign... signs) {
        return rule(trigger, Thresholds.same(threshold)).crossings(List.of(signs), Acuity.MODERATE);
    }

    private static List<Crossing> still(Repeated steady, Sign... signs) {
        return Signs.rule(steady, Counted.about(APPETITE), Thresholds.same(2), WINDOW)
                .crossings(List.of(signs), Acuity.MODERATE);
    }

    private static Crossing single(int number, Instant at) {
        return new Crossing(Optional.of(APPETITE), at, Optional.of(at), Measured.of(1, "times"), List.of(ref(number)));
    }

    /** Twenty minutes of it. */
    private static Sign note(int number, int hour) {
        return sign(number, hour, APPETITE, Source.NOTE, Optional.empty());
    }

    private static Sign sign(int number, int hour, Code subject, Source source, Optional<ContactType> contact) {
        return new Sign(
                ref(number),
                subject,
                source,
                contact,
                List.of(Holder.of(OrganizationId.of("clinic"), Code.of("nurse"))),
                hour(hour),
                1,
                20,
                true,
                Optional.empty(),
                Optional.empty());
    }

    private static Sign weighs(int number, int hour, long grams) {
        return new Sign(
                ref(number),
                WEIGHT,
                Source.METRIC,
                Optional.empty(),
                List.of(Holder.of(OrganizationId.of("clinic"), Code.of("nurse"))),
                hour(hour),
                1,
                0,
                true,
                Optional.of(new Measured(grams, GRAMS)),
                Optional.empty());
    }

    private static Sign.Ref ref(int number) {
        return new Sign.Ref(Sign.Kind.OBSERVATION, number);
    }

    private static Instant hour(int hour) {
        return Signs.START.plus(Duration.ofHours(hour));
    }
}
