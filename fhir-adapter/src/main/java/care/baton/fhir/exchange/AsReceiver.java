package care.baton.fhir.exchange;

import care.baton.fhir.partner.TaskStatus;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a version of a Task that was addressed to us means for the record. */
final class AsReceiver {

    /** The most often that a write is tried again over a newer version before a person must look. */
    static final int MOST = 5;

    static final Code CONTENT_CHANGED = Code.of("content-changed");
    static final Code MARK_NOT_KEPT = Code.of("mark-not-kept");
    static final Code ASKED_AGAIN = Code.of("asked-again-after-end");
    static final Code FOCUS_REVOKED = Code.of("focus-revoked");

    private static final Code BY_PARTNER = Code.of("said-by-partner");
    private static final Code WITHDRAWN_FIRST = Code.of("withdrawn-first");
    static final Code CANCELLATION_ASKED = Code.of("cancellation-asked");
    private static final Code OWNER_REPLACED = Code.of("owner-replaced");
    static final Code FOR_ANOTHER = Code.of("for-another-person");
    private static final Code OTHER_FIRST = Code.of("other-decision-first");
    static final Code SERVER_REFUSED = Code.of("server-refused");
    private static final Code KEPT_CHANGING = Code.of("kept-changing");

    private static final Code NO_LONGER_OURS = Code.of("no-longer-says-we-hold");
    private static final Code BID_CHOSEN = Code.of("bid-chosen");
    private static final Code ACCEPTED_IN_OUR_NAME = Code.of("accepted-in-our-name");
    private static final Code ENDED_IN_OUR_NAME = Code.of("ended-in-our-name");
    private static final Code ON_HOLD_IN_OUR_NAME = Code.of("on-hold-in-our-name");

    private final ReadTask read;
    private final Stance stance;
    private final Offer offer;
    private final Holder us;
    private final Holder partner;
    private final boolean again;
    private final List<Code> remarks = new ArrayList<>();

    /** With whether its sender had ended it since we looked, and asks again. */
    AsReceiver(ReadTask read, boolean again) {
        this.read = read;
        this.again = again;
        this.stance = read.stance();
        this.offer = stance.offer();
        this.us = stance.endpoint().own();
        this.partner = offer.sender();
    }

    /** Discrepancies that change nothing by themselves; a person has to look at each. */
    List<Code> remarks() {
        return List.copyOf(remarks);
    }

    List<Said> said() {
        if (stance.pending()) {
            return pending();
        }
        boolean heldAfterEnd = !offer.isLive() && !stance.accepted() && read.saysHeld() && read.addressed();
        if (read.addressed() && !heldAfterEnd && (again || isAskedAfterEnd() || read.openAgain())) {
            remarks.add(ASKED_AGAIN);
        }
        if (offer.isLive()) {
            return live();
        }
        if (stance.invites() && stance.accepted()) {
            return bid();
        }
        if (stance.binding()) {
            return held();
        }
        if (heldAfterEnd) {
            remarks.add(Code.of("held-after-end"));
        }
        return List.of();
    }

    /** Its sender took it back, and it is there again: what is open there is open with us in no offer. */
    private boolean isAskedAfterEnd() {
        return offer.state() instanceof OfferState.Withdrawn
                && (read.is(TaskStatus.REQUESTED) || read.is(TaskStatus.RECEIVED));
    }

    /**
     * The first line that fits decides what became of what we intended. What our own mark shows stands, and what has
     * changed since is named; without it, a cancellation and other content come first.
     */
    private List<Said> pending() {
        Face face = stance.face(read.link(), read.task());
        boolean stands = read.addressed() && face.standsOn(read.task());
        if (stands && (!face.answers() || stance.marked(read.task(), face))) {
            changedSince();
            return List.of(Said.confirm(offer.number(), us));
        }
        if (read.forAnother()) {
            remarks.add(FOR_ANOTHER);
            return List.of(overtaken(FOR_ANOTHER));
        }
        if (isTakenBack()) {
            return withdrawal(BY_PARTNER, overtaken(WITHDRAWN_FIRST));
        }
        boolean declines = offer.intended()
                .filter(i -> i.answer() instanceof Answer.Decline)
                .isPresent();
        if (again && !declines) {
            return List.of(overtaken(ASKED_AGAIN));
        }
        if (read.asksToCancel() && !declines) {
            return List.of(overtaken(CANCELLATION_ASKED));
        }
        if (read.isAnothers()) {
            return withdrawal(OWNER_REPLACED, overtaken(OWNER_REPLACED));
        }
        if (!read.addressed()) {
            return List.of(overtaken(OWNER_REPLACED));
        }
        if (!stance.writable(read.task(), face)) {
            return List.of(overtaken(OTHER_FIRST));
        }
        if (stance.agrees() && !read.hindersYes().isEmpty()) {
            return List.of(overtaken(read.hindersYes().get(0)));
        }
        if (!read.sameAsTold()) {
            return List.of(overtaken(CONTENT_CHANGED));
        }
        return stands ? unmarked() : unwritten(face);
    }

    private void changedSince() {
        if (read.forAnother()) {
            remarks.add(FOR_ANOTHER);
        }
        if (read.asksToCancel()) {
            remarks.add(CANCELLATION_ASKED);
        }
        if (!read.sameAsTold()) {
            remarks.add(CONTENT_CHANGED);
        }
        if (stance.agrees()) {
            remarks.addAll(read.hindersYes());
        }
    }

    /** It says what we want, and nothing says that we wrote it: where our mark is not kept, that is all there is. */
    private List<Said> unmarked() {
        if (stance.strips()) {
            return List.of(Said.confirm(offer.number(), us));
        }
        if (read.link().again() < MOST) {
            return List.of();
        }
        remarks.add(MARK_NOT_KEPT);
        return List.of(Said.confirm(offer.number(), us));
    }

