package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.FhirSystems;
import care.baton.fhir.Offers;
import care.baton.handoff.Answer;
import care.baton.handoff.Ask;
import care.baton.handoff.Condition;
import care.baton.handoff.HandoffCommand.AgreeConditions;
import care.baton.handoff.HandoffCommand.CompleteAction;
import care.baton.handoff.HandoffCommand.GiveBack;
import care.baton.handoff.HandoffCommand.StartAction;
import care.baton.handoff.HandoffCommand.WithdrawOffer;
import care.baton.handoff.Input;
import care.baton.handoff.Question;
import care.baton.outcome.Code;
import care.baton.party.Sensitive;
import care.baton.trace.Promise;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A system that knows nothing of us drops what it does not know. Each extension of ours is taken off, in each state of a
 * handoff: it comes back from the local record, or both records still say what they said and a person is told.
 */
@Execution(ExecutionMode.CONCURRENT)
class StrippedExtensionTest extends TwoSites {

    /** Where a handoff may stand, and how it comes there. */
    enum State {
        OFFERED,
        ASKED,
        PROPOSED,
        AGREED,
        ACCEPTED,
        STARTED,
        DONE,
        GIVING_BACK,
        GIVEN_BACK,
        DECLINED,
        WITHDRAWN,
        OFFERED_AGAIN
    }

    private static final List<String> OURS = List.of(
            FhirSystems.RESPOND_BY,
            FhirSystems.TERM,
            FhirSystems.ANSWER_WORDS,
            FhirSystems.SEEN_BY_SENDER,
            FhirSystems.COMMAND,
            FhirSystems.FOCUS_READ,
            FhirSystems.TASK_REPLACES);

    static Stream<Arguments> cells() {
        return OURS.stream().flatMap(url -> Stream.of(State.values()).map(state -> Arguments.of(url, state)));
    }

    @Promise(16)
    @ParameterizedTest(name = "{1} without {0}")
    @MethodSource("cells")
    void whatWasTakenOffComesBackOrIsToldAndNothingIsMadeUp(String url, State state) {
        Seen seen = seen(url, state, StrippedExtensionTest::strip);

        assertThat(seen.after()).isEqualTo(seen.before());
        assertThat(sender.refused).isEmpty();
        assertThat(receiver.refused).isEmpty();
        assertThat(seen.isThereAgain() || isTold("our-extensions-changed", "content-changed", "replaces-changed"))
                .as("there again, or told: %s, sender %s, receiver %s", seen, sender.issues, receiver.issues)
                .isTrue();
    }

    @Promise(16)
    @ParameterizedTest(name = "{1} with another {0}")
    @MethodSource("cells")
    void whatWasAlteredComesBackOrIsToldAndNothingIsMadeUp(String url, State state) {
        Seen seen = seen(url, state, StrippedExtensionTest::alter);

        assertThat(seen.after()).isEqualTo(seen.before());
        assertThat(sender.refused).isEmpty();
        assertThat(receiver.refused).isEmpty();
        // which write was the last, each write of either side says anew
        boolean named = url.equals(FhirSystems.COMMAND)
                || isTold("our-extensions-changed", "content-changed", "replaces-changed", "asked-changed");
        assertThat(seen.isThereAgain() || named)
                .as("there again, or told: %s, sender %s, receiver %s", seen, sender.issues, receiver.issues)
                .isTrue();
    }

    /** What both records say, and which extensions of that kind stand there, before a system meddled and after. */
    private record Seen(List<String> before, List<String> after, String stood, String stands) {

        boolean isThereAgain() {
            return stood.equals("[]") || stands.equals(stood);
        }
    }

    private Seen seen(String url, State state, BiConsumer<ObjectNode, String> meddles) {
        bring(state);
        List<String> before = List.of(said(sender), said(receiver));
        String stood = extensions(url);
        sender.issues.clear();
        receiver.issues.clear();
        server.foreign("Task", last().path("id").asText(), task -> meddles.accept(task, url));
        bothRead();
        return new Seen(before, List.of(said(sender), said(receiver)), stood, extensions(url));
    }

    private boolean isTold(String... codes) {
        return Stream.of(codes).anyMatch(code -> sender.issues.contains(code) || receiver.issues.contains(code));
    }

