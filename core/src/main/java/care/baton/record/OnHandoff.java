package care.baton.record;

import care.baton.evidence.Event;
import care.baton.evidence.EvidenceEvent.FactRecorded;
import care.baton.evidence.Grade;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand;
import care.baton.handoff.HandoffCommand.OfferHandoff;
import care.baton.handoff.HandoffDecision;
import care.baton.handoff.HandoffEvent.AnswerGiven;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Practice;
import care.baton.handoff.Proceedings;
import care.baton.outcome.Applied;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.party.Agreement;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Sensitive;
import care.baton.pathway.HandoffTerms;
import care.baton.pathway.Pathway;
import care.baton.record.RecordCommand.InHandoff;
import care.baton.record.RecordEvent.HandoffPlaced;
import java.util.List;
import java.util.Optional;

/** A handoff inside the record: the same machine as alone, behind the gates of its run's stage. */
final class OnHandoff {

    /** The field that says how the receiver answered, once that stands. */
    static final Code RESPONSE_CATEGORY = Code.of("provider-response-category");

    private static final Code RECORD = Code.of("record");

    private OnHandoff() {}

    static void decide(Desk desk, InHandoff command) {
        Optional<PathwayRun> run = desk.openRun(command.run());
        Optional<Pathway> pathway = run.flatMap(desk::definition);
        if (pathway.isEmpty()) {
            return;
        }
        HandoffId id = command.handoff();
        Optional<Code> place = desk.chart().places().get(id);
        if (place.isPresent() && !place.get().equals(command.run())) {
            desk.refuse(Reason.HANDOFF_OF_ANOTHER_RUN, "handoff");
            return;
        }
        if (place.isEmpty() && Keys.isRun(id)) {
            desk.refuse(Reason.VALUE_MALFORMED, "handoff");
            return;
        }
        if (command.command() instanceof OfferHandoff offer
                && !Optional.of(offer.ask().person()).equals(desk.chart().person())) {
            desk.refuse(Reason.OTHER_PERSON, "offer/ask/person");
            return;
        }
        Negotiation talks = desk.chart().handoffs().get(id).orElseGet(() -> Negotiation.of(id));
        Parts.offered(desk, id, command.command());
        AtTheGate.guard(desk, run.get(), pathway.get(), talks, command.command());
        Outcome<Proceedings, Event> outcome = HandoffDecision.decide(
                new Proceedings(talks, desk.owed()),
                command.command(),
                desk.act(),
                practice(desk, pathway.get(), terms(desk, pathway.get(), talks), partner(talks, command.command())),
                Optional.of(Keys.outcome(command.run())));
        desk.draft().refuseAll(outcome.refusals());
        if (!desk.draft().isRefused()) {
            if (place.isEmpty()) {
                desk.happens(new HandoffPlaced(id, command.run(), Parts.of(command.command())));
            }
            Applied<Proceedings, Event> done = outcome.orThrow();
            List<Negotiation> parts = Parts.underWay(desk.chart(), id);
            Gone.passedOver(desk, done.events());
            done.events().forEach(event -> follows(desk, command.run(), event));
            Parts.left(desk, command.run(), pathway.get(), id, parts);
        }
    }

    private static Optional<OrganizationId> partner(Negotiation talks, HandoffCommand command) {
        return command instanceof OfferHandoff offer
                ? Optional.of(offer.to().organization())
                : talks.current().map(o -> o.to().organization());
    }

    /** Only another house's silence closes what is done: our own word is owed for as long as it takes. */
    private static HandoffTerms terms(Desk desk, Pathway pathway, Negotiation talks) {
        boolean ours = talks.sender()
                .filter(sender -> desk.keepsRecord(sender.organization()))
                .isPresent();
        return ours ? pathway.handoff().alwaysConfirmed() : pathway.handoff();
    }

    private static Practice practice(Desk desk, Pathway pathway, HandoffTerms terms, Optional<OrganizationId> partner) {
        Optional<Agreement> agreement = partner.flatMap(p -> desk.chart().team().agreement(p, desk.now()));
        List<Holder> seats = pathway.roles().stream()
                .flatMap(r -> desk.chart().team().seatOf(r.code()).stream())
                .toList();
        return Practice.builder()
                .terms(terms)
                .route(desk.route(pathway.ladder(pathway.handoff().ladder())))
                .calendar(desk.rules().calendar())
                .agreement(agreement)
                .addAllSeats(seats)
                .build();
    }

    private static void follows(Desk desk, Code run, Event event) {
        if (event instanceof AnswerGiven given && isOfTheRun(desk, run, given)) {
            Grade grade = given.relayed() ? Grade.RELAYED : Grade.CONFIRMED;
            desk.happens(new FactRecorded(
                    RESPONSE_CATEGORY,
                    desk.chart().evidence().nextVersion(RESPONSE_CATEGORY),
                    Sensitive.of(given.answer().category().value()),
                    RECORD,
                    grade));
            OnNotice.said(desk, RESPONSE_CATEGORY);
            if (given.answer() instanceof Answer.Accept && given.moves()) {
                OnStage.received(desk, run);
            }
        }
    }

    /** Offers that others make to each other beside the run answer nothing that the run asked. */
    private static boolean isOfTheRun(Desk desk, Code run, AnswerGiven given) {
        Optional<Holder> owner = desk.chart().runs().get(run).flatMap(PathwayRun::owner);
        return desk
                .chart()
                .handoffs()
                .get(given.handoff())
                .flatMap(t -> t.offers().get(given.number()))
                .stream()
                .anyMatch(o -> owner.filter(holder -> OnStage.givesOn(desk, given.handoff(), o.sender(), holder))
                        .isPresent());
    }
}
