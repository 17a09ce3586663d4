package care.baton.fhir.exchange;

import care.baton.fhir.communication.Section;
import care.baton.handoff.Condition;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * One thing that we ask the sender: a question of a round, or a condition to agree to. Each goes out by itself, so that
 * each is closed by its own answer.
 *
 * @param part which part of the handoff it is
 * @param text what we ask, in words
 * @param said what of it was said in so many words, part by part; none when only the item was named
 */
record Asked(String part, String text, List<Section> said) {

    private static final Code QUESTION = Code.of("question");
    private static final Code FALLING_SHORT = Code.of("falling-short");

    Asked {
        said = List.copyOf(said);
    }

    static List<Asked> questions(int offer, int round, List<Question> questions) {
        return questions.stream()
                .map(q -> new Asked(
                        question(offer, round, q.item()), q.text().text().orElse(plain(q.item())), said(q)))
                .toList();
    }

    static List<Asked> items(int offer, int round, List<Code> items) {
        return items.stream()
                .map(i -> new Asked(question(offer, round, i), plain(i), List.of()))
                .toList();
    }

    static Asked condition(int offer, int number, Condition condition) {
        return new Asked(
                condition(offer, number),
                "We would accept on this condition; do you agree? "
                        + condition.text().text().orElse(""),
                List.of());
    }

    /** As a message: the words of the question by their part, else the item in words. */
    ArrayNode payload() {
        ArrayNode payload = JsonNodeFactory.instance.arrayNode();
        if (said.stream().noneMatch(section -> section.is(QUESTION))) {
            payload.addObject().put("contentString", text);
        }
        said.forEach(section -> payload.add(section.json()));
        return payload;
    }

    /** The question that a message of ours asks. */
    static Question read(Code item, JsonNode payload) {
        List<Section> said = Section.read(payload);
        return new Question(item, words(said, QUESTION), words(said, FALLING_SHORT));
    }

    private static Sensitive words(List<Section> said, Code name) {
        return said.stream()
                .filter(section -> section.is(name))
                .map(Section::text)
                .findFirst()
                .orElse(Sensitive.none());
    }

    private static List<Section> said(Question question) {
        List<Section> said = new ArrayList<>();
        question.text().text().ifPresent(text -> said.add(new Section(QUESTION, question.text())));
        question.falling().text().ifPresent(text -> said.add(new Section(FALLING_SHORT, question.falling())));
        return said;
    }

    static String question(int offer, int round, Code item) {
        return "offer-" + offer + "-round-" + round + "-" + item;
    }

    static String condition(int offer, int number) {
        return "offer-" + offer + "-condition-" + number;
    }

    private static String plain(Code code) {
        return "Please supply: " + code.value().replace('-', ' ').replace('.', ' ');
    }

    /** The part only. */
    @Override
    public String toString() {
        return "Asked";
    }
}
