package care.baton.fhir.explorer;

import care.baton.catalog.Referral;
import care.baton.catalog.Roles;
import care.baton.fhir.BareReferral;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.handoff.Ask;
import care.baton.handoff.Priority;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.pathway.RoleDescription;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who takes part: a sender and two receivers, one person, and the referral pathway with little before its steps. */
final class Cast {

    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    static final Code RUN = Code.of("referral");
    static final HandoffId HANDOFF = HandoffId.of("handoff-1");
    static final PersonId PERSON = PersonId.of("Patient/p1");
    static final Holder SENDER = holder("sender", Roles.CASE_MANAGER, "cm");
    static final Holder FIRST = holder("first", Roles.INTAKE_MANAGER, "im-1");
    static final Holder SECOND = holder("second", Roles.INTAKE_MANAGER, "im-2");

    private Cast() {}

    private static Holder holder(String house, Code role, String person) {
        return new Holder(OrganizationId.of("Organization/" + house), role, Optional.of(PersonId.of(person)));
    }

    /** The referral pathway; of its gates, only the one before an acceptance is kept, where that is wanted. */
    static Rulebook rules(boolean gated) {
        return new Rulebook(
                List.of(BareReferral.pathway(gated)),
                new ServiceCalendar(
                        ZoneId.of("America/New_York"),
                        List.of(DayOfWeek.values()),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        List.of()));
    }

    /** Everybody that a record has to know: its own house, and those it hands to or takes from. */
    static List<JoinTeam> team(List<Holder> receivers) {
        List<JoinTeam> team = new ArrayList<>();
        for (RoleDescription role : Referral.handoff().roles()) {
            boolean sends = role.code().equals(SENDER.role()) || role.code().equals(Roles.CASE_MANAGEMENT_LEAD);
            OrganizationId house = (sends ? SENDER : receivers.get(0)).organization();
            if (role.code().equals(FIRST.role())) {
                receivers.forEach(r -> team.add(new JoinTeam(r, OrganizationKind.HOME_CARE_PROVIDER, List.of())));
            } else {
                Holder seat = role.code().equals(SENDER.role())
                        ? SENDER
                        : Holder.of(
                                house,
                                role.code(),
                                role.code().equals(Roles.PERSON) ? PERSON : PersonId.of("p-" + role.code()));
                OrganizationKind kind = sends ? OrganizationKind.HOSPITAL : OrganizationKind.HOME_CARE_PROVIDER;
                team.add(new JoinTeam(seat, kind, List.of()));
            }
        }
        return team;
    }

    static Endpoint endpoint(PartnerProfile profile, Holder own, Holder partner) {
        return new Endpoint(
                URI.create("http://server.example/fhir"),
                profile,
                partner,
                own,
                own.organization().value());
    }

    /** What is asked; it points to nothing on the server, so that no other resource is read. */
    static Ask ask() {
        return new Ask(
                Code.of("home-care"),
                PERSON,
                Priority.ROUTINE,
                Sensitive.none(),
                Sensitive.of("Twice a week"),
                List.of(),
                Optional.empty());
    }
}
