package care.baton.bench;

import care.baton.handoff.Answer;
import care.baton.handoff.Arbiter;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.Content;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.HandoffCommand.AnswerOffer;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.Input;
import care.baton.handoff.OfferKind;
import care.baton.handoff.Priority;
import care.baton.handoff.Question;
import care.baton.handoff.Sbar;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the two parties say to each other, in words of the usual length. */
final class Talk {

    static final Instant START = Instant.parse("2026-03-02T15:00:00Z");

    static final Ask ASK = new Ask(
            Code.of("home-care"),
            Seats.PARTICIPANT,
            Priority.ROUTINE,
            Sensitive.of("ServiceRequest/discharge-home-care"),
            Sensitive.of(
                    "Home care after hip surgery: two visits a day, evening medication, transfers with one person"),
            List.of(),
            Optional.empty());

    static final Content SBAR = new Sbar(
            Sensitive.of("Going home tomorrow after hip surgery, lives alone on the second floor"),
            Sensitive.of("Walks with a frame; heels at risk; evening tablet changed this week"),
            Sensitive.of("Stable; manages transfers with one person"),
            Sensitive.of("Two visits a day, first visit on the evening of the discharge"),
            Sensitive.none(),
            Sensitive.none());

    static final HandoffCommand OFFER =
            new OfferHandoff(OfferKind.FIRM, Seats.INTAKE, ASK, Optional.of(SBAR), Arbiter.RECORD, Optional.empty(), Optional.empty());

    private static final Code DOSE = Code.of("evening-dose");

    static final HandoffCommand QUESTION = answer(new Answer.RequestClarification(
            List.of(new Question(DOSE, Sensitive.of("Which dose is due this evening?"), Sensitive.none()))));

    static final HandoffCommand REPLY =
            new AnswerClarification(1, DOSE, Sensitive.of("Five milligrams, with food"), Optional.empty());

    static final HandoffCommand PROPOSAL = answer(new Answer.AcceptWithConditions(List.of(new Condition(
            Sensitive.of("A pressure-relieving mattress is delivered before the first visit"),
            Condition.Kind.PRECONDITION,
            Seats.CASE_MANAGER.heldBy(Optional.empty()),
            START.plusSeconds(86_400)))));

    static final HandoffCommand ACCEPT = answer(new Answer.Accept());

    static final HandoffCommand COMPLETION =
            new CompleteAction(List.of(new Input(Code.of("report"), Sensitive.of("Stable at home, skin intact"))));

    private Talk() {}

    private static HandoffCommand answer(Answer answer) {
        return new AnswerOffer(1, ASK.digest(), answer);
    }
}
