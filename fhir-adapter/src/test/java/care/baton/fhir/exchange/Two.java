package care.baton.fhir.exchange;

import care.baton.catalog.Referral;
import care.baton.catalog.Roles;
import care.baton.fhir.BareReferral;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.party.PersonId;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Two organizations, one person, and the referral pathway with its gates taken out: only the exchange is looked at. */
final class Two {

    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");
    static final Code RUN = Code.of("referral");
    static final HandoffId HANDOFF = HandoffId.of("handoff-1");
    static final PersonId PERSON = PersonId.of("Patient/p1");
    static final Holder SENDER =
            new Holder(OrganizationId.of("Organization/sender"), Roles.CASE_MANAGER, Optional.of(PersonId.of("cm")));
    static final Holder RECEIVER = new Holder(
            OrganizationId.of("Organization/receiver"), Roles.INTAKE_MANAGER, Optional.of(PersonId.of("im")));
    static final Code REASON = Code.of("no-capacity");

    private Two() {}

    static Rulebook rules() {
        return new Rulebook(
                List.of(BareReferral.pathway(false)),
                new ServiceCalendar(
                        ZoneId.of("America/New_York"),
                        List.of(DayOfWeek.values()),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        List.of()));
    }

    static List<JoinTeam> team() {
        return Referral.handoff().roles().stream()
                .map(role -> {
                    boolean sends =
                            role.code().equals(SENDER.role()) || role.code().equals(Roles.CASE_MANAGEMENT_LEAD);
                    OrganizationId house = sends ? SENDER.organization() : RECEIVER.organization();
                    PersonId person = role.code().equals(SENDER.role())
                            ? PersonId.of("cm")
                            : role.code().equals(RECEIVER.role())
                                    ? PersonId.of("im")
                                    : role.code().equals(Roles.PERSON) ? PERSON : PersonId.of("p-" + role.code());
                    OrganizationKind kind = sends ? OrganizationKind.HOSPITAL : OrganizationKind.HOME_CARE_PROVIDER;
                    return new JoinTeam(Holder.of(house, role.code(), person), kind, List.of());
                })
                .toList();
    }

    static Endpoint senders(PartnerProfile profile) {
        return new Endpoint(URI.create("http://server.example/fhir"), profile, RECEIVER, SENDER, "Organization/sender");
    }

    static Endpoint receivers(PartnerProfile profile) {
        return new Endpoint(
                URI.create("http://server.example/fhir"), profile, SENDER, RECEIVER, "Organization/receiver");
    }
}
