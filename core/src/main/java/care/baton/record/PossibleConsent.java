package care.baton.record;

import care.baton.consent.Consent;
import care.baton.consent.Consents;
import care.baton.consent.Given;
import care.baton.consent.Given.Standing;
import care.baton.record.ConsentEvent.ConsentMarkedInError;
import care.baton.record.ConsentEvent.ConsentRecorded;
import care.baton.record.ConsentEvent.ConsentRevoked;
import care.baton.record.ConsentEvent.InformationLabelled;
import care.baton.record.ConsentEvent.LabelRemoved;
import java.time.Instant;

/** Which decision about sharing can follow on what was decided: only what counts is taken back or replaced. */
final class PossibleConsent {

    private PossibleConsent() {}

    static boolean after(Consents known, ConsentEvent event, Instant now) {
        if (event instanceof ConsentRecorded e) {
            boolean replaces = e.replaces()
                    .map(old -> known.get(old).filter(Given::counts).isPresent())
                    .orElse(true);
            return e.number() == known.all().size() + 1 && replaces;
        }
        if (event instanceof ConsentRevoked e) {
            return !e.at().isAfter(now)
                    && known.get(e.number())
                            .filter(g -> g.counts() && g.consent().choice() == Consent.Choice.PERMIT)
                            .isPresent();
        }
        if (event instanceof ConsentMarkedInError e) {
            return known.get(e.number())
                    .filter(g -> g.standing() != Standing.RECORDED_IN_ERROR)
                    .isPresent();
        }
        if (event instanceof InformationLabelled e) {
            return !known.information(e.item()).labels().contains(e.label());
        }
        LabelRemoved e = (LabelRemoved) event;
        return known.information(e.item()).labels().contains(e.label());
    }
}
