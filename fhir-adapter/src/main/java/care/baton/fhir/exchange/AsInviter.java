package care.baton.fhir.exchange;

import care.baton.fhir.MappingIssue;
import care.baton.fhir.partner.TaskStatus;
import care.baton.handoff.Offer;
import care.baton.outcome.Code;
import java.util.List;

/** What a version of a Task by which we invite means for the record: an acceptance is a bid, and nothing moves by it. */
final class AsInviter {

    private static final Code BEGUN_ON_A_BID = Code.of("begun-on-a-bid");
    private static final Code BID_WITH_TERMS = Code.of("bid-with-terms");
    private static final Code BID_TAKEN_BACK = Code.of("bid-taken-back");

    private final AsSender sender;
    private final ReadTask read;
    private final Stance stance;
    private final Offer offer;

    AsInviter(AsSender sender, ReadTask read) {
        this.sender = sender;
        this.read = read;
        this.stance = read.stance();
        this.offer = stance.offer();
    }

    List<Said> said() {
        boolean cancelled = read.is(TaskStatus.CANCELLED) || read.is(TaskStatus.ENTERED_IN_ERROR);
        if (offer.withdrawing().isPresent() && cancelled) {
            return List.of(Said.confirm(offer.number(), offer.sender()));
        }
        if (!offer.isLive()) {
            return over();
        }
        if (read.saysHeld()) {
            return bid();
        }
        if (!read.known()) {
            return sender.doubted();
        }
        if (read.is(TaskStatus.REJECTED)) {
            return sender.declined();
        }
        if (cancelled || read.is(TaskStatus.FAILED)) {
            return sender.ended(Code.of(cancelled ? "cancelled-by-partner" : "failed-by-partner"));
        }
        sender.asks();
        return List.of();
    }

    /** Whoever has begun believes more than a bid: a person has to tell them. */
    private List<Said> bid() {
        if (sender.isAnothers()) {
            return List.of();
        }
        begun();
        if (!read.task().terms().isEmpty()) {
            sender.remark(BID_WITH_TERMS);
        }
        if (isInDoubt()) {
            sender.remark(Code.of("accepted-in-doubt"));
            return List.of();
        }
        return sender.answer(sender.acceptance());
    }

    /** That it is a bid and no acceptance is no doubt here. */
    private boolean isInDoubt() {
        return read.reading().issues().stream().anyMatch(i -> i.severity() == MappingIssue.Severity.ERROR);
    }

    /** A bid that is not wanted any more, or has its order, is over however it has ended. */
    private List<Said> over() {
        if (offer.withdrawing().isPresent() && read.ended() && !isInDoubt()) {
            if (read.saysHeld()) {
                begun();
            }
            return List.of(Said.confirm(offer.number(), offer.sender()));
        }
        boolean ordered = Faces.chosen(stance).isPresent();
        if (stance.accepted() && read.saysHeld()) {
            begun();
        } else if (stance.accepted() && !ordered) {
            sender.remark(BID_TAKEN_BACK);
        } else if (read.saysHeld()) {
            sender.remark(Code.of("held-after-end"));
        }
        return List.of();
    }

    private void begun() {
        if (!read.is(TaskStatus.ACCEPTED)) {
            sender.remark(BEGUN_ON_A_BID);
        }
    }
}
