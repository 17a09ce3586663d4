package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.bundle;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Several searches are one answer: none of them is told of further than the one that came least far. */
class TogetherTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T15:00:00Z");
    private static final Pattern PAGE = Pattern.compile("page=([0-9]+)");
    private static final Request POLL = WireTest.POLL;

    /** The search by owner and the one by requester begin at different Tasks, and neither comes to an end. */
    @ParameterizedTest
    @CsvSource({"0, 500", "500, 0"})
    void whereNeitherIsReadToTheEndTheEarlierTimeHolds(int owner, int requester) {
        try (ScriptedServer server = new ScriptedServer(asked -> {
            Matcher page = PAGE.matcher(asked.line());
            int at =
                    page.find() ? Integer.parseInt(page.group(1)) : asked.line().contains("owner=") ? owner : requester;
            return json(200, bundle("?page=" + (at + 1), task(at)));
        })) {
            Response.Page found = (Response.Page) perform(server, POLL);

            assertThat(found.whole()).isFalse();
            assertThat(found.until()).hasValue(FIRST.plusSeconds(99).toString());
            assertThat(found.resources()).hasSize(200);
        }
    }

    @Test
    void whatIsAskedOnceMoreAndRefusedThenIsRefused() {
        String nothing = bundle("").replaceFirst("\"meta\":\\{[^}]*},", "");
        int[] owned = {0};
        try (ScriptedServer server = new ScriptedServer(asked -> !asked.line().contains("owner=")
                ? json(200, bundle("", task(4)))
                : owned[0]++ == 0 ? json(200, nothing) : json(403, ""))) {
            assertThat(perform(server, POLL))
                    .isInstanceOfSatisfying(
                            Response.Refused.class,
                            no -> assertThat(no.status()).isEqualTo(403));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "20, 1", "21, 2", "40, 2"})
    void twentyQuestionsAreAskedForAtATime(int questions, int searches) {
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, bundle("")))) {
            assertThat(perform(server, listen(questions)))
                    .isInstanceOfSatisfying(
                            Response.Page.class,
                            page -> assertThat(page.whole()).isTrue());
            assertThat(server.asked()).hasSize(searches);
        }
    }

    @Test
    void anAnswerToQuestionsTellsTheTimeOfTheServer() {
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, bundle("")))) {
            assertThat(perform(server, listen(1)))
                    .isInstanceOfSatisfying(
                            Response.Page.class,
                            page -> assertThat(page.until()).hasValue(FIRST.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 21})
    void wherePartIsRefusedAllOfItIs(int questions) {
        try (ScriptedServer server = new ScriptedServer(asked ->
                asked.line().contains("%2Fq" + (questions - 1) + "&") ? json(403, "") : json(200, bundle("")))) {
            assertThat(perform(server, listen(questions)))
                    .isInstanceOfSatisfying(
                            Response.Refused.class,
                            no -> assertThat(no.status()).isEqualTo(403));
        }
    }

    private static Request listen(int questions) {
        return new Request.Listen(
                IntStream.range(0, questions).mapToObj(n -> "q" + n).toList());
    }

    private static String task(int number) {
        return WireTest.TASK
                .replace("\"t1\"", "\"t" + number + "\"")
                .replace("\"versionId\"", "\"lastUpdated\":\"" + FIRST.plusSeconds(number) + "\",\"versionId\"");
    }
}
