package care.baton.fhir.exchange;

import care.baton.fhir.FhirJson;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the partner answers to our questions: a reply closes its question; on a condition a person reads it. */
final class Answers {

    private static final Set<String> SENT = Set.of("completed", "in-progress", "unknown");

    /** What a payload of words alone has. */
    private static final Set<String> PAYLOAD =
            Set.of("id", "extension", "contentString", "_contentString", "contentReference");

    private final Recording recording;
    private final Links links;
    private final Endpoint endpoint;
    private final WhoIsWho who;
    private final List<Message> messages = new ArrayList<>();
    private final List<MappingIssue> issues = new ArrayList<>();

    Answers(Recording recording, Links links, Endpoint endpoint) {
        this.recording = recording;
        this.links = links;
        this.endpoint = endpoint;
        this.who = new WhoIsWho(endpoint);
    }

    List<Message> messages() {
        return messages;
    }

    List<MappingIssue> issues() {
        return issues;
    }

    void read(Found found) {
        JsonNode tree = found.json().tree();
        List<Link> questions = new ArrayList<>();
        for (JsonNode reference : tree.path("basedOn")) {
            question(reference.path("reference").asText("")).ifPresent(questions::add);
        }
        String status = tree.path("status").asText("");
        if (!SENT.contains(status)) {
            if (!questions.isEmpty()) {
                issues.add(MappingIssue.warning("answer-not-sent", "Communication.status"));
            }
            return;
        }
        if (SeenReference.read(tree.path("sender"))
                .filter(sender -> !who.mayBePartner(sender))
                .isPresent()) {
            if (!questions.isEmpty()) {
                issues.add(MappingIssue.error("answer-from-another", "Communication.sender"));
            }
            return;
        }
        questions.stream().filter(question -> isAbout(question, tree)).forEach(q -> answered(q, found, tree));
    }

    /** An answer about another person than the question's is none. */
    private boolean isAbout(Link question, JsonNode tree) {
        Optional<SeenReference> asked = question.seen()
                .text()
                .flatMap(text -> FhirJson.read(text).value())
                .flatMap(json -> SeenReference.read(json.element("subject")));
        boolean another = SeenReference.read(tree.path("subject"))
                .filter(subject -> asked.filter(a -> who.compare(a, subject) == Sameness.DIFFERENT)
                        .isPresent())
                .isPresent();
        if (another) {
            issues.add(MappingIssue.error("answer-about-another", "Communication.subject"));
        }
        return !another;
    }

    /** One of our questions on this server, and on no other. */
    private Optional<Link> question(String reference) {
        String local = who.local(reference);
        String[] parts = local.split("/", -1);
        boolean plain = parts.length == 2 && parts[0].equals("CommunicationRequest");
        return plain ? links.to(parts[0], parts[1]) : Optional.empty();
    }

    private void answered(Link question, Found found, JsonNode tree) {
        StringBuilder text = new StringBuilder();
        boolean says = false;
        for (JsonNode payload : tree.path("payload")) {
            String words = payload.path("contentString").asText("");
            says |= !words.isBlank();
            JsonNode pointer = payload.path("contentReference");
            text.append(pointer.isObject() ? pointer.toString() : words).append('\n');
        }
        Optional<String> unsure = unsure(tree);
        unsure.ifPresent(code -> issues.add(MappingIssue.warning(code, "Communication")));
        if (!says) {
            issues.add(MappingIssue.warning("answer-without-text", "Communication.payload"));
            return;
        }
        if (!Link.fits(text.toString())) {
            issues.add(MappingIssue.error("too-large", "Communication.payload"));
            return;
        }
        Sensitive words = Sensitive.of(text.toString().strip());
        HandoffId handoff = HandoffId.of(question.key().handoff());
        List<Offer> offers =
                recording.talks(handoff).map(t -> t.offers().values()).orElse(List.of());
        for (Offer offer : offers) {
            if (offer.state() instanceof OfferState.Clarifying asked) {
                asked.open().stream()
                        .filter(i -> Asked.question(offer.number(), asked.round(), i)
                                .equals(question.key().part()))
                        .forEach(i -> {
                            if (unsure.isPresent()) {
                                messages.add(message(question, found, words));
                                return;
                            }
                            recording.run(
                                    handoff,
                                    question.key().part() + "/Communication/" + found.id() + "/" + found.version(),
                                    List.of(new Said(
                                            endpoint.partner(),
                                            new AnswerClarification(offer.number(), i, words, Optional.empty()))));
                        });
            }
            if (offer.state() instanceof OfferState.Proposed proposed
                    && !proposed.isReady()
                    && question.key().part().startsWith("offer-" + offer.number() + "-condition-")) {
                messages.add(message(question, found, words));
            }
        }
    }

    /**
     * Why it does not close its question by itself: what is left may say more than its words. Where words point to a
     * resource, the pointer is kept whole beside them.
     */
    private static Optional<String> unsure(JsonNode tree) {
        String status = tree.path("status").asText("");
        if (!status.equals("completed")) {
            return Optional.of(status.equals("unknown") ? "answer-status-unknown" : "answer-unfinished");
        }
        boolean all = !tree.has("modifierExtension") && !tree.has("implicitRules");
        for (JsonNode payload : tree.path("payload")) {
            all &= (payload.path("contentString").isTextual()
                            || payload.path("contentReference").isObject())
                    && payload.properties().stream().allMatch(field -> PAYLOAD.contains(field.getKey()));
        }
        return all ? Optional.empty() : Optional.of("answer-not-all-read");
    }

    private static Message message(Link question, Found found, Sensitive words) {
        JsonNode sent = found.json().tree().path("sent");
        return new Message(
                question.key(),
                found.id(),
                words,
                sent.isTextual() && !sent.asText().isBlank() ? Sensitive.of(sent.asText()) : Sensitive.none());
    }
}
