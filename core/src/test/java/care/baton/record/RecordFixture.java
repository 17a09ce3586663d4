package care.baton.record;

import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Salt;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.Holder;
import care.baton.party.RecordId;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Given, when, then over one record: for those who try out a definition of their own. The clock is the fixture's and
 * moves only when told. It needs no test framework; what does not hold is an {@link AssertionError} that names
 * codes, roles and kinds of events, and nothing about a person.
 *
 * <pre>{@code
 * RecordFixture.of(RecordId.of("record-1"), rules, start)
 *         .given(planner, new OpenRecord(...))
 *         .after(Duration.ofHours(2))
 *         .when(intake, new LeaveStage(run))
 *         .thenRefused(Reason.ROLE_NOT_PERMITTED);
 * }</pre>
 */
public final class RecordFixture {

    private final Rulebook rules;
    private CoordinationRecord record;
    private Instant now;
    private int commands;
    private Optional<Outcome<CoordinationRecord, Entry>> last = Optional.empty();

    private RecordFixture(CoordinationRecord record, Rulebook rules, Instant now) {
        this.record = record;
        this.rules = rules;
        this.now = now;
    }

    /**
     * A record in which nothing has been recorded yet.
     *
     * @param id which record
     * @param rules the definitions and the calendar
     * @param start the instant at which the fixture's clock stands
     * @return the fixture
     */
    public static RecordFixture of(RecordId id, Rulebook rules, Instant start) {
        return new RecordFixture(CoordinationRecord.of(id), rules, start);
    }

    /**
     * Something that is done before what is tried.
     *
     * @param by who does it
     * @param asked what is asked, in order
     * @return this fixture
     * @throws AssertionError if it is refused
     */
    public RecordFixture given(Holder by, RecordCommand... asked) {
        for (RecordCommand command : asked) {
            when(by, command).thenApplied();
        }
        return this;
    }

    /**
     * Moves the clock.
     *
     * @param time how far; a negative length puts it back
     * @return this fixture
     */
    public RecordFixture after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /**
     * Asks. What is applied becomes the record; what is refused leaves it as it was.
     *
     * @param by who asks
     * @param command what is asked
     * @return this fixture
     */
    public RecordFixture when(Holder by, RecordCommand command) {
        return when(by, Stamp.at(now), command);
    }

    /**
     * Asks, with a stamp of one's own: for what another system claims.
     *
     * @param by who asks
     * @param stamp when
     * @param command what is asked
     * @return this fixture
     */
    public RecordFixture when(Holder by, Stamp stamp, RecordCommand command) {
        commands++;
        Act act = Act.of(CommandId.of(record.id().value() + "-" + commands), by, stamp);
        Outcome<CoordinationRecord, Entry> outcome = record.decide(command, act, salt(commands), rules);
        last = Optional.of(outcome);
        record = outcome.fold(done -> done.state(), refused -> record);
        return this;
    }

    /**
     * What was asked last was done.
     *
     * @return this fixture
     * @throws AssertionError if it was refused
     */
    public RecordFixture thenApplied() {
        List<Refusal> refusals = outcome().refusals();
        if (!refusals.isEmpty()) {
            throw new AssertionError("refused: " + refusals);
        }
        return this;
    }

    /**
     * What was asked last was refused for exactly these reasons, in any order.
     *
     * @param reasons the reasons
     * @return this fixture
     * @throws AssertionError if it was not
     */
    public RecordFixture thenRefused(Reason... reasons) {
        List<Reason> found =
                outcome().refusals().stream().map(Refusal::code).sorted().toList();
        List<Reason> expected = Arrays.stream(reasons).sorted().toList();
        if (!found.equals(expected)) {
            throw new AssertionError("refused with " + found + " and not with " + expected);
        }
        return this;
    }

    /**
     * What was asked last led to these kinds of events, in this order, others between them.
     *
     * @param kinds the kinds
     * @return this fixture
     * @throws AssertionError if it did not
     */
    @SafeVarargs
    public final RecordFixture thenHappened(Class<? extends Event>... kinds) {
        List<Event> events = events();
        int at = 0;
        for (Event event : events) {
            at += at < kinds.length && kinds[at].isInstance(event) ? 1 : 0;
        }
        if (at < kinds.length) {
            throw new AssertionError("no " + kinds[at].getSimpleName() + " in "
                    + events.stream().map(e -> e.getClass().getSimpleName()).toList());
        }
        return this;
    }

    /**
     * What was asked last led to nothing at all.
     *
     * @return this fixture
     * @throws AssertionError if something happened or it was refused
     */
    public RecordFixture thenNothing() {
        thenApplied();
        if (!events().isEmpty()) {
            throw new AssertionError("happened: "
                    + events().stream().map(e -> e.getClass().getSimpleName()).toList());
        }
        return this;
    }

    /**
     * The record as it stands.
     *
     * @return the record
     */
    public CoordinationRecord record() {
        return record;
    }

    /**
     * The definitions and the calendar.
     *
     * @return the rules
     */
    public Rulebook rules() {
        return rules;
    }

    /**
     * Where the clock stands.
     *
     * @return the instant
     */
    public Instant now() {
        return now;
    }

    private List<Event> events() {
        return outcome().orThrow().events().stream().map(Entry::event).toList();
    }

    private Outcome<CoordinationRecord, Entry> outcome() {
        return last.orElseThrow(() -> new AssertionError("nothing was asked"));
    }

    /** Any bytes will do where nobody guesses. */
    private static Salt salt(int number) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) number;
        bytes[1] = (byte) (number >>> 8);
        return Salt.of(bytes);
    }
}
