package care.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.trace.Requirement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is to be reached: whose it is, what it says and what it leaves open. */
class GoalTest {

    private static final Code GOAL = Code.of("heart");
    private static final Holder PERSON =
            Holder.of(OrganizationId.of("home"), Code.of("person"), PersonId.of("person-1"));
    private static final Doing REHAB = new Doing(Code.of("cardiac-rehab"), 3, Doing.Every.WEEK);
    private static final Target WEIGHT = target("weight-lost", Target.Comparator.AT_LEAST, "5", "lb", Optional.of(30));
    private static final Within ECHO = new Within(14, Code.of("discharge"), LocalDate.of(2026, 3, 2));

    @Test
    @Requirement({"PLN-10", "PLN-12"})
    void thePersonsGoalIsInTheirOwnWordsAndTheirs() {
        Goal goal = Goal.builder()
                .code(GOAL)
                .author(Goal.Author.PERSON)
                .words(Sensitive.of("I want to walk to church"))
                .owner(PERSON)
                .build();

        assertThat(goal.author()).isEqualTo(Goal.Author.PERSON);
        assertThat(goal.words().text()).contains("I want to walk to church");
        assertThat(goal.owner()).contains(PERSON);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.builder()
                        .code(GOAL)
                        .author(Goal.Author.PERSON)
                        .words(Sensitive.none())
                        .build())
                .withMessageContaining("words");
    }

    @Test
    @Requirement("PLN-13")
    void aClinicalTargetHasAComparatorAValueAndAUnit() {
        Target target = target("hba1c", Target.Comparator.LESS_THAN, "7", "%", Optional.empty());

        assertThat(target.number()).contains(new BigDecimal("7"));
        assertThat(target.unit().text()).contains("%");
        assertThat(target.isMetBy(new BigDecimal("6.9"))).contains(true);
        assertThat(target.isMetBy(new BigDecimal("7.0"))).contains(false);
        assertThat(target("hba1c", Target.Comparator.AT_MOST, "7", "%", Optional.empty())
                        .isMetBy(new BigDecimal("7.0")))
                .contains(true);
        assertThat(target("steps", Target.Comparator.MORE_THAN, "100", "1", Optional.empty())
                        .isMetBy(new BigDecimal("100")))
                .contains(false);
        assertThat(target("steps", Target.Comparator.AT_LEAST, "100", "1", Optional.empty())
                        .isMetBy(new BigDecimal("100")))
                .contains(true);
        assertThat(target("hba1c", Target.Comparator.LESS_THAN, "low", "%", Optional.empty())
                        .isMetBy(BigDecimal.ONE))
                .isEmpty();
    }

    @Test
    @Requirement("PLN-14")
    void whatAGoalDoesNotSayIsListed() {
        Goal.Author author = Goal.Author.CLINICIAN;
        Goal nothing = new Goal(
                GOAL,
                author,
                Sensitive.none(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Goal all = new Goal(
                GOAL,
                author,
                Sensitive.none(),
                Optional.empty(),
                Optional.of(REHAB),
                List.of(WEIGHT),
                Optional.of(Code.of("did-it-before")),
                Optional.of(Code.of("stay-at-home")),
                Optional.of(ECHO));

        assertThat(nothing.missing())
                .extracting(Code::value)
                .containsExactly("specific", "measurable", "achievable", "relevant", "time-bound");
        assertThat(all.missing()).isEmpty();
    }

    @Test
    @Requirement("PLN-15")
    void itIsSpecificWithAnActivityAndHowOften() {
        assertThat(bare().doing(REHAB).build().missing()).doesNotContain(Code.of("specific"));
        assertThat(bare().build().missing()).contains(Code.of("specific"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Doing(Code.of("cardiac-rehab"), 0, Doing.Every.WEEK))
                .withMessageContaining("times");
    }

    @Test
    @Requirement("PLN-16")
    void itIsMeasurableWithAQuantityAndThePeriodForIt() {
        Target noPeriod = target("weight-lost", Target.Comparator.AT_LEAST, "5", "lb", Optional.empty());
        Target noQuantity = target("weight-lost", Target.Comparator.AT_LEAST, "some", "lb", Optional.of(30));

        assertThat(bare().addTargets(WEIGHT).build().isMeasurable()).isTrue();
        assertThat(bare().addTargets(noPeriod).build().isMeasurable()).isFalse();
        assertThat(bare().addTargets(noQuantity).build().isMeasurable()).isFalse();
        assertThat(bare().addTargets(noPeriod, noQuantity).build().missing()).contains(Code.of("measurable"));
    }

    @Test
    @Requirement("PLN-17")
    void itIsDueSoManyDaysFromAStart() {
        assertThat(bare().within(ECHO).build().missing()).doesNotContain(Code.of("time-bound"));
        assertThat(ECHO.due()).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Within(0, Code.of("discharge"), LocalDate.of(2026, 3, 2)))
                .withMessageContaining("days");
    }

    private static GoalBuilderStages.BuildFinal bare() {
        return Goal.builder().code(GOAL).author(Goal.Author.FAMILY).words(Sensitive.none());
    }

    private static Target target(
            String measure, Target.Comparator comparator, String value, String unit, Optional<Integer> days) {
        return new Target(Code.of(measure), comparator, Sensitive.of(value), Sensitive.of(unit), days);
    }
}
