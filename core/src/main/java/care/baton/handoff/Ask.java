package care.baton.handoff;

import care.baton.evidence.Canonical;
import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Digest;
import care.baton.party.PersonId;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What is asked of the other party. An answer carries its fingerprint, so that nobody accepts
 * something that changed while they were reading it.
 *
 * @param code what is asked, such as {@code home-care}
 * @param person whose care it is
 * @param priority how soon it is needed
 * @param focus the request it fulfills, by its address on the partner's server, such as {@code ServiceRequest/7}, or an
 *     absolute one; an offer that is sent there with anything else is not sent. None to have one created
 * @param description what is asked, in words
 * @param input what goes with it
 * @param finishBy by when it is to be finished, if that is said
 */
@Built
@Value.Builder
public record Ask(
        Code code,
        PersonId person,
        Priority priority,
        Sensitive focus,
        Sensitive description,
        List<Input> input,
        Optional<Instant> finishBy) {

    private static final int MOST = 1_000;

    /**
     * Copies the input.
     *
     * @throws IllegalArgumentException if the finish-by lies outside the {@link Horizon}, or there are more than
     *     1,000 inputs
     */
    public Ask {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(focus, "focus");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(finishBy, "finishBy").ifPresent(by -> Horizon.check(by, "finishBy"));
        input = Copy.of(input, "input");
        if (input.size() > MOST) {
            throw new IllegalArgumentException("input: at most " + MOST);
        }
    }

    /**
     * What is asked, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static AskBuilderStages.BuildStart builder() {
        return AskBuilderStages.start();
    }

    /**
     * Something asked in a word, for a person, in the ordinary course.
     *
     * @param code what is asked
     * @param person whose care it is
     * @return what is asked
     */
    public static Ask of(Code code, PersonId person) {
        return new Ask(code, person, Priority.ROUTINE, Sensitive.none(), Sensitive.none(), List.of(), Optional.empty());
    }

    /**
     * The same, this soon.
     *
     * @param soon how soon
     * @return what is asked
     */
    public Ask with(Priority soon) {
        return new Ask(code, person, soon, focus, description, input, finishBy);
    }

    /**
     * The fingerprint of what is asked. It stands in the record as it is, and without a salt, since the other party has
     * to work it out too: erasing the words of the offer leaves it, and a guess of the whole can be tried against it.
     * Words that must not be guessed back belong behind {@link #focus}, not in here.
     *
     * @return changes when anything in it changes
     */
    public Digest digest() {
        return Canonical.fingerprint(this);
    }
}
