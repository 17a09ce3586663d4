package care.baton.plan;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import care.baton.party.Holder;
import care.baton.party.Sensitive;
import care.baton.time.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A short meeting, in a room or not: who was there, what was talked about, what was decided, who does what.
 *
 * @param attendees who was there, each once, in the order in which they take turns; at least two
 * @param items what was talked about, each topic once
 * @param actions what somebody does now
 */
public record Huddle(List<Holder> attendees, List<Topic> items, List<Action> actions) {

    /**
     * One thing that was talked about.
     *
     * @param topic what
     * @param owner who led it: one of those who were there
     * @param words in words
     * @param decision what was decided; empty where nothing was
     */
    public record Topic(Code topic, Holder owner, Sensitive words, Optional<Code> decision) {
        /** Checks that nothing is absent. */
        public Topic {
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(owner, "owner");
            Objects.requireNonNull(words, "words");
            Objects.requireNonNull(decision, "decision");
        }
    }

    /**
     * What somebody does now.
     *
     * @param action what
     * @param owner who owes it
     * @param due by when, by the host's clock
     */
    public record Action(Code action, Holder owner, Instant due) {
        /** Checks that nothing is absent. */
        public Action {
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(owner, "owner");
            Horizon.check(due, "due");
        }
    }

    /**
     * Copies the lists and checks the whole.
     *
     * @throws IllegalArgumentException if fewer than two were there, somebody or a topic is named twice, or an item was
     *     led by somebody who was not there
     */
    public Huddle {
        attendees = Copy.of(attendees, "attendees");
        items = Copy.of(items, "items");
        actions = Copy.of(actions, "actions");
        if (attendees.size() < 2 || attendees.stream().distinct().count() != attendees.size()) {
            throw new IllegalArgumentException("attendees: at least two, each once");
        }
        if (items.stream().map(Topic::topic).distinct().count() != items.size()) {
            throw new IllegalArgumentException("items: each topic once");
        }
        if (!attendees.containsAll(items.stream().map(Topic::owner).toList())) {
            throw new IllegalArgumentException("items: led by one of the attendees");
        }
    }

    /**
     * Who led a topic.
     *
     * @param topic which topic
     * @return who; empty when it was not talked about
     */
    public Optional<Holder> led(Code topic) {
        Objects.requireNonNull(topic, "topic");
        return items.stream()
                .filter(i -> i.topic().equals(topic))
                .map(Topic::owner)
                .findFirst();
    }
}