    /** What the server refused is this answer, and not something that was asked of it before. */
    private List<Said> unwritten(Face face) {
        if (read.link().refused().equals(Optional.of(face.wish()))) {
            return List.of(overtaken(SERVER_REFUSED));
        }
        return read.link().again() >= MOST ? List.of(overtaken(KEPT_CHANGING)) : List.of();
    }

    /** What we meant is not done; where the Task says in our name what we have not, somebody has to look at once. */
    private Said overtaken(Code reason) {
        if (!isTakenBack()) {
            inOurName();
        }
        return Said.overtaken(offer.number(), reason, us);
    }

    private void inOurName() {
        if (!read.addressed()) {
            remarks.add(OWNER_REPLACED);
        } else if (read.saysHeld() && !(read.chosen() && hasBid())) {
            remarks.add(ACCEPTED_IN_OUR_NAME);
        } else if (read.ended()) {
            remarks.add(ENDED_IN_OUR_NAME);
        } else if (read.asksToCancel()) {
            remarks.add(CANCELLATION_ASKED);
        }
    }

    private List<Said> live() {
        if (isTakenBack()) {
            return withdrawal(BY_PARTNER);
        }
        inOurName();
        if (read.isAnothers()) {
            return withdrawal(OWNER_REPLACED);
        }
        if (read.forAnother()) {
            remarks.add(FOR_ANOTHER);
        }
        if (!read.sameAsTold()) {
            remarks.add(CONTENT_CHANGED);
        }
        return List.of();
    }

    /**
     * Our bid stands until whoever asked for it takes it back, or chooses it; however else it ends or is asked, somebody
     * looks. An order that is made of it is read anew when it is taken.
     */
    private List<Said> bid() {
        if (isTakenBack()) {
            return withdrawal(BY_PARTNER);
        }
        if (!read.addressed()) {
            remarks.add(OWNER_REPLACED);
        }
        if (read.forAnother()) {
            remarks.add(FOR_ANOTHER);
        }
        if (read.ended()) {
            remarks.add(ENDED_IN_OUR_NAME);
        } else if (!read.chosen()) {
            openBid();
        } else if (stance.talks().taken().isEmpty()) {
            remarks.add(BID_CHOSEN);
        }
        return List.of();
    }

    /** As long as nobody has chosen it, it stands as we made it, on what we were told. */
    private void openBid() {
        if (!read.sameAsTold()) {
            remarks.add(CONTENT_CHANGED);
        }
        if (read.asksToCancel()) {
            remarks.add(CANCELLATION_ASKED);
        } else if (!read.saysHeld()) {
            remarks.add(NO_LONGER_OURS);
        } else if (read.is(TaskStatus.ON_HOLD)) {
            remarks.add(ON_HOLD_IN_OUR_NAME);
        } else if (!read.is(TaskStatus.ACCEPTED)) {
            remarks.add(ACCEPTED_IN_OUR_NAME);
        }
    }

    private boolean isTakenBack() {
        return read.cancelledBySender() || (read.known() && read.is(TaskStatus.ENTERED_IN_ERROR));
    }

    /** Whether we have said of this work before that we would take it. */
    private boolean hasBid() {
        return stance.talks().offers().values().stream()
                .anyMatch(o -> o.kind() == OfferKind.INVITATION && o.state() instanceof OfferState.Accepted);
    }

    private List<Said> withdrawal(Code why, Said... before) {
        List<Said> said = new ArrayList<>(List.of(before));
        said.add(new Said(partner, new WithdrawOffer(offer.number(), why)));
        said.add(Said.confirm(offer.number(), partner));
        return said;
    }

    /** We let go only of what the sender has taken back, or has itself ended where its table lets it. */
    private List<Said> held() {
        Course course = stance.talks().course();
        if (course == Course.GIVING_BACK) {
            if (read.forAnother()) {
                remarks.add(FOR_ANOTHER);
            }
            if (!read.addressed()) {
                remarks.add(NO_LONGER_OURS);
            }
            return read.seenBySender() || read.cancelledBySender()
                    ? List.of(new Said(partner, new TakeBack()))
                    : List.of();
        }
        if (course == Course.DONE && read.is(TaskStatus.COMPLETED) && read.seenBySender()) {
            return List.of(new Said(partner, new TakeBack()));
        }
        boolean working = course == Course.HELD || course == Course.STARTED;
        if (working && read.cancelledBySender()) {
            remarks.add(Code.of("cancelled-after-acceptance"));
            return List.of(new Said(us, new GiveBack(BY_PARTNER)), new Said(partner, new TakeBack()));
        }
        if (read.asksToCancel()) {
            remarks.add(CANCELLATION_ASKED);
        } else if (!read.saysHeld() || !read.addressed()) {
            remarks.add(NO_LONGER_OURS);
        } else if (working && read.is(TaskStatus.COMPLETED)) {
            remarks.add(ENDED_IN_OUR_NAME);
        } else if (working && read.is(TaskStatus.ON_HOLD)) {
            remarks.add(ON_HOLD_IN_OUR_NAME);
        }
        if (read.forAnother()) {
            remarks.add(FOR_ANOTHER);
        }
        boolean undone = course == Course.DONE && !read.is(TaskStatus.COMPLETED);
        if ((working || undone) && !read.sameAsTold()) {
            remarks.add(CONTENT_CHANGED);
        }
        if (working) {
            remarks.addAll(read.hindersYes());
        }
        return List.of();
    }
}
