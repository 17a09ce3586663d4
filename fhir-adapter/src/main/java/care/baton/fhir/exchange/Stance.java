package care.baton.fhir.exchange;

import care.baton.fhir.partner.Channels;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.QuestionChannel;
import care.baton.fhir.partner.RespondByCarrier;
import care.baton.fhir.partner.Selection;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Course;
import care.baton.handoff.Kinds;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.outcome.Code;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One offer as we stand to it: on which side, and what we have decided that the server does not know yet.
 *
 * @param talks the negotiation
 * @param offer the offer
 * @param sends whether we offer; else we are asked
 * @param endpoint the partner's server
 * @param owed what is owed, and was, by the record
 */
record Stance(Negotiation talks, Offer offer, boolean sends, Endpoint endpoint, Obligations owed) {

    /**
     * Empty when the offer is none between us and this partner, settled on its server; and an invitation where the partner
     * does not state what an invitation is: there its acceptance would say that it holds it, and it is only taken back.
     */
    static Optional<Stance> of(Negotiation talks, Offer offer, Endpoint endpoint, Obligations owed) {
        boolean sends = offer.sender().organization().equals(endpoint.own().organization());
        boolean receives = offer.to().organization().equals(endpoint.own().organization());
        boolean partner = (sends ? offer.to() : offer.sender())
                .organization()
                .equals(endpoint.partner().organization());
        boolean told = offer.kind() == OfferKind.FIRM
                || (sends && offer.withdrawing().isPresent())
                || endpoint.profile().channels().selection() != Selection.NONE;
        return offer.arbiter() == Arbiter.SERVER && partner && told && sends != receives
                ? Optional.of(new Stance(talks, offer, sends, endpoint, owed))
                : Optional.empty();
    }

    /** The same, where nothing that is owed counts. */
    static Optional<Stance> of(Negotiation talks, Offer offer, Endpoint endpoint) {
        return of(talks, offer, endpoint, Obligations.none());
    }

    /** The same offer as its sender stands to it. */
    Stance sender() {
        return new Stance(talks, offer, true, endpoint, owed);
    }

    LinkKey key() {
        return LinkKey.task(talks.id().value(), offer.number());
    }

    Party party() {
        return sends ? Party.REQUESTER : Party.OWNER;
    }

    /** Whether a decision of ours waits for the server. */
    boolean pending() {
        return sends ? offer.withdrawing().isPresent() : offer.intended().isPresent();
    }

    /** Whether a decision of ours is settled by what that says, and not by what the partner says to it. */
    boolean waitsFor(Face face) {
        return pending() && (face.answers() || !sends);
    }

    /** Whether a yes of ours waits for the server, with or without conditions. */
    boolean agrees() {
        return offer.intended()
                .filter(i -> i.answer() instanceof Answer.Accept || i.answer() instanceof Answer.AcceptWithConditions)
                .isPresent();
    }

    /** Whether it is under this offer that the receiver holds the work. */
    boolean binding() {
        return talks.binding().map(Offer::number).equals(Optional.of(offer.number()));
    }

    /** Whether it is under this offer that it was done, and only the sender's confirmation is left. */
    boolean validating() {
        return talks.course() == Course.VALIDATING
                && talks.taken().map(Offer::number).equals(Optional.of(offer.number()));
    }

    /** Whether we have asked something that this partner answers in a remark on the Task, if at all. */
    boolean asksByNote() {
        Channels ways = endpoint.profile().channels();
        return !sends
                && ((offer.state() instanceof OfferState.Clarifying && ways.clarification() == QuestionChannel.NOTE)
                        || (offer.state() instanceof OfferState.Proposed && ways.proposal() == QuestionChannel.NOTE));
    }

    /** Whether its Task is looked at until the action closes: each that we sent, and one that we may answer, or hold. */
    boolean isWatched() {
        boolean bids = invites() && accepted();
        return !talks.course().isEnded() && (sends || offer.isLive() || binding() || bids);
    }

    /** Whether somebody of ours has still to look into this. */
    boolean isToLookInto(Code what) {
        return owed.openOf(talks.id().value(), Kinds.LOOK_INTO).stream().anyMatch(look(what));
    }

    /** The obligation by which somebody of ours looks into this. */
    Predicate<Obligation> look(Code what) {
        String subject = "offer-" + offer.number() + "-" + what;
        return o -> o.key().cause().equals(talks.id().value())
                && o.key().kind().equals(Kinds.LOOK_INTO)
                && o.key().subject().equals(subject);
    }

