package care.baton.record;

import static care.baton.record.Evolved.after;
import static care.baton.record.HomeRisks.WEIGHT;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.RUN;
import static care.baton.record.HomeStart.START;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Covered;
import care.baton.note.ContactEvent.ContactMarkedInError;
import care.baton.note.ContactEvent.ContactRecorded;
import care.baton.note.ContactType;
import care.baton.note.Stated;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.Sensitive;
import care.baton.record.RecordEvent.RunClosed;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.risk.Acuity;
import care.baton.risk.Baseline;
import care.baton.risk.Crossing;
import care.baton.risk.Detection;
import care.baton.risk.Instrument;
import care.baton.risk.Measured;
import care.baton.risk.Observation;
import care.baton.risk.RiskEvent;
import care.baton.risk.RiskEvent.AcuityStated;
import care.baton.risk.RiskEvent.BaselineEstablished;
import care.baton.risk.RiskEvent.NeedMet;
import care.baton.risk.RiskEvent.ObservationRecorded;
import care.baton.risk.RiskEvent.PatternDecided;
import care.baton.risk.RiskEvent.PatternDetected;
import care.baton.risk.RiskEvent.ScoreRecorded;
import care.baton.risk.RiskEvent.SignMarkedInError;
import care.baton.risk.RiskEvent.UnmetNeedNamed;
import care.baton.risk.Score;
import care.baton.risk.Sign;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What can follow on what is known of a person's risks, and what no operation could have made. */
class PossibleRiskTest {

    private static final Code WHY = Code.of("wrong-person");
    private static final Stated.Said ROOM = new Stated.Said(Sensitive.of("a room"));
    private static final Chart OPEN =
            after(Chart.empty(), new RunOpened(RUN, Code.of("home-start"), 1, Digest.of(new byte[] {1})));
    private static final Chart CLOSED = after(OPEN, new RunClosed(RUN, START));

    @Test
    void whatIsUsualGoesUpByOneForEachSubject() {
        assertThat(possible(OPEN, usual(1))).isTrue();
        assertThat(possible(OPEN, usual(2))).isFalse();
        assertThat(possible(after(OPEN, usual(1)), usual(2))).isTrue();
        assertThat(possible(after(OPEN, usual(1)), usual(1))).isFalse();
    }

    @Test
    void whatIsSeenIsNumberedAndAgainstTheNewestThatIsUsual() {
        Observation plain = Observation.figure(WEIGHT, Measured.of(70, "g"));
        Chart two = after(OPEN, usual(1), usual(2));

        assertThat(possible(OPEN, new ObservationRecorded(1, plain))).isTrue();
        assertThat(possible(OPEN, new ObservationRecorded(2, plain))).isFalse();
        assertThat(possible(OPEN, new ObservationRecorded(1, plain.against(1)))).isFalse();
        assertThat(possible(two, new ObservationRecorded(1, plain.against(2)))).isTrue();
        assertThat(possible(two, new ObservationRecorded(1, plain.against(1)))).isFalse();
        assertThat(possible(OPEN, score(1))).isTrue();
        assertThat(possible(OPEN, score(2))).isFalse();
        assertThat(possible(OPEN, new AcuityStated(Acuity.HIGH, WHY))).isTrue();
    }

    @Test
    void whatWasNeverSoIsSaidOnceOfWhatIsThereAndOfAContactElsewhere() {
        Chart seen = after(OPEN, seen(1), score(1), call(1));

        for (Sign.Kind kind : List.of(Sign.Kind.OBSERVATION, Sign.Kind.SCORE)) {
            assertThat(possible(OPEN, wrong(kind, 1))).isFalse();
            assertThat(possible(seen, wrong(kind, 1))).isTrue();
            assertThat(possible(seen, wrong(kind, 2))).isFalse();
            assertThat(possible(after(seen, wrong(kind, 1)), wrong(kind, 1))).isFalse();
        }
        assertThat(possible(seen, wrong(Sign.Kind.CONTACT, 1))).isFalse();
    }

