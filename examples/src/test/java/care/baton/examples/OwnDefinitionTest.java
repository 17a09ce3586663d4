package care.baton.examples;

import care.baton.catalog.Referral;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.RecordId;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.record.RecordCommand.OpenRun;
import care.baton.record.RecordCommand.RaiseFlag;
import care.baton.record.RecordEvent.RunOpened;
import care.baton.record.RecordFixture;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a host tries out a definition: given what was done, when somebody asks, then this comes of it. */
class OwnDefinitionTest {

    private static final Pathway PATHWAY = Referral.handoff();
    private static final ServiceCalendar CALENDAR = ServiceCalendar.builder()
            .zone(ZoneId.of("Europe/Istanbul"))
            .opens(LocalTime.of(8, 0))
            .closes(LocalTime.of(17, 0))
            .addWorkingDays(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY)
            .build();
    private static final Code RUN = Code.of("run-1");
    private static final PersonId WHO = PersonId.of("person-1");
    private static final OrganizationId OFFICE = OrganizationId.of("office");
    private static final Holder MANAGER = Holder.of(OFFICE, Code.of("case-manager"));
    private static final Holder INTAKE = Holder.of(OrganizationId.of("agency"), Code.of("intake-manager"));
    private static final Holder PERSON = Holder.of(OrganizationId.of("household"), Code.of("person"), WHO);

    @Test
    void aWarningThatItDoesNotListIsRefused() {
        RecordFixture.of(
                        RecordId.of("record-1"),
                        new Rulebook(List.of(PATHWAY), CALENDAR),
                        Instant.parse("2026-03-02T08:00:00Z"))
                .given(MANAGER, opening())
                .after(Duration.ofHours(2))
                .when(MANAGER, new OpenRun(RUN, PATHWAY.id(), PATHWAY.version()))
                .thenHappened(RunOpened.class)
                .given(INTAKE, new RaiseFlag(Code.of("no-capacity")))
                .when(INTAKE, new RaiseFlag(Code.of("no-beds")))
                .thenRefused(Reason.NAME_UNKNOWN);
    }

    private static OpenRecord opening() {
        return new OpenRecord(
                OFFICE,
                WHO,
                List.of(
                        new JoinTeam(MANAGER, OrganizationKind.CASE_MANAGEMENT, List.of()),
                        new JoinTeam(INTAKE, OrganizationKind.HOME_CARE_PROVIDER, List.of()),
                        new JoinTeam(PERSON, OrganizationKind.PERSON_AND_FAMILY, List.of())),
                List.of());
    }
}
