package care.baton.record;

import static care.baton.record.HomeStart.INTAKE;
import static care.baton.record.HomeStart.NURSE;
import static care.baton.record.HomeStart.PERSON;
import static care.baton.record.HomeStart.PLANNER;
import static care.baton.record.HomeStart.ROUTINES;
import static care.baton.record.HomeStart.START;
import static care.baton.record.HomeStart.WHO;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.consent.Audience;
import care.baton.consent.Consent;
import care.baton.consent.ConsentCommand.LabelInformation;
import care.baton.consent.ConsentCommand.RecordConsent;
import care.baton.consent.Giver;
import care.baton.consent.Purpose;
import care.baton.consent.Scope;
import care.baton.consent.Sensitivity;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.outcome.Outcome;
import care.baton.ownership.Absence;
import care.baton.ownership.TeamEvent.AbsenceEnded;
import care.baton.ownership.TeamEvent.AbsencePlanned;
import care.baton.ownership.TeamEvent.MemberAcknowledged;
import care.baton.ownership.TeamEvent.MemberJoined;
import care.baton.ownership.TeamEvent.MemberLeft;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.AcknowledgeDuties;
import care.baton.record.RecordCommand.EndAbsence;
import care.baton.record.RecordCommand.LeaveTeam;
import care.baton.record.RecordCommand.PlanAbsence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who came and went, was away and back, and what may be shared: a stored record tells it, and nothing that cannot be. */
class ComingAndGoingTest {

    private static final Absence AWAY = new Absence(PersonId.of("nurse-2"), START, START.plus(Duration.ofDays(3)));

    private final RecordFixture record = HomeStart.record()
            .given(NURSE, new AcknowledgeDuties(), new PlanAbsence(NURSE, AWAY))
            .after(Duration.ofDays(1))
            .given(PERSON, new OnSharing(new RecordConsent(yes())))
            .given(INTAKE, new OnSharing(new LabelInformation(ROUTINES, Sensitivity.BEHAVIORAL_HEALTH)));

    @Test
    void whatPeopleDidIsReadAsItWas() {
        assertRead();
        record.given(NURSE, new EndAbsence(NURSE)).given(PLANNER, new LeaveTeam(NURSE));
        assertRead();
        record.given(PLANNER, HomeStart.joins(NURSE, OrganizationKind.CLINIC));
        assertRead();
    }

    @Test
    void whoIsHereDoesNotComeAndWhoHasLeftNeitherGoesNorIsAwayNorKnows() {
        assertThat(followed(new MemberJoined(NURSE, OrganizationKind.CLINIC, List.of())))
                .isFalse();
        record.given(NURSE, new EndAbsence(NURSE));
        assertThat(followed(new AbsenceEnded(NURSE))).isFalse();

        record.given(PLANNER, new LeaveTeam(NURSE));
        for (Event never : List.of(
                new MemberLeft(NURSE),
                new MemberAcknowledged(NURSE),
                new AbsencePlanned(NURSE, AWAY),
                new AbsenceEnded(NURSE))) {
            assertThat(followed(never)).isFalse();
        }
        assertThat(followed(new MemberJoined(NURSE, OrganizationKind.CLINIC, List.of())))
                .isTrue();
    }

    private void assertRead() {
        assertThat(read(entries()).orThrow().state()).isEqualTo(record.record());
    }

    /** Whether a stored list may go on with that. */
    private boolean followed(Event event) {
        List<Entry> more = new ArrayList<>(entries());
        more.add(Listed.entry(more.size(), record.now(), event));
        return read(more).refusals().isEmpty();
    }

    private List<Entry> entries() {
        return record.record().ledger().entries().toList();
    }

    private Outcome<CoordinationRecord, Entry> read(List<Entry> entries) {
        return CoordinationRecord.restore(record.record().id(), entries);
    }

    private static Consent yes() {
        return Consent.permit(
                new Scope.Everything(List.of()),
                Audience.of(INTAKE.organization()),
                Purpose.CARE_COORDINATION,
                Giver.self(WHO),
                Consent.Form.WRITTEN,
                START);
    }
}
