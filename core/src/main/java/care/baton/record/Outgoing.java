package care.baton.record;

import care.baton.consent.Sharing;
import care.baton.disclosure.Access;
import care.baton.disclosure.Authority;
import care.baton.disclosure.DisclosureEvent.InformationDisclosed;
import care.baton.disclosure.Holdings;
import care.baton.disclosure.Part;
import care.baton.disclosure.Piece;
import care.baton.disclosure.RedisclosureNotice;
import care.baton.disclosure.Relation;
import care.baton.disclosure.Ruling;
import care.baton.disclosure.Ruling.Why;
import care.baton.disclosure.Shared;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/** What goes to one audience: whether it may, and that it did. */
final class Outgoing {

    private static final List<Part> IN_A_TEASER = List.of(Part.PARTIES, Part.ACTIONS, Part.WARNINGS);

    private final Desk desk;
    private final Viewer to;
    private final Holdings held;
    private final Access access;

    /** The record is open by then. */
    Outgoing(Desk desk, Viewer to) {
        this(desk, to, desk.now());
    }

    Outgoing(Desk desk, Viewer to, Instant at) {
        this.desk = desk;
        this.to = to;
        this.held = desk.chart().holdings().orElseThrow();
        this.access = Access.of(held, to, at, desk.rules().disclosure());
    }

    Relation relation() {
        return access.relation();
    }

    /** Refuses with every item that may not go, and what each lacks. */
    void check(List<Piece> items, String path) {
        Ruling identity = access.ruling(Part.PERSON, Access.IDENTITY);
        boolean teaser = !identity.isOpen()
                && !held.consents().information(Access.IDENTITY).labels().isEmpty();
        if (teaser && items.stream().anyMatch(one -> !IN_A_TEASER.contains(one.part()))) {
            desk.refuse(lacks(identity), path + "/person/identity");
        }
        for (Piece one : items) {
            Ruling ruling = access.ruling(one.part(), one.item());
            if (!ruling.isOpen()) {
                desk.refuse(lacks(ruling), path + "/" + one.part().code() + "/" + one.item());
            }
        }
    }

    private static Reason lacks(Ruling ruling) {
        return switch (ruling.why()) {
            case NOT_AGREED -> Reason.SHARING_NOT_AGREED;
            case NO_CONSENT -> lacks(ruling.sharing().orElse(Sharing.Why.NOT_ASKED));
            default -> Reason.NOT_FOR_AUDIENCE;
        };
    }

    static Reason lacks(Sharing.Why why) {
        return switch (why) {
            case REFUSED -> Reason.SHARING_REFUSED;
            case REVOKED, EXPIRED -> Reason.CONSENT_ENDED;
            default -> Reason.CONSENT_MISSING;
        };
    }

    /** Of these, what an emergency opens to them and nothing else does. */
    List<Piece> onlyOpened(List<Piece> items) {
        return items.stream()
                .filter(one -> access.ruling(one.part(), one.item()).why() == Why.EMERGENCY)
                .toList();
    }

    /** What an emergency opens to them and nothing else does. */
    List<Piece> opened() {
        return View.of(
                        held,
                        to,
                        desk.now(),
                        desk.rules().disclosure(),
                        desk.rules().notes())
                .items()
                .stream()
                .filter(one -> access.ruling(one.part(), one.item()).why() == Why.EMERGENCY)
                .toList();
    }

    /** These went to them, each by the right that opens it. */
    void goes(List<Piece> items) {
        accounted(items, one -> {
            Ruling ruling = access.ruling(one.part(), one.item());
            int number = ruling.number().orElseThrow();
            return ruling.why() == Why.EMERGENCY ? new Authority.InEmergency(number) : new Authority.ByConsent(number);
        });
    }

    void byLaw(List<Piece> items, Code law) {
        accounted(items, one -> new Authority.ByLaw(law));
    }

    private void accounted(List<Piece> items, Function<Piece, Authority> right) {
        List<Shared> shared = items.stream()
                .map(one -> new Shared(one.part(), one.item(), right.apply(one)))
                .toList();
        boolean notice = items.stream()
                .anyMatch(one -> RedisclosureNotice.isFor(held.consents().information(one.item())));
        int number = held.disclosures().all().size() + 1;
        desk.happens(new InformationDisclosed(number, to.seat(), to.purpose(), shared, notice));
    }
}
