package care.baton.pathway;

import care.baton.outcome.Code;
import care.baton.outcome.Copy;
import java.util.List;
import java.util.Optional;

/**
 * Who decides what: each topic has exactly one owner.
 *
 * @param topics the topics; no two alike
 */
public record DecisionGuide(List<Topic> topics) {

    /**
     * The decision that a stage proceeds. It is not a line of the guide: the one role that decides on the
     * pathway takes it.
     */
    public static final Code PROCEED = Code.of("proceed");

    /**
     * Copies the topics.
     *
     * @throws IllegalArgumentException if a topic is named twice
     */
    public DecisionGuide {
        topics = Copy.of(topics, "topics");
        long distinct = topics.stream().map(Topic::topic).distinct().count();
        if (distinct != topics.size()) {
            throw new IllegalArgumentException("topics: each named once");
        }
    }

    /**
     * The line for a topic.
     *
     * @param topic the topic
     * @return its line, if the guide knows it
     */
    public Optional<Topic> topic(Code topic) {
        return topics.stream().filter(t -> t.topic().equals(topic)).findFirst();
    }
}
