package care.baton.fhir;

import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.OfferKind;
import care.baton.party.Holder;
import java.util.Optional;

/** Offers that are settled on a partner's server, to be answered in whatever time is agreed. */
public final class Offers {

    private Offers() {}

    /** One that binds once it is accepted. */
    public static OfferHandoff firm(Holder to, Ask ask) {
        return of(OfferKind.FIRM, to, ask);
    }

    /** One whose acceptance is a bid. */
    public static OfferHandoff inviting(Holder to, Ask ask) {
        return of(OfferKind.INVITATION, to, ask);
    }

    /** One of either kind. */
    public static OfferHandoff of(OfferKind kind, Holder to, Ask ask) {
        return of(kind, to, ask, Optional.empty());
    }

    /** A firm one with what its sender tells beside it. */
    public static OfferHandoff telling(Holder to, Ask ask, Content content) {
        return of(OfferKind.FIRM, to, ask, Optional.of(content));
    }

    private static OfferHandoff of(OfferKind kind, Holder to, Ask ask, Optional<Content> content) {
        return OfferHandoff.builder()
                .kind(kind)
                .to(to)
                .ask(ask)
                .arbiter(Arbiter.SERVER)
                .content(content)
                .build();
    }
}
