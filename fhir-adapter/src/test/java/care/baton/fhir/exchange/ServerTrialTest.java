package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import care.baton.fhir.FhirJson;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.exchange.ServerTrial.Result;
import care.baton.fhir.exchange.ServerTrial.Tried;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.outcome.Code;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server is tried out before anybody's care hangs on it. */
class ServerTrialTest {

    private static final Endpoint ENDPOINT = Two.senders(PartnerProfiles.plainR4());

    /** A fault of a server, and what is not held then, and no more. */
    static Stream<Arguments> faults() {
        return Stream.of(
                fault(
                        "it makes a second one",
                        (shelf, request) -> request instanceof Request.Create c
                                ? new Response.Stands(
                                        c.key(),
                                        c.number(),
                                        shelf.put("Task", "t" + (shelf.tasks().size() + 1), c.body()))
                                : shelf.perform(request),
                        "stored-once"),
                fault(
                        "it drops what it does not know",
                        (shelf, request) -> request instanceof Request.Create c
                                ? shelf.perform(new Request.Create(c.key(), c.number(), without(c.body(), "extension")))
                                : shelf.perform(request),
                        "kept-whole"),
                fault(
                        "it does not know identifiers",
                        (shelf, request) -> request instanceof Request.Find f
                                ? new Response.Absent(f.key(), f.number())
                                : shelf.perform(request),
                        "found-by-identifier"),
                fault(
                        "it finds nothing by owner or requester",
                        (shelf, request) -> request instanceof Request.Poll
                                ? new Response.Page(List.of(), Optional.of("2026-03-02T15:00:00Z"))
                                : shelf.perform(request),
                        "found-by-who-it-is-for",
                        "found-since"),
                fault(
                        "it does not say up to when a search holds",
                        (shelf, request) -> request instanceof Request.Poll
                                ? new Response.Page(shelf.tasks(), Optional.empty())
                                : shelf.perform(request),
                        "found-since"),
                fault(
                        "it writes over whatever stands there",
                        (shelf, request) -> request instanceof Request.Update u
                                ? new Response.Stands(u.key(), u.number(), shelf.put("Task", u.id(), u.body()))
                                : shelf.perform(request),
                        "not-written-over-another-version"),
                fault(
                        "it says no and writes all the same",
                        (shelf, request) -> {
                            Response answer = shelf.perform(request);
                            if (answer instanceof Response.Conflict && request instanceof Request.Update u) {
                                shelf.put("Task", u.id(), u.body());
                            }
                            return answer;
                        },
                        "not-written-over-another-version"),
                fault(
                        "it keeps its version",
                        (shelf, request) -> {
                            if (request instanceof Request.Update u) {
                                Found kept = new Found(
                                        "Task", u.id(), shelf.tasks().get(0).version(), u.body());
                                shelf.keep(kept);
                                return new Response.Stands(u.key(), u.number(), kept);
                            }
                            return shelf.perform(request);
                        },
                        "another-version-each-time",
                        "not-written-over-another-version"),
                fault(
                        "it does not let its Tasks be changed",
                        (shelf, request) -> request instanceof Request.Update u
                                ? new Response.Refused(Optional.of(u.key()), u.number(), 405, Optional.empty())
                                : shelf.perform(request),
                        "written-over-what-was-read",
                        "another-version-each-time",
                        "not-written-over-another-version",
                        "recorded-in-error"),
                fault(
                        "what is in error stays as it is",
                        (shelf, request) -> request instanceof Request.Update u
                                        && u.body().text().contains("entered-in-error")
                                ? new Response.Refused(Optional.of(u.key()), u.number(), 422, Optional.empty())
                                : shelf.perform(request),
                        "recorded-in-error"));
    }

