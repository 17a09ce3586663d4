package care.baton.fhir.exchange;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.MappingIssue;
import care.baton.fhir.Pointer;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.Believed;
import care.baton.fhir.partner.Parties;
import care.baton.fhir.partner.TaskHome;
import care.baton.fhir.task.SeenReference;
import care.baton.fhir.task.SeenReference.Sameness;
import care.baton.fhir.task.SeenTask;
import care.baton.handoff.HandoffCommand.AnswerClarification;
import care.baton.handoff.Offer;
import care.baton.handoff.OfferState;
import care.baton.outcome.Code;
import care.baton.party.Digest;
import care.baton.party.HandoffId;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the partner answers to our questions: a reply closes its question; on a condition a person reads it. */
final class Answers {

    private static final Set<String> SENT = Set.of("completed", "in-progress", "unknown");

    private static final Code CHANGED = Code.of("answer-changed-later");
    private static final Code RETRACTED = Code.of("answer-retracted");

    /** What a payload of words alone has. */
    private static final Set<String> PAYLOAD =
            Set.of("id", "extension", "contentString", "_contentString", "contentReference");

    /** What says more than the words of an answer, wherever it is put. */
    private static final Set<String> BESIDE = Set.of("modifierExtension", "implicitRules", "note", "contained");

    private final Sitting sitting;
    private final WhoIsWho who;

    Answers(Sitting sitting) {
        this.sitting = sitting;
        this.who = new WhoIsWho(sitting.endpoint);
    }

    void read(Found found) {
        JsonNode tree = found.json().tree();
        Set<Link> questions = new LinkedHashSet<>();
        for (JsonNode reference : tree.path("basedOn")) {
            question(reference).ifPresent(questions::add);
        }
        boolean several = questions.size() > 1;
        if (questions.isEmpty()) {
            return;
        }
        String status = tree.path("status").asText("");
        if (status.equals("entered-in-error")) {
            questions.forEach(question -> later(question, found, RETRACTED));
        } else if (!SENT.contains(status)) {
            sitting.issues.add(MappingIssue.warning("answer-not-sent", "Communication.status"));
        } else if (SeenReference.read(tree.path("sender"))
                .filter(sender -> !who.mayBePartner(sender))
                .isPresent()) {
            sitting.issues.add(MappingIssue.error("answer-from-another", "Communication.sender"));
        } else {
            questions.stream()
                    .filter(question -> isAbout(question, tree))
                    .forEach(q -> answered(q, found, tree, several));
        }
    }

    /** An answer about another person than the question's is none, also where the question could not say whose it is. */
    private boolean isAbout(Link question, JsonNode tree) {
        Optional<SeenReference> subject = SeenReference.read(tree.path("subject"));
        boolean another = subject.filter(named -> isAnother(question, named)).isPresent();
        if (another) {
            sitting.issues.add(MappingIssue.error("answer-about-another", "Communication.subject"));
        }
        return !another;
    }

    /** By what we wrote in the question and by the Task as it was taken for true; else by whom the record is about. */
    private boolean isAnother(Link question, SeenReference subject) {
        Optional<Stance> stance = sitting.offer(question);
        List<SeenReference> names = new ArrayList<>();
        Kept.json(question.taken())
                .flatMap(json -> SeenReference.read(json.element("subject")))
                .ifPresent(names::add);
        stance.flatMap(s -> sitting.links().get(s.key()))
                .flatMap(Link::takenTask)
                .flatMap(SeenTask::person)
                .ifPresent(names::add);
        if (names.stream().anyMatch(name -> who.isSame(name, subject))) {
            return false;
        }
        stance.map(s -> WhoIsWho.written(s.offer().ask().person().value())).ifPresent(names::add);
        return names.stream().anyMatch(name -> who.compare(name, subject) == Sameness.DIFFERENT);
    }

    /** One of our questions on this server, and on no other: by its address, or by the identifier that we gave it. */
    private Optional<Link> question(JsonNode basedOn) {
        String address = Pointer.read(basedOn).map(Pointer::name).orElse("");
        String[] parts = who.local(address).split("/", 3);
        if (parts.length == 2 && parts[0].equals("CommunicationRequest")) {
            return sitting.links().to(parts[0], parts[1]);
        }
        boolean ours = basedOn.path("identifier").path("system").asText("").equals(FhirSystems.IDENTIFIERS);
        return sitting.links().all().stream()
                .filter(link -> ours
                        && link.key().type().equals("CommunicationRequest")
                        && link.key().identifier().equals(address))
                .findFirst();
    }

