package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.AnswerWords;
import care.baton.fhir.task.SeenTerm;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.ReadAnswer;
import care.baton.handoff.HandoffCommand.RefuseCompletion;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferKind;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.ownership.Team;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a version of a Task that we sent means for the record. Slow to give: only a known acceptance by the one who was
 * asked. Quick to take back: any version that no longer says that they hold it.
 */
final class AsSender {

    private static final Code BY_PARTNER = Code.of("said-by-partner");
    private static final Code NOT_HELD = Code.of("no-longer-says-they-hold");
    private static final Code NOT_STATED = Code.of("not-stated");
    static final Code PARTNER_ASKS = Code.of("partner-asks");
    static final Code TERMS_OPEN = Code.of("accepted-with-terms-open");
    static final Code TERMS_LATER = Code.of("terms-after-acceptance");
    static final Code ALTERNATIVE = Code.of("alternative-proposed");
    static final Code REASON_NOT_LISTED = Code.of("declined-for-a-reason-not-listed");

    private final ReadTask read;
    private final Stance stance;
    private final Offer offer;
    private final List<Code> reasons;
    private final Team team;
    private final Instant now;
    private final Holder us;
    private final Holder partner;
    private static final Code CHANGED_AFTER_CLOSE = Code.of("changed-after-close");

    private final List<Code> remarks = new ArrayList<>();

    /** With the reasons that the definition lists for a decline, those who take part, and the host's clock. */
    AsSender(ReadTask read, List<Code> reasons, Team team, Instant now) {
        this.team = team;
        this.now = now;
        this.read = read;
        this.stance = read.stance();
        this.offer = stance.offer();
        this.reasons = reasons;
        this.us = offer.sender();
        this.partner = offer.to();
    }

    /** Discrepancies that change nothing by themselves; a person has to look at each. */
    List<Code> remarks() {
        return List.copyOf(remarks);
    }

    void remark(Code remark) {
        remarks.add(remark);
    }

    List<Said> said() {
        if (read.forAnother()) {
            remarks.add(AsReceiver.FOR_ANOTHER);
        }
        if (stance.invites()) {
            return new AsInviter(this, read).said();
        }
        if (stance.binding()) {
            return held();
        }
        if (offer.isLive()) {
            return read.known() && !read.saysHeldByUs() ? live() : doubted();
        }
        if (stance.validating() && !read.is(TaskStatus.COMPLETED) && read.saysNotHeld()) {
            return List.of(new Said(us, new RefuseCompletion(NOT_HELD)));
        }
        if (stance.validating() && read.known() && isMore()) {
            return List.of(new Said(partner, new CompleteAction(output())));
        }
        if (stance.validating() && read.is(TaskStatus.COMPLETED) && isTakenBack()) {
            remarks.add(Code.of("result-taken-back"));
        }
        boolean closed = stance.talks().course() == Course.CLOSED
                && stance.talks().taken().equals(Optional.of(offer));
        if (closed && (!read.is(TaskStatus.COMPLETED) || isMore() || isTakenBack())) {
            remarks.add(CHANGED_AFTER_CLOSE);
        }
        boolean takenBack = (stance.talks().course() == Course.OFFERING
                        || stance.talks().course() == Course.VALIDATING
                        || stance.talks().binding().isPresent())
                && !isKnownAsDone();
        if (read.saysHeld() && (!stance.accepted() || takenBack)) {
            remarks.add(Code.of("held-after-end"));
        }
        return List.of();
    }

    private List<Said> held() {
        if (Faces.endedByUs(stance, read.task())) {
            return back(stance, stance.talks().course(), Exchange.TO_BE_STOPPED);
        }
        if (read.saysNotHeld()) {
            return back(stance.talks().course());
        }
        if (!read.known()) {
            remarks.add(Code.of("held-in-doubt"));
            return List.of();
        }
        if (read.word().hasMoreTerms()) {
            remarks.add(TERMS_LATER);
        }
        if (goesOn()) {
            remarks.add(ForeignAsks.REFUSED);
        }
        return further(stance.talks().course());
    }

