package care.baton.record;

import care.baton.consent.Purpose;
import care.baton.disclosure.Authority;
import care.baton.disclosure.DisclosureCommand;
import care.baton.disclosure.DisclosureCommand.BreakGlass;
import care.baton.disclosure.DisclosureCommand.Disclose;
import care.baton.disclosure.DisclosureCommand.KeepConfidential;
import care.baton.disclosure.DisclosureCommand.LiftConfidentiality;
import care.baton.disclosure.DisclosureCommand.ReviewEmergency;
import care.baton.disclosure.DisclosureEvent.ConfidentialityLifted;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.disclosure.DisclosureEvent.GlassBroken;
import care.baton.disclosure.DisclosureEvent.PartyKeptConfidential;
import care.baton.disclosure.Disclosures;
import care.baton.disclosure.Emergency;
import care.baton.disclosure.EmergencyRule;
import care.baton.disclosure.Piece;
import care.baton.disclosure.Relation;
import care.baton.disclosure.Viewer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.PersonId;
import care.baton.pathway.Pathway;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What goes to others, what an emergency opens and who asks about it, and whose part in it is confidential. */
final class OnDisclosures {

    private static final String PATH = "disclosures";

    private OnDisclosures() {}

    static void decide(Desk desk, DisclosureCommand command) {
        if (command instanceof Disclose c) {
            disclose(desk, c);
        } else if (command instanceof BreakGlass c) {
            desk.openRun(c.run()).flatMap(desk::definition).ifPresent(p -> breakGlass(desk, c, p));
        } else if (command instanceof ReviewEmergency c) {
            review(desk, c);
        } else if (command instanceof KeepConfidential c) {
            keep(desk, c.party());
        } else if (command instanceof LiftConfidentiality c) {
            lift(desk, c);
        }
    }

    /** Whoever keeps the record answers for what goes out of it. What a law asks for, the privacy role says. */
    private static void disclose(Desk desk, Disclose command) {
        if (!desk.keepsRecord(desk.act().speaker().organization())) {
            desk.refuse(Reason.NOT_YOUR_TURN, PATH);
            return;
        }
        Outgoing out = new Outgoing(desk, new Viewer(command.to(), command.purpose()), shownAt(desk));
        List<Piece> items = out.relation() == Relation.OTHER ? command.items() : out.onlyOpened(command.items());
        if (items.isEmpty()) {
            desk.refuse(Reason.VALUE_MALFORMED, PATH + "/to");
        } else if (command.law().isPresent()) {
            if (desk.isRole(rule(desk).reviewer(), PATH + "/law")) {
                out.byLaw(items, command.law().get());
            }
        } else {
            out.check(items, PATH);
            if (!desk.draft().isRefused()) {
                out.goes(items);
            }
        }
    }

    /** One at a time for each; whoever looks is told what then opens to them, and that is accounted for. */
    private static void breakGlass(Desk desk, BreakGlass command, Pathway pathway) {
        Holder by = desk.act().speaker();
        EmergencyRule rule = rule(desk);
        if (!rule.roles().contains(by.role())) {
            desk.refuse(Reason.ROLE_NOT_PERMITTED, "emergencies", rule.roles().toArray(Code[]::new));
            return;
        }
        if (by.person().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, "act/by/person");
            return;
        }
        Optional<Emergency> open = disclosures(desk).openTo(by, desk.now());
        if (open.isPresent()) {
            desk.refuse(Reason.STEP_NOT_OPEN, "emergencies/" + open.get().number());
            return;
        }
        int number = disclosures(desk).emergencies().size() + 1;
        desk.happens(
                new GlassBroken(number, command.run(), by, command.reason(), Horizon.plus(desk.now(), rule.lasts())));
        desk.oweOnRun(
                command.run(),
                Keys.emergencyReview(command.run(), number),
                desk.seat(rule.reviewer()),
                desk.seat(pathway.owner()),
                desk.due(rule.reviewWithin()));
        for (Purpose purpose : List.of(Purpose.TREATMENT, Purpose.CARE_COORDINATION)) {
            Outgoing out = new Outgoing(desk, new Viewer(by, purpose));
            List<Piece> opened = new ArrayList<>(out.opened());
            opened.removeAll(told(desk, number));
            if (!opened.isEmpty()) {
                out.goes(opened);
            }
        }
    }

    /** What was shown a while ago went by the right of then. */
    private static Instant shownAt(Desk desk) {
        return desk.act().stamp().occurredAt().filter(desk.now()::isAfter).orElse(desk.now());
    }

    private static List<Piece> told(Desk desk, int emergency) {
        return disclosures(desk).all().stream()
                .flatMap(d -> d.shared().stream())
                .filter(s -> s.authority().equals(new Authority.InEmergency(emergency)))
                .map(s -> new Piece(s.part(), s.item()))
                .toList();
    }

    private static void review(Desk desk, ReviewEmergency command) {
        String path = "emergencies/" + command.number();
        Optional<Emergency> found = disclosures(desk)
                .emergency(command.number())
                .filter(e -> e.finding().isEmpty());
        if (found.isEmpty()) {
            desk.refuse(Reason.NOT_OPEN, path);
            return;
        }
        Optional<PersonId> person = found.get().by().person();
        if (desk.act().speaker().person().isEmpty()) {
            desk.refuse(Reason.FIELD_MISSING, "act/by/person");
        } else if (person.isPresent()
                && Stream.of(desk.act().speaker(), desk.act().by())
                        .map(Holder::person)
                        .anyMatch(person::equals)) {
            desk.refuse(Reason.SAME_PERSON, path);
        }
        if (desk.isRole(rule(desk).reviewer(), path) && !desk.draft().isRefused()) {
            desk.happens(new EmergencyReviewed(command.number(), command.finding()));
            desk.done(Keys.emergencyReview(found.get().run(), command.number()));
        }
    }

    /** Whoever may not know of a house that is kept confidential is told of it as of one that is not here. */
    private static void keep(Desk desk, OrganizationId party) {
        boolean hidden = disclosures(desk).isConfidential(party) && !mayKnow(desk, party);
        if (hidden || !desk.chart().team().includes(party)) {
            desk.refuse(Reason.NOT_A_MEMBER, "confidential");
        } else if (!disclosures(desk).isConfidential(party)) {
            desk.happens(new PartyKeptConfidential(party));
        }
    }

    /** The house itself, whoever keeps the record, the person, and the privacy role. */
    private static boolean mayKnow(Desk desk, OrganizationId party) {
        Holder speaker = desk.act().speaker();
        return speaker.organization().equals(party)
                || desk.keepsRecord(speaker.organization())
                || desk.isPersonsHouse(speaker.organization())
                || rule(desk).reviewer().equals(speaker.role());
    }

    /** Whoever it protects may open it, and the privacy role. */
    private static void lift(Desk desk, LiftConfidentiality command) {
        boolean own = desk.act().speaker().organization().equals(command.party());
        if (!own && !desk.isRole(rule(desk).reviewer(), "confidential")) {
            return;
        }
        if (!disclosures(desk).isConfidential(command.party())) {
            desk.refuse(Reason.NOT_OPEN, "confidential");
        } else {
            desk.happens(new ConfidentialityLifted(command.party(), command.reason()));
        }
    }

    private static EmergencyRule rule(Desk desk) {
        return desk.rules().disclosure().emergency();
    }

    private static Disclosures disclosures(Desk desk) {
        return desk.chart().disclosures();
    }
}
