package care.baton.handoff;

import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffEvent.OfferMade;
import care.baton.obligation.Obligation;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.party.Agreement;
import care.baton.party.Holder;
import care.baton.pathway.HandoffTerms.UrgentLook;
import care.baton.time.DueRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The sender's turn: making an offer, and finding somebody when nobody has one. */
final class Offering {

    private static final Code SELECTED_ANOTHER = Code.of("another-selected");

    private Offering() {}

    static void offer(Turn turn, OfferHandoff command) {
        Negotiation talks = turn.talks();
        Holder from = turn.openAction().map(Obligation::holder).orElse(turn.speaker());
        if (talks.course() != Course.OFFERING) {
            turn.refuse(Reason.HANDOFF_NOT_ON_OFFER, "handoff");
        } else if (!turn.isBy(from, "offer") && turn.isOutside(from)) {
            return;
        }
        if (command.to().sameRole(from)) {
            turn.refuse(Reason.OFFER_TO_OWN_ROLE, "offer/to");
        }
        if (command.kind() == OfferKind.FIRM && talks.liveFirm().isPresent()) {
            turn.refuse(Reason.OFFER_ALREADY_LIVE, "offer");
        }
        if (command.respondBy().filter(by -> !by.isAfter(turn.now())).isPresent()) {
            turn.refuse(Reason.DUE_IN_THE_PAST, "offer/respondBy");
        }
        if (command.ask().finishBy().filter(by -> !by.isAfter(turn.now())).isPresent()) {
            turn.refuse(Reason.DUE_IN_THE_PAST, "offer/ask/finishBy");
        }
        if (!turn.isRefused()) {
            make(turn, command, from);
        }
    }

    private static void make(Turn turn, OfferHandoff command, Holder from) {
        int number = turn.talks().offers().size() + 1;
        Ask ask = command.ask();
        Instant due = respondBy(turn, command);
        if (turn.openAction().isEmpty()) {
            turn.owe(Opening.of(
                    turn.action(),
                    turn.parent(),
                    from,
                    from,
                    ask.finishBy().orElseGet(() -> turn.practice().finishBy(due)),
                    turn.practice().route()));
        }
        turn.happens(new OfferMade(
                turn.id(),
                number,
                command.kind(),
                from,
                command.to(),
                ask,
                ask.digest(),
                command.content(),
                command.arbiter()));
        Opening response = Opening.of(
                        turn.response(number),
                        Optional.of(turn.action()),
                        command.to(),
                        from,
                        due,
                        turn.practice().routeFor(command.to(), turn.now()))
                .leaving(turn.practice().terms().least());
        turn.owe(latest(ask)
                .map(start -> response.notAfter(turn.practice().terms().decideBy(start, start, turn.now())))
                .orElse(response));
        urgentLook(turn, number, ask, from);
        if (command.kind() == OfferKind.FIRM) {
            turn.doneAll(Kinds.PLACE);
            withdrawRest(turn, command.to());
        }
    }

    private static Instant respondBy(Turn turn, OfferHandoff command) {
        Practice practice = turn.practice();
        DueRule rule = practice.agreementWith(command.to(), turn.now())
                .map(Agreement::respondWithin)
                .orElse(practice.terms().respondWithin());
        Instant due = command.respondBy().orElseGet(() -> practice.due(rule, turn.now()));
        return latest(command.ask())
                .map(start -> practice.terms().decideBy(due, start, turn.now()))
                .orElse(due);
    }

    /** When an urgent start is asked for: the person's latest time, which no clarification moves. */
    private static Optional<Instant> latest(Ask ask) {
        return ask.finishBy().filter(by -> ask.priority().isUrgent());
    }

    private static void urgentLook(Turn turn, int number, Ask ask, Holder from) {
        Optional<UrgentLook> look =
                turn.practice().terms().urgentLook().filter(l -> ask.priority().isUrgent());
        look.ifPresent(l -> turn.owe(Opening.of(
                        turn.key(Kinds.URGENT_LOOK, "offer-" + number),
                        Optional.of(turn.response(number)),
                        turn.practice().seat(l.role(), from),
                        from,
                        turn.practice().due(l.each(), turn.now()),
                        turn.practice().route())
                .recurring(l.each())));
    }

    /** One has been chosen: invitations that can still be answered, and the others' bids, are withdrawn. */
    static void withdrawRest(Turn turn, Holder chosen) {
        List<Offer> rest = turn.talks().offers().values().stream()
                .filter(o -> o.kind() == OfferKind.INVITATION
                        && o.withdrawing().isEmpty()
                        && (o.isLive() || isBidOfAnother(o, chosen)))
                .toList();
        rest.forEach(o -> Withdrawing.withdraw(turn, o, SELECTED_ANOTHER));
    }

    private static boolean isBidOfAnother(Offer offer, Holder chosen) {
        return offer.state() instanceof OfferState.Accepted && !offer.to().sameRole(chosen);
    }

    /** The sender owes it to find somebody when no offer can be answered any more. */
    static void placeWhenNobodyIsAsked(Turn turn) {
        if (turn.talks().course() == Course.OFFERING
                && turn.talks().offers().values().stream().noneMatch(Offer::isLive)) {
            turn.openAction().ifPresent(action -> place(turn, action.holder()));
        }
    }

    /** The sender owes it to find somebody else. */
    static void place(Turn turn, Holder sender) {
        turn.oweAgain(Opening.of(
                turn.key(Kinds.PLACE, "whole"),
                Optional.of(turn.action()),
                sender,
                sender,
                turn.practice().due(turn.practice().terms().confirmWithin(), turn.now()),
                turn.practice().route()));
    }
}
