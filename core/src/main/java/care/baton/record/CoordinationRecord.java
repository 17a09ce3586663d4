package care.baton.record;

import care.baton.consent.Consents;
import care.baton.disclosure.Accounting;
import care.baton.disclosure.View;
import care.baton.disclosure.Viewer;
import care.baton.evidence.Entry;
import care.baton.evidence.Ledger;
import care.baton.evidence.Salt;
import care.baton.evidence.Seen;
import care.baton.note.Contacts;
import care.baton.note.Notes;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.outcome.Draft;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.outcome.State;
import care.baton.party.Act;
import care.baton.party.RecordId;
import care.baton.pathway.Change;
import care.baton.plan.Plans;
import care.baton.risk.Risks;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One person's coordination record: what stands on it and how it came about. It is a value and the
 * unit of consistency: of two commands on one version, the host keeps the first and decides the second
 * anew.
 */
@State
@Value.Immutable
public sealed interface CoordinationRecord permits ImmutableCoordinationRecord {

    /**
     * Which record.
     *
     * @return its identifier
     */
    RecordId id();

    /**
     * What stands on it now.
     *
     * @return the chart
     */
    Chart chart();

    /**
     * Everything that was recorded, chained.
     *
     * @return the ledger
     */
    Ledger ledger();

    /**
     * A record in which nothing has been recorded yet.
     *
     * @param id which record
     * @return the record
     */
    static CoordinationRecord of(RecordId id) {
        return ImmutableCoordinationRecord.builder()
                .id(id)
                .chart(Chart.empty())
                .ledger(Ledger.empty(id))
                .build();
    }

    /**
     * The record that these entries tell of. They are taken as they are: {@link #restore} looks at each first.
     *
     * @param id which record
     * @param entries what was recorded, first to last
     * @return the record
     */
    static CoordinationRecord replay(RecordId id, List<Entry> entries) {
        List<Entry> all = Copy.of(entries, "entries");
        Chart chart = Chart.empty();
        for (Entry entry : all) {
            chart = chart.evolve(entry.act(), entry.event());
        }
        return ImmutableCoordinationRecord.builder()
                .id(id)
                .chart(chart)
                .ledger(Ledger.of(id, all))
                .build();
    }

    /**
     * The record that entries from elsewhere tell of, if some operation could have made them, as far as they alone
     * can tell. Whether they are as they were written, {@link Ledger#verify()} says; whether the definitions allowed
     * them, only the definitions can.
     *
     * <p>Refuses with {@link Reason#SEQUENCE_BROKEN} or {@link Reason#EVENT_IMPOSSIBLE} and the place of the first
     * entry that could not have come; with {@code entries[0]/event/record} where it is another record that they open.
     *
     * @param id which record
     * @param entries what was recorded, first to last
     * @return the record; or which entry is impossible
     */
    static Outcome<CoordinationRecord, Entry> restore(RecordId id, List<Entry> entries) {
        Possible possible = new Possible(Objects.requireNonNull(id, "id"));
        List<Entry> all = Copy.of(entries, "entries");
        Chart chart = Chart.empty();
        for (Entry entry : all) {
            Optional<Refusal> wrong = possible.next(chart, entry);
            if (wrong.isPresent()) {
                return Outcome.refused(List.of(wrong.get()));
            }
            chart = chart.evolve(entry.act(), entry.event());
        }
        return Outcome.applied(of(id).with(chart, Ledger.of(id, all)), all);
    }

