package care.baton.fhir.exchange;

import care.baton.fhir.exchange.Face.Term;
import care.baton.fhir.partner.CancelWay;
import care.baton.fhir.partner.PartnerProfile;
import care.baton.fhir.partner.Party;
import care.baton.fhir.partner.QuestionChannel;
import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.Answer;
import care.baton.handoff.Condition;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a Task should say for one side, for every state that an offer can be in. */
final class Faces {

    static final String AWAITING_INFORMATION = "Awaiting information";
    static final String INFORMATION_RECEIVED = "Information received, under review";
    static final String PROPOSED = "Proposed on conditions, not accepted";
    static final String ACCEPTED = "Accepted";
    static final String BID = "Would be taken, not yet chosen";
    static final String IN_PROGRESS = "In progress";
    static final String DONE = "Done, awaiting confirmation";
    static final String CONFIRMED = "Done and confirmed";
    static final String DECLINED = "Declined";
    static final String GIVEN_BACK = "Given back, held until taken back";
    static final String WITHDRAWN = "Withdrawn";
    static final String CANCELLATION_ASKED = "Cancellation asked";
    static final String CANCELLED = "Cancelled as asked";
    static final String IN_ERROR = "Recorded in error";

    private static final Code GIVE_BACK = Code.of("given-back");
    private static final Code CHOSEN = Code.of("ordered-by-another-task");
    private static final Code ERROR = Code.of("recorded-in-error");

    private Faces() {}

    /** What the receiver lets it say. Once an answer stands, nothing more is said of it: nobody's later word is fought. */
    static Face receiver(Stance stance, SeenTask task) {
        Offer offer = stance.offer();
        Optional<Answer> intended = offer.intended().map(AnswerIntended::answer);
        if (intended.isPresent()) {
            return intended(stance, intended.get(), task);
        }
        if (asksToCancel(stance, task) && !stance.accepted()) {
            return Face.silent();
        }
        OfferState state = offer.state();
        if (state instanceof OfferState.Proposed proposed) {
            return proposing(stance, terms(proposed), Face.silent());
        }
        if (state instanceof OfferState.Accepted) {
            return held(stance, task);
        }
        boolean answered = offer.rounds() > 0 && state instanceof OfferState.Awaiting;
        return answered && OurMarks.business(task).equals(AWAITING_INFORMATION)
                ? Face.saying(INFORMATION_RECEIVED)
                : Face.silent();
    }

    private static boolean asksToCancel(Stance stance, SeenTask task) {
        return Steps.asksToCancel(stance.endpoint().profile(), task);
    }

    private static Face intended(Stance stance, Answer answer, SeenTask task) {
        if (answer instanceof Answer.Accept) {
            return Face.of(TaskStatus.ACCEPTED, stance.invites() ? BID : ACCEPTED)
                    .proposing(List.of())
                    .beside(answer)
                    .answering();
        }
        if (answer instanceof Answer.Decline declined) {
            return isForAnybody(task)
                    ? Face.silent().proposing(List.of())
                    : declining(stance, task)
                            .because(declined.reason())
                            .proposing(List.of())
                            .beside(answer)
                            .answering();
        }
        if (answer instanceof Answer.AcceptWithConditions proposed) {
            return proposing(
                            stance,
                            proposed.conditions().stream()
                                    .map(c -> new Term(c, false, false))
                                    .toList(),
                            Face.saying(PROPOSED))
                    .answering();
        }
        Offer offer = stance.offer();
        Answer.RequestClarification asked = (Answer.RequestClarification) answer;
        return asking(stance, task, Asked.questions(offer.number(), offer.rounds() + 1, asked.questions()))
                .answering();
    }

    /** Addressed to nobody and open: that we do not take it says nothing of the others who may. */
    private static boolean isForAnybody(SeenTask task) {
        return task.json().element("owner").isMissingNode()
                && task.status().filter(TaskStatus::ended).isEmpty();
    }