    /** That we ask to cancel stood there, and by now that they are at work on it: that is their answer. */
    private boolean goesOn() {
        boolean asked = read.taken()
                .filter(task -> Steps.asksToCancel(stance.endpoint().profile(), task))
                .isPresent();
        return asked && read.saysHeld() && !read.ended();
    }

    /** They have ended it, or it does not say any more that they hold it: then nobody there has given it back. */
    private List<Said> back(Course course) {
        boolean ended = read.is(TaskStatus.FAILED) || read.is(TaskStatus.REJECTED) || read.is(TaskStatus.CANCELLED);
        if (!ended || !read.known() || course == Course.DONE) {
            return back(stance, course, NOT_HELD);
        }
        List<Said> said = new ArrayList<>();
        if (course != Course.GIVING_BACK) {
            said.add(new Said(partner, new GiveBack(BY_PARTNER)));
        }
        said.add(new Said(us, new TakeBack()));
        return said;
    }

    /** It is ours again from now on, and by our own reading: nobody else has said so. */
    static List<Said> back(Stance stance, Course course, Code reason) {
        Holder us = stance.offer().sender();
        return List.of(
                new Said(us, course == Course.DONE ? new RefuseCompletion(reason) : new TakeBack(Optional.of(reason))));
    }

    private List<Said> further(Course course) {
        if (read.word().asksWhileHeld()) {
            remarks.add(PARTNER_ASKS);
        }
        boolean begun = read.is(TaskStatus.IN_PROGRESS) || read.is(TaskStatus.ON_HOLD);
        if (begun && course == Course.HELD && !read.asksToCancel()) {
            return List.of(new Said(partner, new StartAction()));
        }
        boolean working = course == Course.HELD || course == Course.STARTED;
        List<Said> said = new ArrayList<>();
        if (read.is(TaskStatus.COMPLETED)) {
            if (working || (course == Course.DONE && isMore())) {
                said.add(new Said(partner, new CompleteAction(output())));
            }
            said.add(new Said(us, new TakeBack()));
        }
        return said;
    }

    /** That it is done, and how it went, was so recorded before it came back. */
    private boolean isKnownAsDone() {
        return read.is(TaskStatus.COMPLETED)
                && (stance.validating()
                        || read.taken()
                                .filter(task -> task.status().equals(Optional.of(TaskStatus.COMPLETED))
                                        && Results.read(task.json()).equals(output()))
                                .isPresent());
    }

    private boolean isMore() {
        List<Input> output = output();
        return !output.isEmpty() && !output.equals(stance.talks().output());
    }

    /** What stood there as the result when it was last taken for true is not there any more. */
    private boolean isTakenBack() {
        boolean stood = read.taken()
                .filter(task -> !Results.read(task.json()).isEmpty())
                .isPresent();
        return stood && output().isEmpty();
    }

    private List<Said> live() {
        if (read.saysHeld()) {
            if (isAnothers()) {
                return List.of();
            }
            List<Said> said = new ArrayList<>(accepted());
            said.addAll(further(Course.HELD));
            return said;
        }
        if (read.is(TaskStatus.REJECTED)) {
            return declined();
        }
        if (read.is(TaskStatus.FAILED)) {
            if (stance.endpoint().profile().parties().believed() == Believed.NOBODY) {
                return ended(Code.of("failed-by-nobody-known"));
            }
            List<Said> said = new ArrayList<>(answer(acceptance()));
            said.addAll(back(Course.HELD));
            return said;
        }
        if (read.is(TaskStatus.CANCELLED) || read.is(TaskStatus.ENTERED_IN_ERROR)) {
            return offer.withdrawing().isPresent()
                    ? List.of(Said.confirm(offer.number(), us))
                    : ended(Code.of("cancelled-by-partner"));
        }
        asks();
        return List.of();
    }

    /** A question, or conditions, that newly stand there: nobody but a person can answer them. */
    void asks() {
        if (read.word().asks()) {
            remarks.add(PARTNER_ASKS);
        }
    }