    /**
     * Decides what a command does. What has fallen due by then happens first. The same command a second time
     * changes nothing.
     *
     * <p>Refuses with what each {@link RecordCommand} says, and any of them with {@link Reason#COMMAND_ID_REUSED},
     * {@link Reason#RECORD_NOT_OPEN} or {@link Reason#NOT_A_MEMBER}; what is said for another with
     * {@link Reason#ROLE_NOT_PERMITTED} or {@link Reason#NOT_YOUR_TURN}; what is about a run with
     * {@link Reason#RUN_NOT_OPEN} or {@link Reason#DEFINITION_UNKNOWN}, and so are a field, a warning and an approval while
     * the definition of an open run is gone. What is lacking is told as
     * {@link Reason#FIELD_MISSING}, {@link Reason#FIELD_BY_OTHER_ROLE}, {@link Reason#FIELD_TOO_WEAK},
     * {@link Reason#APPROVAL_MISSING}, {@link Reason#APPROVAL_OUTDATED}, {@link Reason#DUTY_NOT_DONE} or
     * {@link Reason#STAGE_NOT_LEFT}.
     *
     * @param command what is asked for
     * @param act who asks and when, by the host's clock; an instant before the last recorded one is a claim only
     * @param salt fresh random bytes from the host, so that erased words cannot be guessed back
     * @param rules the definitions and the calendar
     * @return the record afterwards and the new entries; or everything that stands in the way
     */
    default Outcome<CoordinationRecord, Entry> decide(RecordCommand command, Act act, Salt salt, Rulebook rules) {
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(salt, "salt");
        Objects.requireNonNull(rules, "rules");
        Record asked = (Record) Objects.requireNonNull(command, "command");
        Seen seen = ledger().seen(act.command(), asked);
        if (seen == Seen.APPLIED) {
            return Outcome.applied(this, List.of());
        }
        if (seen == Seen.REUSED) {
            return Outcome.refused(List.of(Refusal.of(Reason.COMMAND_ID_REUSED, "command")));
        }
        Act stamped = act.notBefore(recordedAt());
        Desk desk = new Desk(chart(), stamped, rules);
        Falling.due(desk);
        RecordDecision.decide(desk, id(), command);
        Draft<Chart, ?> draft = desk.draft();
        if (draft.isRefused()) {
            return Outcome.refused(desk.draft().outcome().refusals());
        }
        return ledger().append(stamped, asked, salt, desk.draft().events())
                .fold(done -> Outcome.applied(with(draft.state(), done.state()), done.events()), Outcome::refused);
    }

    private CoordinationRecord with(Chart chart, Ledger ledger) {
        return ImmutableCoordinationRecord.builder()
                .id(id())
                .chart(chart)
                .ledger(ledger)
                .build();
    }

    /**
     * When something was recorded last, by the host's clock.
     *
     * @return the instant; empty before anything was
     */
    default Optional<Instant> recordedAt() {
        return ledger().entries().isEmpty()
                ? Optional.empty()
                : Optional.of(ledger().entries().last().act().stamp().recordedAt());
    }

    /**
     * How many entries there are: what a host compares before it stores.
     *
     * @return from 0
     */
    default long version() {
        return ledger().size();
    }

    /**
     * What is owed, by whom and by when.
     *
     * @return the work
     */
    default Work work() {
        return new Work(chart());
    }

