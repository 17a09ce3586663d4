package care.baton.bench;

import care.baton.catalog.Referral;
import care.baton.catalog.Roles;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/** Who takes part in what is timed: a hospital refers to a home care provider, under the referral as shipped. */
final class Seats {

    static final OrganizationId PROVIDER = OrganizationId.of("provider");
    static final PersonId PARTICIPANT = PersonId.of("participant-1");

    static final Holder CASE_MANAGER = seat("hospital", Roles.CASE_MANAGER);
    static final Holder CASE_LEAD = seat("hospital", Roles.CASE_MANAGEMENT_LEAD);
    static final Holder INTAKE = seat("provider", Roles.INTAKE_MANAGER);
    static final Holder SUPERVISOR = seat("provider", Roles.SUPERVISOR);
    static final Holder SCHEDULER = seat("provider", Roles.SCHEDULER);
    static final Holder PROGRAM = seat("provider", Roles.PROGRAM_MANAGER);
    static final Holder NURSE = seat("provider", Roles.NURSE_CONSULTANT);
    static final Holder AUTHORIZATION = seat("funder", Roles.AUTHORIZATION_TEAM);
    static final Holder ACCESS = seat("funder", Roles.ACCESS_LEAD);
    static final Holder PERSON = Holder.of(OrganizationId.of("home"), Roles.PERSON, PARTICIPANT);

    static final ServiceCalendar CALENDAR = new ServiceCalendar(
            ZoneId.of("America/New_York"),
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            LocalTime.of(8, 0),
            LocalTime.of(17, 0),
            List.of());

    static final Rulebook RULES = new Rulebook(List.of(Referral.handoff()), CALENDAR);

    static final List<JoinTeam> TEAM = List.of(
            joins(PERSON, OrganizationKind.PERSON_AND_FAMILY),
            joins(CASE_MANAGER, OrganizationKind.HOSPITAL),
            joins(CASE_LEAD, OrganizationKind.HOSPITAL),
            joins(INTAKE, OrganizationKind.HOME_CARE_PROVIDER),
            joins(SUPERVISOR, OrganizationKind.HOME_CARE_PROVIDER),
            joins(SCHEDULER, OrganizationKind.HOME_CARE_PROVIDER),
            joins(PROGRAM, OrganizationKind.HOME_CARE_PROVIDER),
            joins(NURSE, OrganizationKind.HOME_CARE_PROVIDER),
            joins(AUTHORIZATION, OrganizationKind.PAYER),
            joins(ACCESS, OrganizationKind.COMMISSIONER));

    private Seats() {}

    private static Holder seat(String organization, Code role) {
        return Holder.of(OrganizationId.of(organization), role, PersonId.of("p-" + role));
    }

    private static JoinTeam joins(Holder seat, OrganizationKind kind) {
        return new JoinTeam(seat, kind, List.of());
    }
}
