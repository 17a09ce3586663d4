package care.baton.record;

import care.baton.evidence.Event;
import care.baton.obligation.Ending;
import care.baton.obligation.Key;
import care.baton.obligation.Known;
import care.baton.obligation.Lack;
import care.baton.obligation.Lacking;
import care.baton.obligation.Level;
import care.baton.obligation.Obligation;
import care.baton.obligation.Obligations;
import care.baton.obligation.Opening;
import care.baton.obligation.Route;
import care.baton.outcome.Code;
import care.baton.outcome.Draft;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.ownership.Member;
import care.baton.party.Act;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.OrganizationKind;
import care.baton.pathway.Ladder;
import care.baton.pathway.Need;
import care.baton.pathway.Pathway;
import care.baton.time.BeforeVisits;
import care.baton.time.DueRule;
import care.baton.time.Horizon;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where one command on a record is worked through: what happens is gathered here. */
final class Desk {

    private final Draft<Chart, Event> draft;
    private final Act act;
    private final Rulebook rules;

    Desk(Chart chart, Act act, Rulebook rules) {
        this.draft = new Draft<>(chart, (before, event) -> before.evolve(act, event));
        this.act = act;
        this.rules = rules;
    }

    Draft<Chart, Event> draft() {
        return draft;
    }

    Chart chart() {
        return draft.state();
    }

    Obligations owed() {
        return chart().obligations();
    }

    Act act() {
        return act;
    }

    Rulebook rules() {
        return rules;
    }

    Instant now() {
        return act.stamp().recordedAt();
    }

    /** The date on the service's wall. */
    LocalDate today() {
        return rules.calendar().dateOf(now());
    }

    void happens(Event event) {
        draft.add(event);
    }

    void owe(Opening opening) {
        draft.addAll(opening.on(owed(), now()));
    }

    /** Owed anew if the same was owed before and has ended: the next occurrence of it. */
    void oweAgain(Opening opening) {
        oweAgain(opening, now());
    }

    void oweAgain(Opening opening, Instant at) {
        Opening next = opening;
        while (owed().get(next.key()).filter(o -> !o.isOpen()).isPresent()) {
            next = next.under(next.key().again());
        }
        draft.addAll(next.on(owed(), at));
    }

    /** It is part of the outcome of a run, and its lateness is heard as that of a handoff is. */
    void oweOnRun(Code run, Key key, Holder holder, Holder to, Instant due) {
        Pathway pathway = chart().runs().get(run).flatMap(rules::of).orElseThrow();
        Route route = route(pathway.ladder(pathway.handoff().ladder()));
        oweAgain(Opening.of(key, Optional.of(Keys.outcome(run)), holder, to, due, route));
    }

    /** Nobody owes it any more, and why. */
    void release(Key key, Code reason) {
        draft.addAll(Ending.released(owed(), key, reason, now(), rules.calendar()));
    }

    /** By when, counted from now; the visits that are known count. */
    Instant due(DueRule rule) {
        return rule.due(now(), rules.calendar(), chart().visitStarts());
    }

    /** The same, with a due that moves with the visits, where its rule counts any. */
    Opening counting(Opening opening, DueRule rule) {
        return counting(opening, rule, latest -> latest);
    }

    Opening counting(Opening opening, DueRule rule, UnaryOperator<Instant> earlier) {
        return rule instanceof BeforeVisits v
                ? opening.counting(v, earlier.apply(Horizon.plus(now(), v.latest())))
                : opening;
    }

    void done(Key key) {
        draft.addAll(Ending.discharged(owed(), key, now(), rules.calendar()));
    }

    void refuse(Reason reason, String path, Code... roles) {
        draft.refuse(Refusal.of(reason, path, List.of(roles)));
    }

    /** Whether this organization keeps the record. */
    boolean keepsRecord(OrganizationId who) {
        return chart().custodian().equals(Optional.of(who));
    }

    /** Whether the person whose care it is takes part in this house, as one of a family. */
    boolean isPersonsHouse(OrganizationId house) {
        return chart().team().members().stream()
                .filter(m -> !m.left() && m.kind() == OrganizationKind.PERSON_AND_FAMILY)
                .map(Member::seat)
                .anyMatch(seat ->
                        seat.organization().equals(house) && seat.person().equals(chart().person()));
    }

    /** Only this role may do it, in whichever organization it is held. */
    boolean isRole(Code role, String path) {
        if (act.speaker().role().equals(role)) {
            return true;
        }
        refuse(Reason.ROLE_NOT_PERMITTED, path, role);
        return false;
    }

    /** Only the one who holds it may do it. */
    boolean isHeldBySpeaker(Obligation obligation, String path) {
        if (obligation.holder().sameRole(act.speaker())) {
            return true;
        }
        refuse(Reason.ROLE_NOT_PERMITTED, path, obligation.holder().role());
        return false;
    }

    Optional<PathwayRun> openRun(Code run) {
        Optional<PathwayRun> found = chart().runs().get(run).filter(PathwayRun::isOpen);
        if (found.isEmpty()) {
            refuse(Reason.RUN_NOT_OPEN, "runs/" + run);
        }
        return found;
    }

    Optional<Pathway> definition(PathwayRun run) {
        Optional<Pathway> found = rules.of(run);
        if (found.isEmpty()) {
            refuse(Reason.DEFINITION_UNKNOWN, "runs/" + run.run() + "/pathway");
        }
        return found;
    }

    /** Where a role is held: its seat in the team, else the role in the custodian's own house. */
    Holder seat(Code role) {
        return seat(role, now());
    }

    Holder seat(Code role, Instant at) {
        return chart().team()
                .seatOf(role)
                .map(s -> chart().team().onDuty(s, at))
                .orElseGet(() -> Holder.of(chart().custodian().orElse(act.by().organization()), role));
    }

    Route route(Ladder ladder) {
        return route(ladder, now());
    }

    Route route(Ladder ladder, Instant at) {
        return new Route(
                ladder.rungs().stream()
                        .map(r -> new Level(r.after(), seat(r.role(), at), r.within()))
                        .toList(),
                ladder.repeat());
    }

    Known known(Code run) {
        return new OnChart(chart(), run);
    }

    List<Lack> lacking(List<Need> needs, Code run) {
        return Lacking.of(needs, known(run), now());
    }

    /** Refuses with everything that is missing. */
    void hasAll(List<Need> needs, Known known) {
        draft.refuseAll(
                Lacking.of(needs, known, now()).stream().map(Lack::refusal).toList());
    }

    void hasAll(List<Need> needs, Code run) {
        draft.refuseAll(lacking(needs, run).stream().map(Lack::refusal).toList());
    }
}
