package care.baton.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.note.Contacts;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Act;
import care.baton.party.Channel;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Relayed;
import care.baton.party.Sensitive;
import care.baton.risk.RiskEvent.BaselineEstablished;
import care.baton.risk.RiskEvent.NeedMet;
import care.baton.risk.RiskEvent.ObservationRecorded;
import care.baton.risk.RiskEvent.PatternDecided;
import care.baton.risk.RiskEvent.ScoreRecorded;
import care.baton.risk.RiskEvent.SignMarkedInError;
import care.baton.risk.RiskEvent.UnmetNeedNamed;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What stands of a person's risks, and which signs count, one event after the other. */
class RisksTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final Code WEIGHT = Code.of("weight");
    private static final Code SOURCE = Code.of("file");
    private static final Code WHY = Code.of("wrong-person");
    private static final Holder NURSE = Holder.of(OrganizationId.of("clinic"), Code.of("nurse"));
    private static final Holder FAMILY = Holder.of(OrganizationId.of("home"), Code.of("family"));
    private static final Act ACT = Act.of(CommandId.of("command-1"), NURSE, Stamp.at(MONDAY));

    @Test
    void whatIsUsualIsTheNewestThatIsKnownAndEachVersionStays() {
        Risks risks = after(usual(1, 70_000, "g"), usual(2, 71_000, "g"));

        assertThat(risks.baseline(WEIGHT).map(Established::version)).contains(2);
        assertThat(risks.baseline(WEIGHT, 1).map(Established::version)).contains(1);
        assertThat(risks.baseline(WEIGHT, 3)).isEmpty();
        assertThat(risks.baseline(SOURCE)).isEmpty();
        assertThat(risks.baseline(WEIGHT).orElseThrow().by()).isEqualTo(NURSE);
    }

    @Test
    void aReadingIsComparedWithTheVersionThatItNamesAndInItsUnitOnly() {
        Risks risks = after(
                usual(1, 70_000, "g"),
                usual(2, 80_000, "g"),
                new ObservationRecorded(1, weighs(72_000, "g").against(1)),
                new ObservationRecorded(2, weighs(72_000, "g").against(2)),
                new ObservationRecorded(3, weighs(72, "kg").against(1)),
                new ObservationRecorded(4, weighs(72_000, "g")));

        assertThat(signs(risks))
                .extracting(Sign::change)
                .containsExactly(
                        Optional.of(Measured.of(2_000, "g")),
                        Optional.of(Measured.of(-8_000, "g")),
                        Optional.empty(),
                        Optional.empty());
        assertThat(risks.progress(WEIGHT).orElseThrow().since())
                .extracting(Observed::number)
                .containsExactly(2);
    }

    @Test
    void aDifferenceTooLargeToBeAFigureIsTheLargestThatThereIs() {
        long most = 1_000_000_000_000L;
        Risks up = after(
                usual(1, -most, "g"),
                new ObservationRecorded(1, weighs(most, "g").against(1)));
        Risks down = after(
                usual(1, most, "g"),
                new ObservationRecorded(1, weighs(-most, "g").against(1)));

        assertThat(signs(up).get(0).change()).contains(Measured.of(most, "g"));
        assertThat(signs(down).get(0).change()).contains(Measured.of(-most, "g"));
    }

    @Test
    void whatWasNeverSoIsKeptAndIsNoSignAndIsNotCounted() {
        Risks risks = after(new ObservationRecorded(1, weighs(1, "g")), new ScoreRecorded(1, lace(9)));
        assertThat(signs(risks))
                .extracting(Sign::ref)
                .containsExactly(new Sign.Ref(Sign.Kind.OBSERVATION, 1), new Sign.Ref(Sign.Kind.SCORE, 1));

        Risks without = risks.evolve(ACT, new SignMarkedInError(new Sign.Ref(Sign.Kind.OBSERVATION, 1), WHY));
        assertThat(signs(without)).extracting(s -> s.ref().kind()).containsExactly(Sign.Kind.SCORE);
        assertThat(without.observations()).extracting(Observed::inError).containsExactly(Optional.of(WHY));
        assertThat(without.observations(List.of(WEIGHT))).isEmpty();

        Risks neither = without.evolve(ACT, new SignMarkedInError(new Sign.Ref(Sign.Kind.SCORE, 1), WHY));
        assertThat(signs(neither)).isEmpty();
        assertThat(neither.scores()).extracting(Scored::inError).containsExactly(Optional.of(WHY));
    }

    @Test
    void whatIsSaidOfSomethingThatIsNotThereChangesNothing() {
        Risks risks = after(new ObservationRecorded(1, weighs(1, "g")));

        assertThat(risks.evolve(ACT, new SignMarkedInError(new Sign.Ref(Sign.Kind.SCORE, 1), WHY)))
                .isEqualTo(risks);
        assertThat(risks.evolve(ACT, new PatternDecided(1, WHY, List.of(), new Stated.Nothing())))
                .isEqualTo(risks);
        assertThat(risks.evolve(ACT, new NeedMet(1, new Stated.Said(Sensitive.of("a room")))))
                .isEqualTo(risks);
    }

    @Test
    void aNeedIsOpenUntilItIsSaidHowItWasMet() {
        Risks risks = after(new UnmetNeedNamed(1, Code.of("run-1"), Code.of("housing"), NURSE, Sensitive.none()));
        Stated.Said room = new Stated.Said(Sensitive.of("a room"));

        UnmetNeed open = risks.unmet().get(0);
        assertThat(open.at()).isEqualTo(MONDAY);
        Risks met = risks.evolve(ACT, new NeedMet(1, room));
        assertThat(met.unmet()).isEmpty();
        assertThat(met.named().get(1))
                .contains(
                        new UnmetNeed(1, open.run(), open.need(), NURSE, Sensitive.none(), MONDAY, Optional.of(room)));
    }

    @Test
    void whatIsSeenWasSeenWhenItWasSaidToHaveBeenElseWhenItWasTold() {
        Relayed heard = new Relayed(FAMILY, Channel.PHONE, MONDAY.minus(Duration.ofHours(2)));
        Stamp known = Stamp.at(MONDAY).withOccurred(MONDAY.minus(Duration.ofHours(5)));
        ObservationRecorded event = new ObservationRecorded(1, weighs(1, "g"));

        Observed told = seen(new Act(ACT.command(), NURSE, Stamp.at(MONDAY), Optional.of(heard)), event);
        assertThat(told.at()).isEqualTo(heard.saidAt());
        assertThat(told.by()).isEqualTo(FAMILY);
        assertThat(told.author()).isEqualTo(NURSE);
        assertThat(seen(new Act(ACT.command(), NURSE, known, Optional.of(heard)), event)
                        .at())
                .isEqualTo(MONDAY.minus(Duration.ofHours(5)));
        assertThat(seen(ACT, event).at()).isEqualTo(MONDAY);
    }

    @Test
    void signsStandInTheOrderInWhichTheyWereAndWithinOneInstantByKindAndNumber() {
        Sign.Ref first = new Sign.Ref(Sign.Kind.OBSERVATION, 2);
        Sign.Ref second = new Sign.Ref(Sign.Kind.OBSERVATION, 10);
        Sign.Ref third = new Sign.Ref(Sign.Kind.SCORE, 1);

        assertThat(List.of(third, second, first).stream().sorted().toList()).containsExactly(first, second, third);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sign.Ref(Sign.Kind.SCORE, 0))
                .withMessage("number: from 1");
    }

    @Test
    void nothingPrintsWhatWasSeen() {
        assertThat(signs(after(new ObservationRecorded(1, weighs(71_500, "g")))).get(0))
                .hasToString("Sign[Ref[kind=OBSERVATION, number=1]]");
    }

    private static Observed seen(Act act, ObservationRecorded event) {
        return Risks.none().evolve(act, event).observed().get(1).orElseThrow();
    }

    private static Risks after(RiskEvent... events) {
        Risks risks = Risks.none();
        for (RiskEvent event : events) {
            risks = risks.evolve(ACT, event);
        }
        return risks;
    }

    private static List<Sign> signs(Risks risks) {
        return Sign.of(risks, Contacts.none());
    }

    private static BaselineEstablished usual(int version, long value, String unit) {
        return new BaselineEstablished(
                version, new Baseline(WEIGHT, Optional.of(Measured.of(value, unit)), Sensitive.none(), SOURCE));
    }

    private static Observation weighs(long value, String unit) {
        return Observation.figure(WEIGHT, Measured.of(value, unit));
    }

    private static Score lace(int points) {
        return new Score(Instrument.LACE, points, SOURCE, LocalDate.of(2026, 3, 2));
    }
}
