package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.evidence.Salt;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.record.RecordCommand.JoinTeam;
import care.baton.record.RecordCommand.OpenRecord;
import care.baton.time.Stamp;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What came of some rolls, one after the other, on one record. */
final class RecordWalk {

    /** One step: what was asked of the record as it stood, and what came of it. */
    record Step(CoordinationRecord before, Act act, RecordCommand command, Outcome<CoordinationRecord, Entry> outcome) {

        CoordinationRecord after() {
            return outcome.fold(done -> done.state(), refused -> before);
        }

        List<Entry> entries() {
            return outcome.fold(done -> done.events(), refused -> List.of());
        }

        /** The host's clock as it was given, which may lie before what was recorded last. */
        Instant given() {
            return act.stamp().recordedAt();
        }
    }

    static final Rulebook RULES = HomeVisits.RULES;

    private final List<Roll> rolls;
    private final List<Step> steps = new ArrayList<>();
    private CoordinationRecord record = CoordinationRecord.of(RecordId.of("record-1"));
    private Instant now = HomeStart.START;

    private RecordWalk(List<Roll> rolls) {
        this.rolls = rolls;
    }

    static RecordWalk of(List<Roll> rolls) {
        RecordWalk walk = new RecordWalk(rolls);
        walk.ask(new Asked(HomeStart.PLANNER, opening(rolls.get(0).who())));
        rolls.forEach(walk::play);
        return walk;
    }

    /** Now and then one role is not found yet. */
    private static OpenRecord opening(int number) {
        OpenRecord whole = HomeVisits.opening();
        List<Holder> later = List.of(HomeStart.NURSE, HomeStart.FUNDER, HomeStart.SCHEDULER, HomeStart.LEAD);
        List<JoinTeam> team = whole.team().stream()
                .filter(m -> number % 3 > 0 || !m.seat().equals(later.get(number % 4)))
                .toList();
        return new OpenRecord(whole.custodian(), whole.person(), team, whole.earlier());
    }

    List<Step> steps() {
        return steps;
    }

    CoordinationRecord record() {
        return record;
    }

    /** The host's clock at the end, no earlier than what was recorded last. */
    Instant now() {
        Instant last = record.recordedAt().orElse(now);
        return now.isBefore(last) ? last : now;
    }

    private void play(Roll roll) {
        now = now.plus(roll.after());
        ask(new Dealer(record, now(), roll).deal());
    }

    private void ask(Asked asked) {
        int number = steps.size();
        Act act = Act.of(CommandId.of("c-" + number), asked.by(), Stamp.at(now));
        Step step = new Step(record, act, asked.command(), record.decide(asked.command(), act, salt(number), RULES));
        steps.add(step);
        record = step.after();
    }

    static Salt salt(int number) {
        return Salt.of(ByteBuffer.allocate(16).putInt(number).array());
    }

    /** The rolls, to play them again. */
    @Override
    public String toString() {
        return rolls.toString();
    }
}
