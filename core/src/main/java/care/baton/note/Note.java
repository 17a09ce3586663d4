package care.baton.note;

import care.baton.history.Index;
import care.baton.outcome.Code;
import care.baton.outcome.State;
import care.baton.party.Holder;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** The note about one change: what it says in each version, who was told what, what came of it, what contradicts. */
@State
@Value.Immutable
public sealed interface Note permits ImmutableNote {

    /**
     * Which change it is about.
     *
     * @return the change
     */
    Code change();

    /**
     * The run that it serves.
     *
     * @return the run
     */
    Code run();

    /**
     * Its versions.
     *
     * @return what was written, by version
     */
    Index<Integer, Written> versions();

    /**
     * The version that may be told, once it is reviewed where it has to be.
     *
     * @return the version that was released last
     */
    Optional<Integer> released();

    /**
     * The versions that are reviewed before anybody is told.
     *
     * @return for each, who reviewed it; empty while nobody has
     */
    Index<Integer, Optional<Holder>> reviews();

    /**
     * Everything that was sent.
     *
     * @return each update, in order
     */
    Index<Integer, Update> sent();

    /**
     * Everything that was found to contradict, what is settled too.
     *
     * @return each contradiction, in order
     */
    Index<Integer, Contradiction> contradictions();

    /**
     * Everybody who was ever named as one who needs to know, numbered as they were first named.
     *
     * @return the recipients, from 1
     */
    Index<Integer, Holder> recipients();

    /**
     * What came of telling them.
     *
     * @return for each recipient by number, what was written down last
     */
    Index<Integer, Outcome> outcomes();

    /**
     * When it was closed.
     *
     * @return the instant, by the host's clock; empty while it is open
     */
    Optional<Instant> closedAt();

    /**
     * Who needed to know and was not told when it was closed.
     *
     * @return the gap, in the order of the note
     */
    List<Holder> untold();

    /**
     * What came of telling one recipient.
     *
     * @param version the version that they had been told last
     * @param said what came of it
     * @param by who wrote it down
     */
    record Outcome(int version, Stated said, Holder by) {
        /** Checks that nothing is absent. */
        public Outcome {
            Objects.requireNonNull(said, "said");
            Objects.requireNonNull(by, "by");
        }
    }

    /**
     * The newest version.
     *
     * @return what was written last
     */
    default Written newest() {
        return versions().get(versions().size()).orElseThrow();
    }

    /**
     * What is to be told.
     *
     * @return the version that was released last, as it was written
     */
    default Optional<Written> current() {
        return released().flatMap(versions()::get);
    }

    /**
     * Whether nobody may be told yet.
     *
     * @return true while nothing is released, or the review of what is released is owed
     */
    default boolean isHeldBack() {
        return released().isEmpty()
                || released().flatMap(reviews()::get).filter(Optional::isEmpty).isPresent();
    }

    /**
     * The number of a recipient.
     *
     * @param recipient who
     * @return from 1; empty when they were never named
     */
    default Optional<Integer> number(Holder recipient) {
        Objects.requireNonNull(recipient, "recipient");
        for (Index.Row<Integer, Holder> row : recipients()) {
            if (row.value().equals(recipient)) {
                return Optional.of(row.key());
            }
        }
        return Optional.empty();
    }

    /**
     * What a recipient was told last.
     *
     * @param recipient who
     * @return the update; empty when they were told nothing
     */
    default Optional<Update> lastTo(Holder recipient) {
        Objects.requireNonNull(recipient, "recipient");
        return sent().values().stream()
                .filter(u -> u.recipient().equals(recipient))
                .reduce((earlier, later) -> later);
    }

    /**
     * Whether a recipient was told a version.
     *
     * @param recipient who
     * @param version which version
     * @return true from the first time on
     */
    default boolean isTold(Holder recipient, int version) {
        Objects.requireNonNull(recipient, "recipient");
        return sent().values().stream()
                .anyMatch(u -> u.version() == version && u.recipient().equals(recipient));
    }

    /**
     * Who still has to be told what is released.
     *
     * @return those recipients, in the order of the note
     */
    default List<Addressee> unsent() {
        return current().stream()
                .flatMap(w -> w.note().recipients().stream().filter(a -> !isTold(a.recipient(), w.version())))
                .toList();
    }

    /**
     * How far the word has come with each recipient: that of the version that counts, and none before it. Nobody
     * acknowledges for another.
     *
     * @return one for each recipient of the version that is released, else of the newest, in the order of the note
     */
    default List<Delivery> deliveries() {
        Written version = current().orElseGet(this::newest);
        return version.note().recipients().stream()
                .map(Addressee::recipient)
                .map(r -> delivery(r, version.version()))
                .toList();
    }

    private Delivery delivery(Holder recipient, int version) {
        Optional<Integer> told = lastTo(recipient).map(Update::version).filter(v -> v >= version);
        Optional<Outcome> answer = number(recipient)
                .flatMap(outcomes()::get)
                .filter(o -> told.filter(v -> o.version() >= v).isPresent())
                .filter(o -> recipient.person().isEmpty() ? o.by().sameRole(recipient) : o.by().equals(recipient));
        Delivery.State state = told.isEmpty()
                ? Delivery.State.NOT_TOLD
                : answer.isEmpty() ? Delivery.State.DELIVERED : Delivery.State.ACKNOWLEDGED;
        return new Delivery(change(), recipient, told.orElse(version), state);
    }

    /**
     * How often somebody was told the same once more.
     *
     * @return the updates that repeat an earlier one
     */
    default List<Update> repeats() {
        return sent().values().stream().filter(Update::isRepeat).toList();
    }

    /**
     * What contradicts now.
     *
     * @return each contradiction that is not settled
     */
    default List<Contradiction> contradicting() {
        return contradictions().values().stream().filter(Contradiction::stands).toList();
    }

    /**
     * Who was told, and owes something of which nothing has been written down.
     *
     * @return those recipients with what they owe, in the order in which they were first named
     */
    default List<Addressee> owing() {
        return recipients().values().stream().flatMap(r -> owedBy(r).stream()).toList();
    }

    private Optional<Addressee> owedBy(Holder recipient) {
        Optional<Integer> told = lastTo(recipient).map(Update::version);
        int answered =
                number(recipient).flatMap(outcomes()::get).map(Outcome::version).orElse(0);
        return told.filter(v -> v > answered)
                .flatMap(versions()::get)
                .flatMap(w -> w.note().addressee(recipient))
                .filter(a -> a.owed().isPresent());
    }
}