    /** Conditions, by the way that this partner hears proposals. */
    private static Face proposing(Stance stance, List<Term> terms, Face words) {
        Face face = words.proposing(terms);
        return stance.endpoint().profile().channels().proposal() == QuestionChannel.NOTE
                ? face.noting(IntStream.rangeClosed(1, terms.size())
                        .mapToObj(n -> Asked.condition(
                                stance.offer().number(), n, terms.get(n - 1).condition()))
                        .map(Asked::text)
                        .toList())
                : face;
    }

    /** Where the sender has asked to cancel, declining confirms that. */
    private static Face declining(Stance stance, SeenTask task) {
        PartnerProfile profile = stance.endpoint().profile();
        boolean confirms = asksToCancel(stance, task)
                && task.status()
                        .filter(from -> Steps.may(profile, Party.OWNER, task, from, TaskStatus.CANCELLED))
                        .isPresent();
        boolean confirmed = task.status().filter(TaskStatus.CANCELLED::equals).isPresent()
                && stance.wrote(task, TaskStatus.CANCELLED.code());
        return confirms || confirmed
                ? Face.of(TaskStatus.CANCELLED, CANCELLED)
                : Face.of(TaskStatus.REJECTED, DECLINED);
    }

    /** A question, by the way that this partner hears questions. */
    private static Face asking(Stance stance, SeenTask task, List<Asked> questions) {
        QuestionChannel way = stance.endpoint().profile().channels().clarification();
        boolean received = way == QuestionChannel.RECEIVED_WITH_BUSINESS_STATUS
                && stance.writable(task, Face.of(TaskStatus.RECEIVED, ""));
        Face face = received ? Face.of(TaskStatus.RECEIVED, AWAITING_INFORMATION) : Face.saying(AWAITING_INFORMATION);
        return way == QuestionChannel.NOTE
                ? face.noting(questions.stream().map(Asked::text).toList())
                : face;
    }

    private static Face held(Stance stance, SeenTask task) {
        Negotiation talks = stance.talks();
        if (!stance.binding()) {
            boolean told = talks.course() == Course.CLOSED || talks.course() == Course.VALIDATING;
            boolean says =
                    talks.confirmed() ? isCompleted(task) : !talks.output().isEmpty();
            return told && stance.isLastAccepted() && says ? done(stance, task) : Face.silent();
        }
        PartnerProfile profile = stance.endpoint().profile();
        if (talks.course() == Course.GIVING_BACK) {
            String words = asksToCancel(stance, task) ? CANCELLED : GIVEN_BACK;
            return Steps.givingBack(profile, task)
                    .map(status -> Face.of(status, beside(task, status, words)).because(GIVE_BACK))
                    .orElse(Face.silent());
        }
        boolean asked = asksToCancel(stance, task);
        if (asked && !stance.wasLookedInto(AsReceiver.CANCELLATION_ASKED)) {
            return Face.silent();
        }
        return switch (talks.course()) {
            case STARTED ->
                Face.of(
                        TaskStatus.IN_PROGRESS,
                        asked ? IN_PROGRESS : beside(task, TaskStatus.IN_PROGRESS, IN_PROGRESS));
            case DONE -> done(stance, task);
            case GIVING_BACK, HELD, OFFERING, VALIDATING, CLOSED, RECORDED_IN_ERROR -> Face.silent();
        };
    }

    /** Our words go with the status that they are about; what stands beside it from then on is whoever's wrote last. */
    private static String beside(SeenTask task, TaskStatus status, String words) {
        return task.status().filter(status::equals).isPresent() ? "" : words;
    }

    private static Face done(Stance stance, SeenTask task) {
        Negotiation talks = stance.talks();
        if (!isCompleted(task)) {
            return Face.of(TaskStatus.COMPLETED, talks.confirmed() ? CONFIRMED : DONE)
                    .with(talks.output());
        }
        Face face = Face.silent().with(talks.output());
        return talks.confirmed() ? confirmed(stance, task, face) : face;
    }