    /**
     * Whose time a run took, to its end or until now, and why.
     *
     * @param run which run
     * @param now the host's clock
     * @param rules the definitions: they say what an offer waited for
     * @param causes by which rules time counts as one of the causes
     * @return the time, charged exactly; empty when there is no such run
     */
    default Optional<Waiting> waiting(Code run, Instant now, Rulebook rules, CauseRules causes) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(rules, "rules");
        Objects.requireNonNull(causes, "causes");
        return new Attribution(this, run).at(now, rules, causes);
    }

    /**
     * The record as we knew it at an instant. What has been erased since shows as removed.
     *
     * @param instant the host's clock
     * @return the record then
     */
    default CoordinationRecord asOf(Instant instant) {
        Objects.requireNonNull(instant, "instant");
        return replay(
                id(),
                ledger().entries().toList().stream()
                        .takeWhile(e -> !e.act().stamp().recordedAt().isAfter(instant))
                        .toList());
    }

    /**
     * What a command would do: the operation itself, its answer not stored.
     *
     * @param command what would be asked for
     * @param act who would ask, and when
     * @param salt any bytes
     * @param rules the definitions and the calendar
     * @return what {@link #decide} answers
     */
    default Outcome<CoordinationRecord, Entry> would(RecordCommand command, Act act, Salt salt, Rulebook rules) {
        return decide(command, act, salt, rules);
    }

    /**
     * What moving a run to another version of its definition would change. Refuses as the move does, but for who asks.
     *
     * @param run which run
     * @param version the version that it would go by
     * @param act who asks, and when
     * @param rules the definitions, both versions among them, and the calendar
     * @return what would change; or everything that stands in the way
     */
    default Outcome<Move, Change> moving(Code run, int version, Act act, Rulebook rules) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(act, "act");
        Objects.requireNonNull(rules, "rules");
        return OnMove.shown(chart(), act.notBefore(recordedAt()), rules, run, version);
    }

    /**
     * What stands before each step.
     *
     * @param rules the definitions
     * @return the gates
     */
    default Gates gates(Rulebook rules) {
        Objects.requireNonNull(rules, "rules");
        return new Gates(chart(), rules);
    }

    /**
     * The handoffs: where, from whom, to whom and when.
     *
     * @return the handoffs
     */
    default Passages handoffs() {
        return new Passages(this);
    }

    /**
     * What may be shared, with whom and for what.
     *
     * @return the consents
     */
    default Consents consents() {
        return chart().consents();
    }

    /**
     * What somebody sees. Nothing is written down: what a host shows elsewhere it also
     * discloses ({@code Disclose.shown}), and so what only an emergency shows to its own people.
     *
     * @param viewer who, and what for; that it is they, the host knows
     * @param now the host's clock
     * @param rules the rules
     * @return the view; empty before the record is opened
     */
    default Optional<View> view(Viewer viewer, Instant now, Rulebook rules) {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(rules, "rules");
        return chart().holdings().map(held -> View.of(held, viewer, now, rules.disclosure(), rules.notes()));
    }

    /**
     * What went to whom about the person in a period, what for and by what right.
     *
     * @param from the first instant, by the host's clock
     * @param until the instant after the last
     * @return the accounting; empty before the record is opened
     * @throws IllegalArgumentException if the period does not end after it begins
     */
    default Optional<Accounting> accounting(Instant from, Instant until) {
        return chart().person().map(who -> Accounting.of(who, from, until, chart().disclosures()));
    }

    /**
     * Who was told what about each change, in which version; who was not; and what contradicts.
     *
     * @return the notes
     */
    default Notes notes() {
        return chart().notes();
    }

    /**
     * Every contact that coordination took: why, with whom, how long, and what it was worth.
     *
     * @return the contacts
     */
    default Contacts contacts() {
        return chart().contacts();
    }

    /**
     * What is usual for the person, what was seen and scored, and the patterns that were found.
     *
     * @return the risks
     */
    default Risks risks() {
        return chart().risks();
    }

    /**
     * What the person wants to reach, and who does what towards it.
     *
     * @return the plans
     */
    default Plans plans() {
        return chart().plans();
    }

    /**
     * What is still open in a plan: who is missing, what goals do not say, what nobody owns or decides.
     *
     * @param plan which plan
     * @param rules the definitions and the protocols
     * @return the report; empty when there is no such plan, or the rules do not hold what it goes by
     */
    default Optional<PlanReport> report(Code plan, Rulebook rules) {
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(rules, "rules");
        return PlanReport.of(chart(), plan, rules);
    }

    /**
     * What goes with the person to the next setting, put together from the record.
     *
     * @param run the run that it is put together for
     * @param rules the definitions
     * @return where each piece of it stands, and what is missing; empty when there is no such run
     */
    default Optional<DischargePacket> dischargePacket(Code run, Rulebook rules) {
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(rules, "rules");
        return DischargePacket.of(chart(), run, rules);
    }

    /**
     * What happened to an action, in order.
     *
     * @return the timeline
     */
    default Timeline timeline() {
        return new Timeline(this);
    }
}
