package care.baton.fhir.exchange;

import care.baton.evidence.Salt;
import care.baton.fhir.MappingIssue;
import care.baton.handoff.Answer;
import care.baton.handoff.HandoffCommand.NameDiscrepancy;
import care.baton.handoff.HandoffEvent.AnswerIntended;
import care.baton.outcome.Code;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The record, the links and the remarks while one answer of the server is taken in. */
final class Sitting {

    final Endpoint endpoint;
    final Recording recording;
    final Remarks issues = new Remarks();
    final List<Message> messages = new ArrayList<>();
    final Instant now;
    private Links links;

    Sitting(CoordinationRecord record, Links links, Endpoint endpoint, Rulebook rules, Salt salt, Instant now) {
        this.recording = new Recording(record, rules, salt, now);
        this.links = links;
        this.endpoint = endpoint;
        this.now = now;
    }

    Links links() {
        return links;
    }

    void put(Link link) {
        links = links.with(link);
    }

    /** It came to nothing that we know of: what stands there is read, later and later. */
    void nothing(Link link, Duration atLeast) {
        put(link.unresolved(now, atLeast));
    }

    /** What somebody has remarked on it, each for a person. */
    void tell(Link link, List<JsonNode> notes) {
        for (JsonNode note : notes) {
            Sensitive words = Sensitive.of(note.path("text").asText(""));
            messages.add(Message.of(link.key(), link.id().orElse(""), words, note.path("time")));
        }
    }

    void error(Code code, Link link) {
        issues.add(MappingIssue.error(code.value(), place(link)));
    }

    /** Which resource, in our own words: what a Task is about may be of any type that a partner names. */
    static String place(Link link) {
        return place(link.key());
    }

    static String place(LinkKey key) {
        return key.isFocus() ? "Task.focus" : key.type();
    }

    static boolean isFocus(Link link) {
        return link.key().isFocus();
    }

    /** How we stand to the offer whose Task it is. */
    Optional<Stance> stance(Link link) {
        return offer(link).filter(stance -> stance.key().equals(link.key()));
    }

    /** How we stand to the offer that it belongs to. */
    Optional<Stance> offer(Link link) {
        return recording
                .talks(HandoffId.of(link.key().handoff()))
                .flatMap(t -> t.offers().values().stream()
                        .filter(o -> link.key().isOf(o.number()))
                        .findFirst()
                        .flatMap(o -> Stance.of(t, o, endpoint, recording.owed())));
    }

    static boolean isAccepting(Stance stance) {
        return stance.offer()
                .intended()
                .map(AnswerIntended::answer)
                .filter(Answer.Accept.class::isInstance)
                .isPresent();
    }

    /** Tells it to the record; what the record refuses comes back. */
    Optional<Said> run(Link link, String name, List<Said> said) {
        return recording.run(HandoffId.of(link.key().handoff()), named(link, name), said);
    }

    private static String named(Link link, String name) {
        return link.key().part() + "/" + link.key().type() + "/" + name;
    }

    /**
     * Somebody of ours has to look: one obligation, however often it is read. Who has looked is not asked again unless
     * there is news.
     */
    void look(Link link, Code what, boolean news) {
        look(link, what, news, Long.toString(link.requests()));
    }

    /** The same, for what was read there. */
    void look(Link link, Code what, boolean news, String read) {
        HandoffId handoff = HandoffId.of(link.key().handoff());
        Optional<Stance> stance = offer(link).filter(s -> recording.isOpen(handoff));
        if (stance.isEmpty()) {
            return;
        }
        boolean open = stance.get().isToLookInto(what);
        if (!open
                && (news
                        || recording.owed().ended().stream()
                                .noneMatch(stance.get().look(what)))) {
            int offer = stance.get().offer().number();
            run(link, look(what, read), List.of(new Said(endpoint.own(), new NameDiscrepancy(offer, what))));
        }
    }

    /** Whether somebody was asked to look at what was read there. */
    boolean hasAsked(Link link, Code what, String read) {
        return recording.knows(HandoffId.of(link.key().handoff()), named(link, look(what, read)));
    }

    private static String look(Code what, String read) {
        return "look-" + what + "@" + read;
    }
}
