package care.baton.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a plan says: each name once, and what has changed from one version to the next by its place. */
class CarePlanTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Code LEAVING = Code.of("leaving");
    private static final Code STAIRS = Code.of("stairs");
    private static final Goal WALK = Goal.builder()
            .code(Code.of("walk"))
            .author(Goal.Author.PERSON)
            .words(Sensitive.of("to church"))
            .build();
    private static final Preference HOME = prefers("stay-at-home");
    private static final Piece RECOVERY = new Piece(Code.of("recovery"), List.of(seat("nurse")));
    private static final Activity RIDE = arranged("ride", Optional.of(LEAVING));
    private static final Window WINDOW = new Window(LEAVING, MONDAY, MONDAY.plusSeconds(60));
    private static final Deviation NO_BED = new Deviation(Code.of("bed"), Code.of("has-one"));

    @Test
    void eachNameStandsOnceAndEachThatIsGivenTwiceIsNamedByItsPlace() {
        assertThat(faults(plan())).isEmpty();
        assertThat(faults(changed(b -> b.addGoals(WALK)))).containsExactly("NAME_TWICE goals/walk");
        assertThat(faults(changed(b -> b.addPreferences(HOME)))).containsExactly("NAME_TWICE preferences/stay-at-home");
        assertThat(faults(changed(b -> b.addPieces(RECOVERY)))).containsExactly("NAME_TWICE pieces/recovery");
        assertThat(faults(changed(b -> b.addActivities(RIDE)))).containsExactly("NAME_TWICE activities/ride");
        assertThat(faults(changed(b -> b.addWindows(WINDOW)))).containsExactly("NAME_TWICE windows/leaving");
        assertThat(faults(changed(b -> b.addDeviations(NO_BED)))).containsExactly("NAME_TWICE deviations/bed");
    }

    @Test
    void whatHasChangedIsNamedByItsPlaceWhicheverVersionHasIt() {
        Code hours = Code.of("hours");

        assertThat(Check.changed(plan(), plan())).isEmpty();
        for (CarePlan more : List.of(
                changed(b -> b.addGoals(goal("sleep"))),
                changed(b -> b.addPreferences(prefers("no-pain"))),
                changed(b -> b.addPieces(new Piece(Code.of("housing"), List.of()))),
                changed(b -> b.addActivities(arranged("bed", Optional.empty()))),
                changed(b -> b.addWindows(new Window(Code.of("later"), MONDAY, MONDAY))),
                changed(b -> b.addDeviations(new Deviation(Code.of("visit"), Code.of("refused")))),
                changed(b -> b.addDecisions(hours)))) {
            assertThat(Check.changed(plan(), more))
                    .hasSize(1)
                    .isEqualTo(Check.changed(more, plan()))
                    .allMatch(place ->
                            place.matches("goals/sleep|preferences/no-pain|pieces/housing|activities/bed|windows/later"
                                    + "|deviations/visit|decisions/hours"));
        }
        CarePlan other = changed(b -> b.addActivities(arranged("ride", Optional.empty())));
        assertThat(Check.changed(plan(), other)).containsExactly("activities/ride");
    }

    @Test
    void anotherProtocolAndAnotherVersionOfItAreAChange() {
        assertThat(Check.changed(plan(), by("going-home", 2).build())).contains("protocol");
        assertThat(Check.changed(plan(), by("staying-home", 1).build())).contains("protocol");
        assertThat(Check.changed(plan(), by("going-home", 1).build())).doesNotContain("protocol");
    }

    @Test
    void whatIsLookedForIsFoundByItsNameAndWhatIsLinkedByItsWindow() {
        CarePlan plan = changed(b -> b.addActivities(arranged("bed", Optional.empty())));

        assertThat(plan.activity(RIDE.code())).contains(RIDE);
        assertThat(plan.activity(LEAVING)).isEmpty();
        assertThat(plan.window(LEAVING)).contains(WINDOW);
        assertThat(plan.window(RIDE.code())).isEmpty();
        assertThat(plan.linked(LEAVING)).containsExactly(RIDE);
        assertThat(plan.unowned()).extracting(a -> a.code().value()).containsExactly("ride", "bed");
    }

    @Test
    void anActivityConflictsOnceWithEachPreferenceThatExcludesWhatItInvolves() {
        Preference slow = new Preference(
                Code.of("slowly"), Preference.Kind.CONSTRAINT, Sensitive.none(), List.of(STAIRS, STAIRS));
        CarePlan plan = changed(b -> b.addPreferences(slow)
                .addActivities(Activity.builder()
                        .code(Code.of("exercise"))
                        .kind(Code.of("exercise"))
                        .piece(RECOVERY.code())
                        .subject(Code.of("legs"))
                        .purpose(WALK.code())
                        .due(MONDAY)
                        .addInvolves(STAIRS)
                        .build()));

        assertThat(plan.conflicts()).containsExactly(new Conflict(Code.of("exercise"), slow.code(), STAIRS));
    }

    @Test
    void aWindowHoldsBothItsEnds() {
        Window moment = new Window(LEAVING, MONDAY, MONDAY);

        assertThat(moment.holds(MONDAY)).isTrue();
        assertThat(moment.holds(MONDAY.minusNanos(1))).isFalse();
        assertThat(moment.holds(MONDAY.plusNanos(1))).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Window(LEAVING, MONDAY, MONDAY.minusNanos(1)))
                .withMessageStartingWith("until:");
    }

    @Test
    void whatCannotBePlannedIsRefusedByName() {
        LocalDate day = LocalDate.of(2026, 3, 2);
        assertThat(new Within(3653, Code.of("discharge"), day).due()).isEqualTo(day.plusDays(3653));
        assertThat(new Within(1, Code.of("discharge"), day).due()).isEqualTo(day.plusDays(1));
        assertThat(new Doing(STAIRS, 1, Doing.Every.DAY).times()).isEqualTo(1);
        assertThat(target(1).days()).contains(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Within(3654, Code.of("discharge"), day))
                .withMessageStartingWith("days:");
        assertThatIllegalArgumentException().isThrownBy(() -> target(0)).withMessageStartingWith("days:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Discipline(Code.of("medical"), List.of()))
                .withMessageStartingWith("roles:");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Protocol.builder()
                        .id(Code.of("p"))
                        .version(1)
                        .coordinator(Code.of("c"))
                        .build())
                .withMessageStartingWith("phases:");
    }

    @Test
    void whoeverSpeaksForThePersonNeedsTheirWordsAndAClinicianDoesNot() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Goal.builder()
                        .code(Code.of("walk"))
                        .author(Goal.Author.PERSON)
                        .words(Sensitive.none())
                        .build())
                .withMessageStartingWith("words:");
        assertThat(goal("sleep").words().isNone()).isTrue();
    }

    @Test
    void whatThePlanLeavesOutIsUnexplainedUnlessItSaysWhy() {
        Protocol protocol = Protocol.builder()
                .id(Code.of("going-home"))
                .version(1)
                .coordinator(Code.of("c"))
                .addPhases(Code.of("assess"))
                .addActivities(Code.of("transport"), Code.of("bed"), Code.of("visit"))
                .build();

        assertThat(Check.unexplained(plan(), protocol)).containsExactly(Code.of("visit"));
    }

    private static List<String> faults(CarePlan plan) {
        return Check.faults(plan).stream().map(r -> r.code() + " " + r.path()).toList();
    }

    private static CarePlan plan() {
        return changed(b -> b);
    }

    private static CarePlan changed(UnaryOperator<CarePlanBuilderStages.BuildFinal> more) {
        return more.apply(by("going-home", 1)).build();
    }

    private static CarePlanBuilderStages.BuildFinal by(String protocol, int version) {
        return CarePlan.builder()
                .protocol(Code.of(protocol))
                .protocolVersion(version)
                .addGoals(WALK)
                .addPreferences(HOME)
                .addPieces(RECOVERY)
                .addActivities(RIDE)
                .addWindows(WINDOW)
                .addDeviations(NO_BED);
    }

    private static Goal goal(String code) {
        return Goal.builder()
                .code(Code.of(code))
                .author(Goal.Author.CLINICIAN)
                .words(Sensitive.none())
                .build();
    }

    private static Preference prefers(String code) {
        return new Preference(Code.of(code), Preference.Kind.PRIORITY, Sensitive.none(), List.of());
    }

    private static Activity arranged(String code, Optional<Code> window) {
        return Activity.builder()
                .code(Code.of(code))
                .kind(Code.of("transport"))
                .piece(RECOVERY.code())
                .subject(Code.of(code))
                .purpose(WALK.code())
                .due(MONDAY)
                .arrangement(new Arrangement(window))
                .build();
    }

    private static Target target(int days) {
        return new Target(
                Code.of("weight"),
                Target.Comparator.AT_MOST,
                Sensitive.of("70"),
                Sensitive.of("kg"),
                Optional.of(days));
    }

    private static Holder seat(String role) {
        return Holder.of(OrganizationId.of("clinic"), Code.of(role));
    }
}
