package care.baton.fhir.exchange;

import care.baton.fhir.partner.TaskStatus;
import care.baton.fhir.task.Move;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskReading;
import care.baton.handoff.Answer;
import care.baton.handoff.Course;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.ConfirmDecision;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.OvertakeDecision;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.TakeBack;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Offer;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a version of a Task means for the record: who said what, as commands. Slow to give, quick to take back. */
final class ReadTask {

    /** The most often that a write is tried again over a newer version before a person must look. */
    static final int MOST = 5;

    private static final Code BY_PARTNER = Code.of("said-by-partner");
    private static final Code CONTENT_CHANGED = Code.of("content-changed");
    private static final Code WITHDRAWN_FIRST = Code.of("withdrawn-first");
    private static final Code KEPT_CHANGING = Code.of("kept-changing");
    private static final Code OTHER_FIRST = Code.of("other-decision-first");

    /** One thing said by a party. */
    record Said(Holder by, HandoffCommand command) {}

    private final Negotiation talks;
    private final Offer offer;
    private final SeenTask task;
    private final Optional<Move> move;
    private final Optional<SeenTask> last;
    private final Endpoint endpoint;
    private final int again;

    ReadTask(
            Negotiation talks,
            Offer offer,
            TaskReading reading,
            Optional<SeenTask> last,
            Endpoint endpoint,
            int again) {
        this.talks = talks;
        this.offer = offer;
        this.task = reading.task().orElseThrow();
        this.move = reading instanceof TaskReading.KnownMove known ? Optional.of(known.move()) : Optional.empty();
        this.last = last;
        this.endpoint = endpoint;
        this.again = again;
    }

    static Said overtaken(Offer offer, Code reason, Holder us) {
        return new Said(us, new OvertakeDecision(offer.number(), reason));
    }

    /** We were asked: the first line that fits decides what became of what we intended. */
    List<Said> asReceiver() {
        Holder us = endpoint.own();
        boolean cancelled =
                move.filter(m -> m == Move.WITHDRAWN || m == Move.CANCELLED).isPresent();
        if (offer.intended().isPresent()) {
            if (Faces.receiver(talks, offer).standsOn(task)) {
                return List.of(new Said(us, new ConfirmDecision(offer.number())));
            }
            if (cancelled) {
                return withdrawal(overtaken(offer, WITHDRAWN_FIRST, us));
            }
            if (task.status().filter(TaskStatus::ended).isPresent()) {
                return List.of(overtaken(offer, OTHER_FIRST, us));
            }
            if (contentChanged()) {
                return List.of(overtaken(offer, CONTENT_CHANGED, us));
            }
            return again >= MOST ? List.of(overtaken(offer, KEPT_CHANGING, us)) : List.of();
        }
        return cancelled && offer.isLive() ? withdrawal() : List.of();
    }

    private List<Said> withdrawal(Said... before) {
        List<Said> said = new ArrayList<>(List.of(before));
        said.add(new Said(endpoint.partner(), new WithdrawOffer(offer.number(), BY_PARTNER)));
        said.add(new Said(endpoint.partner(), new ConfirmDecision(offer.number())));
        return said;
    }

    private boolean contentChanged() {
        return last.isPresent() && !last.get().asked().equals(task.asked());
    }

    /** We asked: what they did is taken from what stands, and an acceptance that was skipped is inferred. */
    List<Said> asSender() {
        if (move.isEmpty()) {
            return List.of();
        }
        return switch (move.get()) {
            case ACCEPTED, ASSIGNED, PAUSED, RESUMED -> accepted();
            case STARTED -> started();
            case COMPLETED, REPORTED_COMPLETE -> completed();
            case DECLINED -> answer(new Answer.Decline(reason(), Sensitive.none()));
            case GIVEN_BACK -> givenBack();
            case WITHDRAWN, CANCELLED ->
                offer.withdrawing().isPresent()
                        ? List.of(new Said(endpoint.own(), new ConfirmDecision(offer.number())))
                        : List.of();
            default -> List.of();
        };
    }

    private List<Said> accepted() {
        return offer.isLive() ? answer(new Answer.Accept()) : List.of();
    }

    private List<Said> answer(Answer answer) {
        if (!offer.isLive()) {
            return List.of();
        }
        Holder by = partnerSeat();
        return List.of(
                new Said(by, new AnswerOffer(offer.number(), offer.asked(), answer)),
                new Said(by, new ConfirmDecision(offer.number())));
    }

    private List<Said> started() {
        List<Said> said = new ArrayList<>(accepted());
        if (!said.isEmpty() || talks.course() == Course.HELD) {
            said.add(new Said(partnerSeat(), new StartAction()));
        }
        return said;
    }

    private List<Said> completed() {
        List<Said> said = new ArrayList<>(accepted());
        if (!said.isEmpty() || talks.course() == Course.HELD || talks.course() == Course.STARTED) {
            said.add(new Said(partnerSeat(), new CompleteAction(output())));
        }
        return said;
    }

    private List<Said> givenBack() {
        List<Said> said = new ArrayList<>(accepted());
        if (!said.isEmpty() || talks.course() == Course.HELD || talks.course() == Course.STARTED) {
            said.add(new Said(partnerSeat(), new GiveBack(BY_PARTNER)));
            said.add(new Said(offer.sender(), new TakeBack()));
        }
        return said;
    }

    private Holder partnerSeat() {
        return offer.to();
    }

    private Code reason() {
        return BY_PARTNER;
    }

    private List<Input> output() {
        List<Input> output = new ArrayList<>();
        int number = 0;
        for (JsonNode one : task.json().tree().path("output")) {
            number++;
            output.add(new Input(Code.of("output-" + number), Sensitive.of(one.toString())));
        }
        return output;
    }
}