    /**
     * With its own terms open it is an acceptance all the same: what they ask for is then owed at once. That they are
     * agreed is the sender's to say, and our own record tells whether we have; what stands there does not.
     */
    private List<Said> accepted() {
        boolean here = offer.state() instanceof OfferState.Proposed proposed && !proposed.isReady();
        List<SeenTerm> open =
                read.task().terms().stream().filter(term -> !isAgreed(term)).toList();
        if (!here && open.isEmpty()) {
            return answer(acceptance());
        }
        remarks.add(TERMS_OPEN);
        if (open.size() > Terms.MOST) {
            remarks.add(Code.of("too-many-terms"));
        }
        List<Condition> terms = new Terms(offer, team, now).of(open);
        return List.of(new Said(partner, new ReadAnswer(offer.number(), acceptance(), terms)));
    }

    private boolean isAgreed(SeenTerm term) {
        return offer.state() instanceof OfferState.Proposed proposed
                && proposed.agreed()
                && proposed.conditions().stream()
                        .anyMatch(condition -> condition.text().text().equals(Optional.of(term.text())));
    }

    /** What is in doubt gives nothing but an end that we want as well; that it says it is accepted is named. */
    List<Said> doubted() {
        boolean over = read.is(TaskStatus.CANCELLED) || read.is(TaskStatus.ENTERED_IN_ERROR);
        if (over && offer.withdrawing().isPresent()) {
            return List.of(Said.confirm(offer.number(), us));
        }
        if (read.saysHeld() && !isAnothers()) {
            remarks.add(Code.of("accepted-in-doubt"));
        }
        return List.of();
    }

    /** An acceptance of something else, or by or from somebody else, is none of this offer. */
    boolean isAnothers() {
        Optional<String> what = !read.addressed()
                ? Optional.of("accepted-by-another")
                : !read.requestedByUs()
                        ? Optional.of("accepted-from-another")
                        : !read.sameAsTold() || read.forAnother()
                                ? Optional.of("accepted-with-other-content")
                                : Optional.empty();
        what.map(Code::of).ifPresent(remarks::add);
        return what.isPresent();
    }

    /** What stands there counts, also where another answer of theirs was noted here and has not come to stand there. */
    List<Said> answer(Answer answer) {
        if (offer.kind() == OfferKind.FIRM && offer.intended().isPresent()) {
            return List.of(new Said(partner, new ReadAnswer(offer.number(), answer, List.of())));
        }
        return List.of(
                new Said(partner, new AnswerOffer(offer.number(), offer.asked(), answer)),
                Said.confirm(offer.number(), partner));
    }

    Answer acceptance() {
        return new Answer.Accept(AnswerWords.synthesis(read.task().json()));
    }

    /** A reason that the definition does not list is recorded as not stated; what it says stays with the Task. */
    List<Said> declined() {
        Sensitive nextStep = AnswerWords.nextStep(read.task().json());
        if (read.proposesAnother()) {
            remarks.add(ALTERNATIVE);
        }
        for (JsonNode coding : read.task().json().element("statusReason").path("coding")) {
            String code = coding.path("code").asText("");
            boolean ours = coding.path("system").asText("").equals(FhirSystems.REASONS);
            for (Code listed : reasons) {
                if (ours && listed.value().equals(code)) {
                    return answer(new Answer.Decline(listed, nextStep));
                }
            }
        }
        remarks.add(REASON_NOT_LISTED);
        if (stance.invites()) {
            return ended(REASON_NOT_LISTED);
        }
        Answer refusal = new Answer.Decline(NOT_STATED, nextStep);
        return List.of(new Said(partner, new ReadAnswer(offer.number(), refusal, List.of())));
    }

    List<Said> ended(Code reason) {
        List<Said> said = new ArrayList<>();
        if (offer.withdrawing().isEmpty()) {
            said.add(new Said(us, new WithdrawOffer(offer.number(), reason)));
        }
        said.add(Said.confirm(offer.number(), us));
        return said;
    }

    private List<Input> output() {
        return Results.read(read.task().json());
    }
}
