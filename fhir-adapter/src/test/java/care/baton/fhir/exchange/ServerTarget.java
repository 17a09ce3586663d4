package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.Offers;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Ask;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whatever a partner's server answers to a search, or to what we wrote: taken in on either side of a handoff. */
public final class ServerTarget {

    private static final Site RECEIVER = new Site(Two.receivers(PartnerProfiles.plainR4()), Two.START);
    private static final Site SENDER = sending();

    private ServerTarget() {}

    /**
     * Takes it in as a Bundle, or as one resource.
     *
     * @param input any bytes
     */
    public static void fuzzerTestOneInput(byte[] input) {
        FhirJson.read(input, Limits.standard()).value().ifPresent(json -> {
            List<Found> all = found(json);
            Response.Page page = new Response.Page(all, Optional.empty());
            Site receiver = new Site(RECEIVER);
            receiver.takes(page, Two.START);
            receiver.exchange.doubtful(page, receiver.links);
            receiver.absorbs(page, Two.START);
            receiver.plans(Two.START);
            Site sender = new Site(SENDER);
            Link asked = sender.links.all().get(0);
            all.forEach(one -> {
                sender.absorbs(new Response.Stands(asked.key(), asked.requests(), one), Two.START);
                sender.absorbs(page, Two.START);
                sender.plans(Two.START);
            });
            for (Site site : List.of(receiver, sender)) {
                if (!site.record.ledger().verify().isIntact()) {
                    throw new AssertionError("the ledger does not verify");
                }
            }
        });
    }

    private static List<Found> found(FhirJson json) {
        List<Found> found = new ArrayList<>();
        Search.resource(json).ifPresent(found::add);
        for (JsonNode entry : json.element("entry")) {
            if (entry.path("resource") instanceof ObjectNode resource && found.size() < 10) {
                Search.resource(FhirJson.of(resource)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Site sending() {
        Site site = new Site(Two.senders(PartnerProfiles.plainR4()), Two.START);
        Ask ask = Ask.of(Code.of("home-care"), Two.PERSON);
        site.says(
                Offers.firm(
                        Two.RECEIVER,
                        new Ask(
                                ask.code(),
                                ask.person(),
                                ask.priority(),
                                Sensitive.of("ServiceRequest/s1"),
                                ask.description(),
                                ask.input(),
                                ask.finishBy())),
                Two.START);
        site.plans(Two.START);
        return site;
    }
}
