package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.handoff.Ask;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What had passed already when an offer was found: it binds nobody any more, and a person hears that it was there.
 *
 * @param rest the offer without it
 * @param issues what was left out; none where nothing had passed
 */
record Passed(OfferHandoff rest, List<MappingIssue> issues) {

    static Passed of(OfferHandoff offer, Instant now) {
        Ask ask = offer.ask();
        Optional<Instant> respondBy = offer.respondBy().filter(now::isBefore);
        Optional<Instant> finishBy = ask.finishBy().filter(now::isBefore);
        List<MappingIssue> issues = new ArrayList<>();
        if (!respondBy.equals(offer.respondBy())) {
            issues.add(MappingIssue.warning("respond-by-passed", "Task.extension"));
        }
        if (!finishBy.equals(ask.finishBy())) {
            issues.add(MappingIssue.warning("finish-by-passed", "Task.restriction.period.end"));
        }
        Ask left = new Ask(
                ask.code(), ask.person(), ask.priority(), ask.focus(), ask.description(), ask.input(), finishBy);
        return new Passed(
                new OfferHandoff(
                        offer.kind(), offer.to(), left, offer.content(), offer.arbiter(), respondBy, offer.partOf()),
                issues);
    }
}
