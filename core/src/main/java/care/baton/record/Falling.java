package care.baton.record;

import care.baton.escalation.Escalation;
import care.baton.evidence.EvidenceEvent.WaiverExpired;
import care.baton.evidence.Waiver;
import care.baton.handoff.Negotiation;
import care.baton.handoff.Proceedings;
import care.baton.handoff.Unconfirmed;
import care.baton.obligation.Lacking;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.time.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What time brings about on a record, in the order in which it falls due: lateness, and what ends by itself. */
final class Falling {

    /** Without the definition nobody can say who hears: its holder alone is reminded. */
    private static final Route EACH_DAY = Route.reminder(new Elapsed(Duration.ofDays(1)));

    private Falling() {}

    static void due(Desk desk) {
        for (Optional<Foreseen> next = next(desk); next.isPresent(); next = next(desk)) {
            Foreseen foreseen = next.get();
            late(desk, foreseen.at());
            if (foreseen.what() == Foreseen.What.WAIVER_ENDS) {
                waiverEnds(desk, foreseen);
            } else {
                closes(desk, foreseen);
            }
        }
        late(desk, desk.now());
    }

    private static Optional<Foreseen> next(Desk desk) {
        return desk.chart().foreseen().first().map(row -> row.key()).filter(f -> !f.at().isAfter(desk.now()));
    }

    private static void late(Desk desk, Instant until) {
        Gone.passedOver(desk, Escalation.due(desk.owed(), until, desk.rules().calendar()));
    }

    private static void closes(Desk desk, Foreseen foreseen) {
        Negotiation talks =
                desk.chart().handoffs().get(HandoffId.of(foreseen.of())).orElseThrow();
        Gone.passedOver(
                desk,
                Unconfirmed.closed(
                        new Proceedings(talks, desk.owed()),
                        foreseen.at(),
                        desk.rules().calendar()));
    }

    /** Whoever let it pass owes a decision: to see that it is supplied, or to let it pass again. */
    private static void waiverEnds(Desk desk, Foreseen ends) {
        Instant at = ends.at();
        PathwayRun run = desk.chart().runs().values().stream()
                .filter(r -> Keys.cause(r.run()).equals(ends.of()))
                .findFirst()
                .orElseThrow();
        desk.happens(new WaiverExpired(run.run(), ends.item(), at));
        Optional<Pathway> pathway = desk.rules().of(run);
        List<Need> needs = pathway.stream()
                .flatMap(p -> p.needs().stream())
                .filter(n -> n.item().equals(ends.item()))
                .distinct()
                .toList();
        boolean supplied = pathway.isPresent()
                && Lacking.of(needs, desk.known(run.run()), at).isEmpty();
        Waiver last = desk.chart().evidence().waivers(run.run(), ends.item()).stream()
                .filter(w -> w.until().equals(at))
                .reduce((one, other) -> other)
                .orElseThrow();
        if (!supplied) {
            desk.oweAgain(opening(desk, run, pathway, last).proving(needs), at);
        }
    }

    private static Opening opening(Desk desk, PathwayRun run, Optional<Pathway> pathway, Waiver ended) {
        Instant at = ended.until();
        Holder role = desk.chart().team().onDuty(ended.by().heldBy(Optional.empty()), at);
        return Opening.of(
                Keys.of(run.run(), Keys.WAIVER_ENDED, ended.item()),
                Optional.of(Keys.outcome(run.run())),
                role,
                pathway.map(p -> desk.seat(p.owner(), at)).orElse(role),
                pathway.map(p ->
                                p.handoff().confirmWithin().due(at, desk.rules().calendar()))
                        .orElse(at),
                pathway.map(p -> desk.route(p.ladder(p.handoff().ladder()), at)).orElse(EACH_DAY));
    }
}