    /** Whether somebody of ours has still to look into anything about this offer. */
    boolean isLookedInto() {
        String subject = "offer-" + offer.number() + "-";
        return owed.openOf(talks.id().value(), Kinds.LOOK_INTO).stream()
                .anyMatch(look -> look.key().subject().startsWith(subject));
    }

    /** Whether somebody of ours was to look into this and has, as often as it came up. */
    boolean wasLookedInto(Code what) {
        return !isToLookInto(what) && owed.ended().stream().anyMatch(look(what));
    }

    /** Whether what has ended here by our own word, and had ended there, is open there again. */
    boolean isOpenAgain(SeenTask task, Optional<SeenTask> taken) {
        boolean works = binding() && (talks.course() == Course.HELD || talks.course() == Course.STARTED);
        boolean goesOn = offer.isLive() || works || (invites() && accepted());
        return !sends
                && !goesOn
                && taken.flatMap(SeenTask::status).filter(TaskStatus::ended).isPresent()
                && task.status().filter(now -> !now.ended()).isPresent();
    }

    /** Whether we give it back, and no status of this partner's says so from where the Task stands. */
    boolean cannotGiveBack(SeenTask task) {
        return !sends
                && binding()
                && talks.course() == Course.GIVING_BACK
                && Steps.givingBack(endpoint.profile(), task).isEmpty();
    }

    /** Whether somebody of ours wants the partner to be asked to stop, and it has not said yet that it goes on. */
    boolean isToBeStopped() {
        return sends
                && isToLookInto(Exchange.TO_BE_STOPPED)
                && !isToLookInto(ForeignAsks.REFUSED)
                && !wasLookedInto(ForeignAsks.REFUSED);
    }

    /** Whether its acceptance is a bid and moves nothing. */
    boolean invites() {
        return offer.kind() == OfferKind.INVITATION;
    }

    boolean accepted() {
        return offer.state() instanceof OfferState.Accepted;
    }

    /** Whether no later offer was accepted: what was done was done under this one, if under any. */
    boolean isLastAccepted() {
        return talks.offers().values().stream()
                .filter(o -> o.state() instanceof OfferState.Accepted)
                .noneMatch(o -> o.number() > offer.number());
    }

    /** What the Task should say for us. */
    Face face(Link link, SeenTask task) {
        return sends ? Faces.sender(this, link, task) : Faces.receiver(this, task);
    }

    /** The name of one write of ours, with what it says: no other write, of either side, has it. */
    String command(long number, Face face) {
        return mark() + number + "-" + face.said();
    }

    /** Whether the write that a version names is one of ours that said this. */
    boolean wrote(SeenTask task, String said) {
        String command = OurMarks.command(task);
        int from = mark().length();
        int to = command.length() - said.length() - 1;
        return command.startsWith(mark())
                && command.endsWith("-" + said)
                && from < to
                && command.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Whether the version is one that we wrote, as far as this partner's Tasks can tell. */
    boolean marked(SeenTask task, Face face) {
        return wrote(task, face.said());
    }

    /** Whether this partner's Tasks keep no extension of ours. */
    boolean strips() {
        return endpoint.profile().channels().respondBy() == RespondByCarrier.TEXT_ONLY;
    }

    /** Whether the Task says it, and an answer of ours is known to be ours. */
    boolean stands(SeenTask task, Face face) {
        boolean known = sends || !face.answers() || strips() || marked(task, face);
        return known && face.standsOn(task);
    }

    private String mark() {
        return key().identifier() + (sends ? "#s" : "#r");
    }

    /** The status that we may write next on the way to one that we want; empty when the partner's table has none. */
    Optional<TaskStatus> next(SeenTask task, Face face) {
        return face.status().isEmpty()
                ? Optional.empty()
                : task.status().flatMap(from -> Steps.next(endpoint.profile(), party(), task, from, face));
    }

    /** Whether what we want to say can be written on the Task as it stands. */
    boolean writable(SeenTask task, Face face) {
        Optional<TaskStatus> now = task.status();
        return face.status()
                .map(wanted -> now.filter(s -> s == wanted || begunInOurName(task, s, wanted))
                                .isPresent()
                        || next(task, face).isPresent())
                .orElse(!face.answers()
                        || now.filter(s ->
                                        s == TaskStatus.REQUESTED || s == TaskStatus.RECEIVED || s == TaskStatus.DRAFT)
                                .isPresent());
    }

    /** Somebody has written that we go on with it, and not the sender that it asks to cancel: we may say so too. */
    private boolean begunInOurName(SeenTask task, TaskStatus now, TaskStatus wanted) {
        return Face.implies(now, wanted) && !Steps.asksToCancel(endpoint.profile(), task);
    }
}