    @Test
    void aPatternIsNumberedOnAnOpenRunAndRestsOnSignsThatCount() {
        Chart seen = after(OPEN, seen(1), score(1), call(1));
        for (Sign.Kind kind : Sign.Kind.values()) {
            assertThat(possible(seen, found(1, kind, 1))).isTrue();
            assertThat(possible(seen, found(1, kind, 2))).isFalse();
        }
        assertThat(possible(seen, found(2, Sign.Kind.SCORE, 1))).isFalse();
        assertThat(possible(after(seen, new RunClosed(RUN, START)), found(1, Sign.Kind.SCORE, 1)))
                .isFalse();
        assertThat(possible(after(seen, new ContactMarkedInError(1, WHY)), found(1, Sign.Kind.CONTACT, 1)))
                .isFalse();
        assertThat(possible(after(seen, wrong(Sign.Kind.SCORE, 1)), found(1, Sign.Kind.SCORE, 1)))
                .isFalse();
    }

    @Test
    void aPatternIsDecidedOnceOnEvidence() {
        Chart found = after(OPEN, seen(1), found(1, Sign.Kind.OBSERVATION, 1));
        PatternDecided decided = decided(List.of(new Covered(HomeStart.RISKS, 1)));

        assertThat(possible(OPEN, decided)).isFalse();
        assertThat(possible(found, decided)).isTrue();
        assertThat(possible(found, decided(List.of()))).isFalse();
        assertThat(possible(after(found, decided), decided)).isFalse();
    }

    @Test
    void aNeedIsNumberedOnAnOpenRunAndMetOnce() {
        UnmetNeedNamed named = new UnmetNeedNamed(1, RUN, Code.of("housing"), NURSE, Sensitive.none());
        NeedMet met = new NeedMet(1, ROOM);

        assertThat(possible(OPEN, named)).isTrue();
        assertThat(possible(CLOSED, named)).isFalse();
        assertThat(possible(after(OPEN, named), named)).isFalse();
        assertThat(possible(OPEN, met)).isFalse();
        assertThat(possible(after(OPEN, named), met)).isTrue();
        assertThat(possible(after(OPEN, named, met), met)).isFalse();
    }

    private static boolean possible(Chart before, RiskEvent event) {
        return PossibleRisk.after(before, event);
    }

    private static BaselineEstablished usual(int version) {
        return new BaselineEstablished(version, new Baseline(WEIGHT, Optional.empty(), Sensitive.none(), WHY));
    }

    private static ObservationRecorded seen(int number) {
        return new ObservationRecorded(number, Observation.figure(WEIGHT, Measured.of(70, "g")));
    }

    private static ScoreRecorded score(int number) {
        return new ScoreRecorded(number, new Score(Instrument.LACE, 9, WHY, HomeRisks.DAY));
    }

    private static ContactRecorded call(int number) {
        return new ContactRecorded(number, HomeNotes.contact(ContactType.FAMILY_CALL, 5));
    }

    private static SignMarkedInError wrong(Sign.Kind kind, int number) {
        return new SignMarkedInError(new Sign.Ref(kind, number), WHY);
    }

    private static PatternDetected found(int number, Sign.Kind kind, int sign) {
        Crossing crossing = new Crossing(
                Optional.empty(), START, Optional.empty(), Measured.of(1, "times"), List.of(new Sign.Ref(kind, sign)));
        Detection detection = new Detection(
                Code.of("calls"),
                crossing,
                Acuity.LOW,
                List.of(HomeRisks.CHANGED),
                Code.of("look-closer"),
                HomeStart.LEAD,
                List.of(),
                Optional.empty(),
                Optional.empty());
        return new PatternDetected(number, RUN, detection);
    }

    private static PatternDecided decided(List<Covered> evidence) {
        return new PatternDecided(1, HomeRisks.CHANGED, evidence, new Stated.Nothing());
    }
}
