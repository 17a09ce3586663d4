package care.baton.note;

import care.baton.outcome.Built;
import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One contact that coordination took: why, with whom, how long, what it supported and what has to come of it. Its parts
 * stand apart: the time, the communication, the decision, the follow-up.
 *
 * @param reason why, in a code; needed when it is recorded
 * @param kind what kind of coordination it was
 * @param talk with whom, and how
 * @param minutes how long it took, in minutes, 0 to 1,440; never part of direct support
 * @param support what it supported
 * @param followUp what has to come of it, or expressly nothing
 * @param change the change that it is about, where a note was written about one
 * @param run the run that it serves; needed where a follow-up is owed
 * @param coordination which of the four kinds of coordination it was, where somebody has said so
 * @param services the services that it was about, in codes, each once: {@code clinical}, {@code behavioral-health},
 *     {@code transportation}, {@code housing}, {@code meal-delivery} or a host's own
 */
@Built
@Value.Builder
public record Contact(
        Optional<Code> reason,
        ContactType kind,
        Talk talk,
        int minutes,
        Support support,
        Optional<FollowUp> followUp,
        Optional<Code> change,
        Optional<Code> run,
        Optional<Coordination> coordination,
        List<Code> services) {

    private static final int DAY = 1_440;

    /**
     * A contact of which neither the kind of coordination nor a service is said.
     *
     * @param reason why
     * @param kind what kind of coordination it was
     * @param talk with whom, and how
     * @param minutes how long it took, in minutes
     * @param support what it supported
     * @param followUp what has to come of it
     * @param change the change that it is about
     * @param run the run that it serves
     * @throws IllegalArgumentException if the minutes are negative or more than a day has
     */
    public Contact(
            Optional<Code> reason,
            ContactType kind,
            Talk talk,
            int minutes,
            Support support,
            Optional<FollowUp> followUp,
            Optional<Code> change,
            Optional<Code> run) {
        this(reason, kind, talk, minutes, support, followUp, change, run, Optional.empty(), List.of());
    }

    /**
     * The same, tagged.
     *
     * @param type which of the four kinds of coordination it was
     * @param about the services that it was about
     * @return the contact
     * @throws IllegalArgumentException if a service is named twice
     */
    public Contact tagged(Coordination type, List<Code> about) {
        return new Contact(reason, kind, talk, minutes, support, followUp, change, run, Optional.of(type), about);
    }

    /**
     * Checks the minutes and copies the services.
     *
     * @throws IllegalArgumentException if the minutes are negative or more than a day has, or a service is named twice
     */
    public Contact {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(talk, "talk");
        Objects.requireNonNull(support, "support");
        Objects.requireNonNull(followUp, "followUp");
        Objects.requireNonNull(change, "change");
        Objects.requireNonNull(run, "run");
        Objects.requireNonNull(coordination, "coordination");
        services = Copy.of(services, "services");
        if (services.stream().distinct().count() != services.size()) {
            throw new IllegalArgumentException("services: each once");
        }
        if (minutes < 0 || minutes > DAY) {
            throw new IllegalArgumentException("minutes: 0 to 1440");
        }
    }

    /**
     * A contact, part by part.
     *
     * @return a builder that asks for each in turn
     */
    public static ContactBuilderStages.BuildStart builder() {
        return ContactBuilderStages.start();
    }

    /**
     * Which of the four questions it leaves open: why it was, who acts, what decision follows, which outcome it bears
     * on.
     *
     * @return {@code reason}, {@code follow-up}, {@code decision} and {@code outcome}, as far as they are open
     */
    public List<Code> open() {
        List<Code> open = new ArrayList<>();
        if (reason.isEmpty()) {
            open.add(Code.of("reason"));
        }
        if (followUp.isEmpty()) {
            open.add(Code.of("follow-up"));
        }
        if (support.decision().isEmpty()) {
            open.add(Code.of("decision"));
        }
        if (support.outcome().isEmpty()) {
            open.add(Code.of("outcome"));
        }
        return Collections.unmodifiableList(open);
    }

    /**
     * What somebody owes for it, if anything.
     *
     * @return what is owed, by whom and by when; empty when nothing is, or nobody has said
     */
    public Optional<FollowUp.Owed> owed() {
        return followUp.filter(FollowUp.Owed.class::isInstance).map(FollowUp.Owed.class::cast);
    }
}