    /** In place of our own words only: a partner's stay. */
    private static Face confirmed(Stance stance, SeenTask task, Face beside) {
        String words = OurMarks.business(task);
        boolean free = task.json().element("businessStatus").isMissingNode();
        if (!free
                && !words.equals(DONE)
                && !words.equals(CONFIRMED)
                && !OwnWords.isOffer(task.json().element("businessStatus"))) {
            return beside;
        }
        Face face = beside.wording(CONFIRMED);
        return Steps.beside(stance.endpoint().profile(), TaskStatus.COMPLETED)
                .map(face::coded)
                .orElse(face);
    }

    private static boolean isCompleted(SeenTask task) {
        return task.status().filter(TaskStatus.COMPLETED::equals).isPresent();
    }

    /** What the sender lets it say after it was created. */
    static Face sender(Stance stance, Link link, SeenTask task) {
        if (link.ended().isPresent() && !endedByUs(stance, task)) {
            if (stance.binding()) {
                return Face.silent();
            }
            Face seen = Face.silent().seeing(link.ended().get());
            return stance.talks().confirmed() && stance.isLastAccepted() && stance.accepted() && isCompleted(task)
                    ? confirmed(stance, task, seen)
                    : seen;
        }
        if (stance.talks().course() == Course.RECORDED_IN_ERROR) {
            return Face.of(TaskStatus.ENTERED_IN_ERROR, IN_ERROR).because(ERROR);
        }
        if (stance.binding() && stance.isToBeStopped()) {
            return Steps.isStoppedByCancelling(stance.endpoint().profile(), task)
                    ? Face.of(TaskStatus.CANCELLED, WITHDRAWN).because(Exchange.TO_BE_STOPPED)
                    : stopping(stance, task, Exchange.TO_BE_STOPPED);
        }
        Optional<Code> why = stance.offer().withdrawing().or(() -> chosen(stance));
        boolean open = task.status().filter(s -> !s.ended() && !s.saysHeld()).isPresent();
        if (why.isEmpty() && open && stance.offer().state() instanceof OfferState.Withdrawn w) {
            why = Optional.of(w.reason());
        }
        return why.map(reason -> withdrawing(stance, task, reason)).orElse(Face.silent());
    }

    /** A bid is over once whoever made it has taken the order itself, which has a Task of its own. */
    static Optional<Code> chosen(Stance stance) {
        return stance.invites() && stance.accepted()
                ? stance.talks()
                        .taken()
                        .filter(order -> order.number() > stance.offer().number())
                        .map(order -> CHOSEN)
                : Optional.empty();
    }

    static boolean endedByUs(Stance stance, SeenTask task) {
        return task.status()
                .filter(s -> s == TaskStatus.CANCELLED || s == TaskStatus.ENTERED_IN_ERROR)
                .filter(s -> stance.wrote(task, s.code()))
                .isPresent();
    }

    /** By the partner's table: directly, by asking, or not at all. */
    private static Face withdrawing(Stance stance, SeenTask task, Code reason) {
        CancelWay way = Steps.cancelling(stance.endpoint().profile(), task);
        boolean ended = task.status().filter(TaskStatus::ended).isPresent();
        boolean held = task.status().filter(TaskStatus::saysHeld).isPresent() && !stance.invites();
        if (ended || (way == CancelWay.DIRECT && !held)) {
            return Face.of(TaskStatus.CANCELLED, WITHDRAWN).because(reason).answering();
        }
        return stopping(stance, task, reason);
    }

    /** Asked for once, in the partner's own word; what it says after that is its answer. */
    private static Face stopping(Stance stance, SeenTask task, Code reason) {
        PartnerProfile profile = stance.endpoint().profile();
        return Steps.isAskedByStatus(profile, task) && !asksToCancel(stance, task)
                ? Steps.askingToCancel(profile)
                        .map(entry -> Face.of(TaskStatus.IN_PROGRESS, CANCELLATION_ASKED)
                                .coded(entry)
                                .because(reason))
                        .orElse(Face.silent())
                : Face.silent();
    }

    private static List<Term> terms(OfferState.Proposed proposed) {
        List<Condition> conditions = proposed.conditions();
        return IntStream.rangeClosed(1, conditions.size())
                .mapToObj(n -> new Term(
                        conditions.get(n - 1), proposed.agreed(), proposed.met().contains(n)))
                .toList();
    }
}