    /**
     * What one message says to several questions fulfils each in part or in whole (R4, Communication.basedOn): which of
     * its words answer which, only a person can tell.
     */
    private void answered(Link question, Found found, JsonNode tree, boolean several) {
        StringBuilder text = new StringBuilder();
        boolean says = false;
        for (JsonNode payload : tree.path("payload")) {
            String words = payload.path("contentString").asText("");
            says |= !words.isBlank();
            JsonNode pointer = payload.path("contentReference");
            text.append(pointer.isObject() ? pointer.toString() : words).append('\n');
        }
        Optional<String> unsure = several ? Optional.of("answer-to-several") : unsure(tree);
        unsure.ifPresent(code -> sitting.issues.add(MappingIssue.warning(code, "Communication")));
        if (!says) {
            sitting.issues.add(MappingIssue.warning("answer-without-text", "Communication.payload"));
            return;
        }
        if (!Link.fits(text.toString())) {
            sitting.issues.add(MappingIssue.error("too-large", "Communication.payload"));
            return;
        }
        Sensitive words = Sensitive.of(text.toString().strip());
        HandoffId handoff = HandoffId.of(question.key().handoff());
        List<Offer> offers =
                sitting.recording.talks(handoff).map(t -> t.offers().values()).orElse(List.of());
        boolean heard = false;
        for (Offer offer : offers) {
            if (offer.state() instanceof OfferState.Clarifying asked) {
                heard |= asked.open().stream()
                        .anyMatch(i -> Asked.question(offer.number(), asked.round(), i)
                                .equals(question.key().part()));
                asked.open().stream()
                        .filter(i -> Asked.question(offer.number(), asked.round(), i)
                                .equals(question.key().part()))
                        .forEach(i -> {
                            if (unsure.isPresent()) {
                                tell(question, found, words);
                                return;
                            }
                            sitting.recording.run(
                                    handoff,
                                    name(question, found),
                                    List.of(new Said(
                                            sitting.endpoint.partner(),
                                            new AnswerClarification(offer.number(), i, words, Optional.empty()))));
                        });
            }
            if (offer.state() instanceof OfferState.Proposed proposed
                    && !proposed.isReady()
                    && question.key().part().startsWith("offer-" + offer.number() + "-condition-")) {
                tell(question, found, words);
            }
        }
        boolean round = question.key().part().contains("-round-");
        if (round && !heard && later(question, found, CHANGED)) {
            tell(question, found, words);
        }
    }

    private void tell(Link question, Found found, Sensitive words) {
        sitting.messages.add(
                Message.of(question.key(), found.id(), words, found.json().element("sent")));
        sitting.links().get(question.key()).ifPresent(link -> sitting.put(link.told(mark(question, found))));
    }

    private static Digest mark(Link question, Found found) {
        return Digest.of(name(question, found).getBytes(StandardCharsets.UTF_8));
    }

    private static String name(Link question, Found found) {
        return question.key().part() + "/Communication/" + found.id() + "/" + found.version();
    }

    /** Somebody acts on what was answered: what is said of it afterwards is for a person, each version of it once. */
    private boolean later(Link question, Found found, Code what) {
        HandoffId handoff = HandoffId.of(question.key().handoff());
        String read = "Communication/" + found.id() + "/" + found.version();
        if (!sitting.recording.isOpen(handoff)
                || sitting.recording.knows(handoff, name(question, found))
                || question.asked().equals(Optional.of(mark(question, found)))
                || sitting.hasAsked(question, what, read)) {
            return false;
        }
        sitting.issues.add(MappingIssue.error(what.value(), "Communication"));
        sitting.look(question, what, true, read);
        return true;
    }

    /**
     * Why it does not close its question by itself: what is left may say more than its words. Where words point to a
     * resource, the pointer is kept whole beside them.
     */
    private Optional<String> unsure(JsonNode tree) {
        String status = tree.path("status").asText("");
        if (!status.equals("completed")) {
            return Optional.of(status.equals("unknown") ? "answer-status-unknown" : "answer-unfinished");
        }
        Parties parties = sitting.endpoint.profile().parties();
        boolean onlyTheirs = parties.home() != TaskHome.INTERMEDIARY;
        boolean claims = tree.has("sender");
        boolean nobody = claims && SeenReference.read(tree.path("sender")).isEmpty();
        if (isForAnother(tree)) {
            return Optional.of("answer-to-another");
        }
        if (nobody || (!onlyTheirs && (!claims || parties.believed() == Believed.NOBODY))) {
            return Optional.of("answer-from-nobody-known");
        }
        boolean all = BESIDE.stream().noneMatch(tree::has) && isOurs(tree.path("extension"));
        for (JsonNode payload : tree.path("payload")) {
            all &= (payload.path("contentString").isTextual()
                            || payload.path("contentReference").isObject())
                    && payload.properties().stream().allMatch(field -> PAYLOAD.contains(field.getKey()))
                    && isOurs(payload.path("extension"))
                    && isOurs(payload.path("_contentString").path("extension"));
        }
        return all ? Optional.empty() : Optional.of("answer-not-all-read");
    }

    /** What an extension of somebody else's says may be the condition of the words. */
    private static boolean isOurs(JsonNode extensions) {
        for (JsonNode extension : extensions) {
            if (!extension.path("url").asText("").startsWith(FhirSystems.OURS + "/")) {
                return false;
            }
        }
        return true;
    }

    /** It is addressed, and to nobody who may be us. */
    private boolean isForAnother(JsonNode tree) {
        boolean another = false;
        for (JsonNode recipient : tree.path("recipient")) {
            Optional<SeenReference> named = SeenReference.read(recipient);
            if (named.isEmpty() || !named.get().isA("Organization") || who.isUs(named.get())) {
                return false;
            }
            another = true;
        }
        return another;
    }
}
