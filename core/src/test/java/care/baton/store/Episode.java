package care.baton.store;

import care.baton.evidence.Entry;
import care.baton.evidence.EraseContent;
import care.baton.evidence.Salt;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.RecordCommand;
import care.baton.record.Rulebook;
import care.baton.time.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/** One record as it grows, command by command. Ids, salts and instants follow from how many were asked. */
public final class Episode {

    private final Rulebook rules;
    private CoordinationRecord record;
    private Instant now = Cast.START;
    private int asked;

    private Episode(RecordId id, Rulebook rules) {
        this.rules = rules;
        this.record = CoordinationRecord.of(id);
    }

    public static Episode of(String id, Rulebook rules) {
        return new Episode(RecordId.of(id), rules);
    }

    public CoordinationRecord record() {
        return record;
    }

    public Instant now() {
        return now;
    }

    public void passes(Duration time) {
        now = now.plus(time);
    }

    /** Asks; what is refused changes nothing. A minute passes. */
    public Outcome<CoordinationRecord, Entry> ask(Holder by, RecordCommand command) {
        passes(Duration.ofMinutes(1));
        Act act = act(by);
        Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act, salt(), rules);
        outcome.fold(done -> record = done.state(), refused -> record);
        return outcome;
    }

    /** Takes the words of one entry out. */
    public void erase(Holder by, long sequence) {
        passes(Duration.ofMinutes(1));
        Act act = act(by);
        record = record.ledger()
                .erase(act, new EraseContent(sequence, Code.of("asked-for"), Code.of("note")), salt())
                .fold(
                        done -> CoordinationRecord.replay(
                                record.id(), done.state().entries().toList()),
                        refused -> record);
    }

    private Act act(Holder by) {
        asked++;
        return Act.of(CommandId.of(record.id().value() + "-command-" + asked), by, Stamp.at(now));
    }

    /** The same each time, so that a history can be played again; a host draws its own from a secure source. */
    private Salt salt() {
        String seed = record.id().value() + "/" + asked;
        return Salt.of(Digest.of(seed.getBytes(StandardCharsets.UTF_8)).bytes());
    }
}