    private void bring(State state) {
        offer();
        switch (state) {
            case OFFERED -> {}
            case ASKED ->
                answers(new Answer.RequestClarification(
                        List.of(new Question(Code.of("dose"), Sensitive.of("Which?"), Sensitive.none()))));
            case PROPOSED -> propose();
            case AGREED -> {
                propose();
                receiver.hears(Two.SENDER, new AgreeConditions(1), now);
                bothRead();
            }
            case DECLINED -> answers(new Answer.Decline(Two.REASON, Sensitive.of("The house next door")));
            case WITHDRAWN -> withdraw();
            case OFFERED_AGAIN -> {
                withdraw();
                offerAgain();
            }
            default -> {
                answers(new Answer.Accept(Sensitive.of("Understood")));
                further(state);
            }
        }
        now = now.plusSeconds(60);
        bothRead();
    }

    private void further(State state) {
        if (state != State.ACCEPTED) {
            receiver.says(new StartAction(), now);
            bothRead();
        }
        if (state == State.DONE) {
            receiver.says(new CompleteAction(List.of(new Input(Code.of("result"), Sensitive.of("done")))), now);
        }
        if (state == State.GIVING_BACK || state == State.GIVEN_BACK) {
            receiver.says(new GiveBack(Code.of("no-staff")), now);
            receiver.settles(server, now);
        }
        if (state == State.GIVEN_BACK) {
            bothRead();
        }
    }

    private void answers(Answer answer) {
        answer(answer);
        bothRead();
    }

    private void propose() {
        answers(new Answer.AcceptWithConditions(List.of(new Condition(
                Sensitive.of("A mattress"), Condition.Kind.LIMITATION, Two.SENDER, now.plusSeconds(86_400)))));
    }

    private void withdraw() {
        sender.says(new WithdrawOffer(1, Code.of("found-another")), now);
        bothRead();
    }

    private void offerAgain() {
        Ask ask = Ask.of(Code.of("home-care"), Two.PERSON);
        assertThat(sender.says(Offers.firm(Two.RECEIVER, ask), now)).isEmpty();
        sender.settles(server, now);
        receiver.takes(server.page(), now);
        bothRead();
    }

    /** Owner, states and deadlines, as one text. */
    private String said(Site site) {
        return site.owner(now).map(h -> h.organization().value()).orElse("nobody")
                + site.talks()
                        .map(t -> t.course() + " " + t.offers().values().size() + " "
                                + t.current()
                                        .map(o -> o.state().getClass().getSimpleName()
                                                + o.intended().isPresent()))
                        .orElse("")
                + site.record.chart().obligations().open().stream()
                        .map(o -> "\n" + o.key().kind() + " " + o.holder().role() + " " + o.due())
                        .sorted()
                        .toList();
    }

    private ObjectNode last() {
        List<Response.Found> tasks = server.tasks();
        return tasks.get(tasks.size() - 1).json().tree();
    }

    private String extensions(String url) {
        StringBuilder found = new StringBuilder();
        for (JsonNode one : last().path("extension")) {
            if (one.path("url").asText().equals(url)) {
                found.append(one);
            }
        }
        return "[" + found + "]";
    }

    private static void strip(ObjectNode task, String url) {
        if (task.get("extension") instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).path("url").asText().equals(url)) {
                    list.remove(i);
                }
            }
        }
    }

    /** Each value in it is another of its kind. */
    private static void alter(ObjectNode task, String url) {
        for (JsonNode one : task.path("extension")) {
            if (one.path("url").asText().equals(url)) {
                alter((ObjectNode) one);
            }
        }
    }

    private static void alter(ObjectNode extension) {
        extension.path("extension").forEach(part -> alter((ObjectNode) part));
        if (extension.has("valueString")) {
            extension.put("valueString", "altered");
        }
        if (extension.has("valueCode")) {
            extension.put("valueCode", "altered");
        }
        if (extension.has("valueDateTime")) {
            extension.put("valueDateTime", "2031-01-01T00:00:00Z");
        }
        if (extension.has("valueBoolean")) {
            extension.put("valueBoolean", !extension.path("valueBoolean").asBoolean());
        }
        if (extension.path("valueReference") instanceof ObjectNode reference) {
            reference.put("reference", "Task/altered");
        }
    }
}
