package care.baton.fhir.exchange;

import care.baton.handoff.Condition;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import java.util.List;

/**
 * One thing that we ask the sender: a question of a round, or a condition to agree to. Each goes out by itself, so that
 * each is closed by its own answer.
 *
 * @param part which part of the handoff it is
 * @param text what we ask, in words
 */
record Asked(String part, String text) {

    static List<Asked> questions(int offer, int round, List<Question> questions) {
        return questions.stream()
                .map(q -> new Asked(
                        question(offer, round, q.item()), q.text().text().orElse("Please supply: " + words(q.item()))))
                .toList();
    }

    static List<Asked> items(int offer, int round, List<Code> items) {
        return items.stream()
                .map(i -> new Asked(question(offer, round, i), "Please supply: " + words(i)))
                .toList();
    }

    static Asked condition(int offer, int number, Condition condition) {
        return new Asked(
                condition(offer, number),
                "We would accept on this condition; do you agree? "
                        + condition.text().text().orElse(""));
    }

    static String question(int offer, int round, Code item) {
        return "offer-" + offer + "-round-" + round + "-" + item;
    }

    static String condition(int offer, int number) {
        return "offer-" + offer + "-condition-" + number;
    }

    private static String words(Code code) {
        return code.value().replace('-', ' ').replace('.', ' ');
    }

    /** The part only. */
    @Override
    public String toString() {
        return "Asked";
    }
}
