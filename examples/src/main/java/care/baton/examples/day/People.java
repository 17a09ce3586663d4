package care.baton.examples.day;

import care.baton.catalog.Roles;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.JoinTeam;
import java.util.List;

/** Who takes part in the day: roles of four organizations and the person. */
final class People {

    static final OrganizationId PROVIDER = OrganizationId.of("home-care-provider");
    static final OrganizationId HOSPITAL = OrganizationId.of("hospital");
    static final OrganizationId FUNDER = OrganizationId.of("funder");
    static final OrganizationId HOME = OrganizationId.of("home");

    static final Holder CASE_MANAGER = Holder.of(HOSPITAL, Roles.CASE_MANAGER, PersonId.of("staff-1"));
    static final Holder CASE_LEAD = Holder.of(HOSPITAL, Roles.CASE_MANAGEMENT_LEAD, PersonId.of("staff-2"));
    static final Holder INTAKE = Holder.of(PROVIDER, Roles.INTAKE_MANAGER, PersonId.of("staff-3"));
    static final Holder SUPERVISOR = Holder.of(PROVIDER, Roles.SUPERVISOR, PersonId.of("staff-4"));
    static final Holder SCHEDULER = Holder.of(PROVIDER, Roles.SCHEDULER, PersonId.of("staff-5"));
    static final Holder PROGRAM = Holder.of(PROVIDER, Roles.PROGRAM_MANAGER, PersonId.of("staff-6"));
    static final Holder NURSE = Holder.of(PROVIDER, Roles.NURSE_CONSULTANT, PersonId.of("staff-7"));
    static final Holder AUTHORIZATION = Holder.of(FUNDER, Roles.AUTHORIZATION_TEAM, PersonId.of("staff-8"));
    static final Holder ACCESS = Holder.of(FUNDER, Roles.ACCESS_LEAD, PersonId.of("staff-9"));

    private People() {}

    static Holder person(PersonId person) {
        return Holder.of(HOME, Roles.PERSON, person);
    }

    static List<JoinTeam> team(PersonId person) {
        return List.of(
                new JoinTeam(person(person), OrganizationKind.PERSON_AND_FAMILY, List.of()),
                joins(CASE_MANAGER, OrganizationKind.HOSPITAL),
                joins(CASE_LEAD, OrganizationKind.HOSPITAL),
                joins(INTAKE, OrganizationKind.HOME_CARE_PROVIDER),
                joins(SUPERVISOR, OrganizationKind.HOME_CARE_PROVIDER),
                joins(SCHEDULER, OrganizationKind.HOME_CARE_PROVIDER),
                joins(PROGRAM, OrganizationKind.HOME_CARE_PROVIDER),
                joins(NURSE, OrganizationKind.HOME_CARE_PROVIDER),
                joins(AUTHORIZATION, OrganizationKind.PAYER),
                joins(ACCESS, OrganizationKind.COMMISSIONER));
    }

    private static JoinTeam joins(Holder seat, OrganizationKind kind) {
        return new JoinTeam(seat, kind, List.<Code>of());
    }
}
