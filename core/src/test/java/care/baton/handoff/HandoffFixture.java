package care.baton.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.obligation.Obligation;
import care.baton.outcome.Code;
import care.baton.outcome.Outcome;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Act;
import care.baton.party.CommandId;
import care.baton.party.HandoffId;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.Relayed;
import care.baton.time.Stamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the story of one handoff: given what was done, when somebody does something, then this is so. The clock
 * moves only when the story says so. After each step the events are replayed and must give the same handoff.
 */
public final class HandoffFixture {

    private static final HandoffId ID = HandoffId.of("handoff-1");

    private final Practice practice;
    private final List<Recorded> events = new ArrayList<>();
    private Handoff handoff = Handoff.of(ID);
    private Instant now;
    private int commands;
    private Outcome<Handoff, Recorded> answer = Outcome.applied(handoff, List.of());

    private HandoffFixture(Practice practice, Instant start) {
        this.practice = practice;
        this.now = start;
    }

    /**
     * A story begins.
     *
     * @param practice how handoffs are run
     * @param start the host's clock
     * @return the story
     */
    public static HandoffFixture of(Practice practice, Instant start) {
        return new HandoffFixture(practice, start);
    }

    /**
     * Somebody did this, and it was possible.
     *
     * @param by who
     * @param command what
     * @return the story
     */
    public HandoffFixture given(Holder by, HandoffCommand command) {
        return when(by, command).thenApplied();
    }

    /**
     * Time passes; nobody looks.
     *
     * @param length how much
     * @return the story
     */
    public HandoffFixture after(Duration length) {
        now = now.plus(length);
        return this;
    }

    /**
     * Time passes, and the host asks what has fallen due.
     *
     * @param length how much
     * @return the story
     */
    public HandoffFixture whenTimePasses(Duration length) {
        now = now.plus(length);
        return taken(handoff.advance(act(practiceClock(), Optional.empty()), practice.calendar()));
    }

    private static Holder practiceClock() {
        return Holder.of(OrganizationId.of("host"), Code.of("clock"));
    }

    /**
     * Somebody does this.
     *
     * @param by who
     * @param command what
     * @return the story
     */
    public HandoffFixture when(Holder by, HandoffCommand command) {
        return taken(handoff.decide(command, act(by, Optional.empty()), practice));
    }

    /**
     * Somebody writes down what somebody else said.
     *
     * @param by who writes it down
     * @param relayed who said it, and how it came
     * @param command what was said
     * @return the story
     */
    public HandoffFixture whenRelayed(Holder by, Relayed relayed, HandoffCommand command) {
        return taken(handoff.decide(command, act(by, Optional.of(relayed)), practice));
    }

    /**
     * The host sends a command under an identifier of its own.
     *
     * @param id the identifier
     * @param by who
     * @param command what
     * @return the story
     */
    public HandoffFixture whenSentAs(String id, Holder by, HandoffCommand command) {
        Act act = Act.of(CommandId.of(id), by, Stamp.at(now));
        return taken(handoff.decide(command, act, practice));
    }

    private Act act(Holder by, Optional<Relayed> relayed) {
        commands++;
        return new Act(CommandId.of("command-" + commands), by, Stamp.at(now), relayed);
    }

    private HandoffFixture taken(Outcome<Handoff, Recorded> outcome) {
        answer = outcome;
        outcome.fold(
                done -> {
                    handoff = done.state();
                    return events.addAll(done.events());
                },
                no -> false);
        assertThat(Handoff.replay(ID, events)).as("replay").isEqualTo(handoff);
        return this;
    }

    /**
     * It was done.
     *
     * @return the story
     */
    public HandoffFixture thenApplied() {
        assertThat(answer.refusals()).as("refusals").isEmpty();
        return this;
    }

    /**
     * It was done, and nothing happened.
     *
     * @return the story
     */
    public HandoffFixture thenNothingHappened() {
        thenApplied();
        assertThat(answer.orThrow().events()).as("events").isEmpty();
        return this;
    }

    /**
     * It was refused with exactly these reasons, in any order.
     *
     * @param reasons every reason
     * @return the story
     */
    public HandoffFixture thenRefused(Reason... reasons) {
        assertThat(answer.refusals()).extracting(Refusal::code).containsExactlyInAnyOrder(reasons);
        return this;
    }

    /**
     * Who holds it now.
     *
     * @param owner the holder
     * @return the story
     */
    public HandoffFixture thenOwner(Holder owner) {
        assertThat(handoff.owner()).as("owner").contains(owner);
        return this;
    }

    /**
     * What the newest offer shows now.
     *
     * @param shown what it shows
     * @return the story
     */
    public HandoffFixture thenShown(Shown shown) {
        assertThat(handoff.shownAt(now)).as("shown").contains(shown);
        return this;
    }

    /**
     * Something of a kind is owed by these holders and nobody else.
     *
     * @param kind what is owed
     * @param holders who owes it
     * @return the story
     */
    public HandoffFixture thenOwed(Code kind, Holder... holders) {
        assertThat(open(kind)).extracting(Obligation::holder).as("%s", kind).containsExactlyInAnyOrder(holders);
        return this;
    }

    /**
     * What is owed of a kind, in order.
     *
     * @param kind what is owed
     * @return the open obligations
     */
    public List<Obligation> open(Code kind) {
        return handoff.obligations().openOf(ID.value(), kind);
    }

    /**
     * The handoff as it stands.
     *
     * @return the handoff
     */
    public Handoff handoff() {
        return handoff;
    }

    /**
     * Everything that has happened.
     *
     * @return first to last
     */
    public List<Recorded> events() {
        return List.copyOf(events);
    }

    /**
     * The answer to the last step.
     *
     * @return applied or refused
     */
    public Outcome<Handoff, Recorded> answer() {
        return answer;
    }

    /**
     * The host's clock.
     *
     * @return now
     */
    public Instant now() {
        return now;
    }
}