    @Test
    void onAServerThatDoesItAllEverythingHoldsAndNothingIsLeftOpen() {
        Shelf shelf = new Shelf();

        Set<String> said = new TreeSet<>();

        List<Tried> tried = tried(request -> {
            Response answer = timed(shelf).apply(request);
            shelf.tasks().forEach(task -> said.add(task.json().element("status").asText()));
            return answer;
        });

        assertThat(tried).extracting(Tried::result).containsOnly(Result.HELD);
        assertThat(tried).hasSize(10);
        assertThat(said)
                .as("at no moment is anybody asked for anything")
                .containsOnly("draft", "cancelled", "entered-in-error");
        assertThat(shelf.tasks())
                .singleElement()
                .matches(task -> task.json().element("status").asText().equals("entered-in-error"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void eachFaultIsNoticedAsItself(String name, BiFunction<Shelf, Request, Response> fault, List<Code> notHeld) {
        Shelf shelf = new Shelf();

        List<Tried> tried = tried(request -> {
            Response answer = fault.apply(shelf, request);
            boolean dated = name.contains("up to when") || !(answer instanceof Response.Page);
            return dated || ((Response.Page) answer).until().isPresent() ? answer : dated(shelf);
        });

        assertThat(tried).extracting(Tried::result).doesNotContain(Result.NOT_TRIED);
        assertThat(tried)
                .filteredOn(one -> one.result() == Result.NOT_HELD)
                .extracting(Tried::what)
                .containsExactlyElementsOf(notHeld);
    }

    @Test
    void whatCannotBeStoredLeavesTheRestUntried() {
        List<Tried> tried = tried(request -> new Response.Unknown(Optional.empty(), 0));

        assertThat(tried.get(0))
                .isEqualTo(new Tried(Code.of("stored"), Result.NOT_HELD, Optional.of(Code.of("no-answer"))));
        assertThat(tried.subList(1, 10)).extracting(Tried::result).containsOnly(Result.NOT_TRIED);
    }

    static Stream<Arguments> otherAnswers() {
        LinkKey key = LinkKey.task("trial-1", 1);
        return Stream.of(
                Arguments.of(new Response.Refused(Optional.of(key), 1, 401, Optional.empty()), "server-refused-401"),
                Arguments.of(new Response.Unknown(Optional.of(key), 1), "no-answer"),
                Arguments.of(new Response.Rejected(Optional.of(key), 1, Code.of("not-fhir")), "not-fhir"),
                Arguments.of(new Response.Absent(key, 1), "absent"),
                Arguments.of(new Response.Conflict(key, 1), "conflict"),
                Arguments.of(null, "nothing-given-back"));
    }

    @ParameterizedTest
    @MethodSource("otherAnswers")
    void whyNothingCouldBeStoredIsSaid(Response answer, String why) {
        assertThat(tried(request -> answer).get(0).why()).hasValue(Code.of(why));
    }

    @Test
    void whyALaterThingDoesNotHoldIsSaidOfItAlone() {
        Shelf shelf = new Shelf();

        List<Tried> tried = tried(request -> request instanceof Request.Update u
                ? new Response.Refused(Optional.of(u.key()), u.number(), 403, Optional.empty())
                : timed(shelf).apply(request));

        assertThat(tried)
                .filteredOn(one -> one.why().isPresent())
                .extracting(one -> one.what() + " " + one.why().orElseThrow())
                .containsExactly(
                        "written-over-what-was-read server-refused-403",
                        "not-written-over-another-version server-refused-403",
                        "recorded-in-error server-refused-403");
    }

    @Test
    void aNameThatIsNoneIsToldByItsOwn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ServerTrial.of(request -> null, ENDPOINT, Two.PERSON, "trial 1", Two.START))
                .withMessageStartingWith("name:");
    }

    private static List<Tried> tried(Function<Request, Response> server) {
        return ServerTrial.of(server, ENDPOINT, Two.PERSON, "trial-1", Two.START);
    }

    private static Function<Request, Response> timed(Shelf shelf) {
        return request -> request instanceof Request.Poll ? dated(shelf) : shelf.perform(request);
    }

    private static Response dated(Shelf shelf) {
        return new Response.Page(shelf.tasks(), Optional.of("2026-03-02T15:00:00Z"));
    }

    private static FhirJson without(FhirJson body, String element) {
        ObjectNode tree = body.tree();
        tree.remove(element);
        return FhirJson.of(tree);
    }

    private static Arguments fault(String name, BiFunction<Shelf, Request, Response> fault, String... notHeld) {
        return Arguments.of(name, fault, Stream.of(notHeld).map(Code::of).toList());
    }
}
