package care.baton.record;

import care.baton.disclosure.Authority;
import care.baton.disclosure.DisclosureEvent;
import care.baton.disclosure.DisclosureEvent.ConfidentialityLifted;
import care.baton.disclosure.DisclosureEvent.EmergencyReviewed;
import care.baton.disclosure.DisclosureEvent.GlassBroken;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.DisclosureEvent.PartyKeptConfidential;
import care.baton.disclosure.Disclosures;
import care.baton.disclosure.Shared;
import java.time.Instant;

/** What can follow on what went out: numbers go up by one, and what gave the right stands on the record. */
final class PossibleDisclosure {

    private PossibleDisclosure() {}

    static boolean after(Chart before, DisclosureEvent event, Instant now) {
        Disclosures known = before.disclosures();
        if (event instanceof InformationDisclosed e) {
            return e.number() == known.all().size() + 1
                    && !e.shared().isEmpty()
                    && e.shared().stream().allMatch(one -> stands(before, one));
        }
        if (event instanceof GlassBroken e) {
            return e.number() == known.emergencies().size() + 1
                    && e.until().isAfter(now)
                    && before.runs().get(e.run()).filter(PathwayRun::isOpen).isPresent()
                    && known.openTo(e.by(), now).isEmpty();
        }
        if (event instanceof EmergencyReviewed e) {
            return known.emergency(e.number())
                    .filter(one -> one.finding().isEmpty())
                    .isPresent();
        }
        if (event instanceof PartyKeptConfidential e) {
            return before.team().includes(e.party()) && !known.isConfidential(e.party());
        }
        ConfidentialityLifted e = (ConfidentialityLifted) event;
        return known.isConfidential(e.party());
    }

    private static boolean stands(Chart before, Shared one) {
        if (one.authority() instanceof Authority.ByConsent c) {
            return before.consents().get(c.number()).isPresent();
        }
        return !(one.authority() instanceof Authority.InEmergency e)
                || before.disclosures().emergency(e.number()).isPresent();
    }
}
