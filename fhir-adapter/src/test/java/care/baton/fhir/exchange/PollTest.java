package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.bundle;
import static care.baton.fhir.exchange.WireTest.perform;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.evidence.Salt;
import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.task.SeenIdentifier;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with more Tasks than one search reads: the next one goes on from there, and none starts over for ever. */
class PollTest {

    private static final Instant FIRST = Instant.parse("2026-03-02T15:00:00Z");
    private static final Pattern SINCE = Pattern.compile("_lastUpdated=ge([^&]*)");
    private static final Pattern PAGE = Pattern.compile("page=([0-9]+)");
    private static final Pattern COUNT = Pattern.compile("_count=([0-9]+)");

    private static String task(int number) {
        return WireTest.TASK
                .replace("\"t1\"", "\"t" + number + "\"")
                .replace("\"versionId\"", "\"lastUpdated\":\"" + stored(number) + "\",\"versionId\"");
    }

    private static Instant stored(int number) {
        return FIRST.plusSeconds(number);
    }

    /** One Task on each page, of so many, from the time that is asked for on. */
    private static ScriptedServer server(int tasks) {
        return server(tasks, PollTest::task);
    }

    private static ScriptedServer server(int tasks, IntFunction<String> task) {
        return new ScriptedServer(asked -> {
            Matcher since = SINCE.matcher(asked.line().replace("%3A", ":"));
            Matcher page = PAGE.matcher(asked.line());
            int from = since.find()
                    ? (int) Duration.between(FIRST, Instant.parse(since.group(1)))
                            .toSeconds()
                    : 0;
            int at = page.find() ? Integer.parseInt(page.group(1)) : from;
            return json(200, bundle(at + 1 < tasks ? "?page=" + (at + 1) : "", task.apply(at)));
        });
    }

    @Test
    void aSearchOfManyPagesGoesOnFromTheLastThatWasRead() {
        try (ScriptedServer server = server(250)) {
            Response.Page first = (Response.Page) perform(server, new Request.Poll(Optional.empty()));
            assertThat(first.whole()).isFalse();
            assertThat(first.until()).hasValue(stored(99).toString());
            assertThat(server.asked()).hasSize(200);

            Response.Page second = (Response.Page) perform(server, new Request.Poll(first.until()));
            Response.Page third = (Response.Page) perform(server, new Request.Poll(second.until()));

            assertThat(second.until()).hasValue(stored(198).toString());
            assertThat(third.whole()).isTrue();
            assertThat(third.resources()).extracting(Response.Found::id).contains("t249");
        }
    }

    @Test
    void aServerThatTellsNoTimeOfItsOwnIsAskedFromTheLastThatItShowed() {
        Response.Page found = page(untimed(bundle("", task(1), task(4))));

        assertThat(found.whole()).isTrue();
        assertThat(found.until()).hasValue(stored(4).toString());
    }

    @Test
    void whatTheFirstSearchDidNotSeeIsAskedForAgainBeforeTheTimeOfTheSecondCounts() {
        String nothing = untimed(bundle(""));
        String theirs = untimed(bundle("", task(4)));
        String late = untimed(bundle("", task(3)));
        int[] owned = {0};
        try (ScriptedServer quiet =
                        new ScriptedServer(asked -> json(200, asked.line().contains("owner=") ? nothing : theirs));
                ScriptedServer busy = new ScriptedServer(asked ->
                        json(200, !asked.line().contains("owner=") ? theirs : owned[0]++ == 0 ? nothing : late))) {
            Response.Page same = (Response.Page) perform(quiet, new Request.Poll(Optional.empty()));
            Response.Page more = (Response.Page) perform(busy, new Request.Poll(Optional.empty()));

            assertThat(same.until()).hasValue(stored(4).toString());
            assertThat(quiet.asked()).hasSize(3);
            assertThat(more.resources()).extracting(Response.Found::id).containsExactlyInAnyOrder("t3", "t4");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "depth", "entries", "bytes", "twice"})
    void oneTaskThatCannotBeReadKeepsNoneOfTheOthersBack(String how) {
        Limits limits = new Limits(20_000, 20, 100, 5_000, 2_000);
        String odd = odd(how, task(2));
        try (ScriptedServer server = new ScriptedServer(asked -> {
            if (asked.line().contains("/Task/t")) {
                return json(
                        200,
                        asked.line().contains("/Task/t2")
                                ? odd
                                : task(asked.line().contains("t1") ? 1 : 3));
            }
            return json(200, bundle("", task(1), asked.line().contains("_elements=id,meta") ? task(2) : odd, task(3)));
        })) {
            Response.Page found =
                    (Response.Page) perform(server, new Request.Poll(Optional.empty()), limits, Duration.ofSeconds(5));

            assertThat(found.resources()).extracting(Response.Found::id).containsExactly("t1", "t2", "t3");
            assertThat(found.resources().get(1).json().text()).contains("SUBSETTED");
            assertThat(found.resources().get(0).json().text()).doesNotContain("SUBSETTED");
            assertThat(found.whole()).isTrue();
            assertThat(found.until()).isPresent();
            assertThat(issues(found)).contains("entry-not-read");
        }
    }

    private static String odd(String how, String task) {
        String more =
                switch (how) {
                    case "string" -> "\"description\":\"" + "x".repeat(6_000) + "\"";
                    case "depth" -> "\"odd\":" + "[".repeat(30) + "]".repeat(30);
                    case "entries" -> "\"note\":[" + "{},".repeat(120) + "{}]";
                    case "bytes" ->
                        "\"note\":[{\"text\":\"" + ("x".repeat(4_000) + "\"},{\"text\":\"").repeat(6) + "\"}]";
                    default -> "\"intent\":\"plan\",\"intent\":\"order\"";
                };
        return "{" + more + "," + task.substring(1);
    }

    @Test
    void manyQuestionsAreAskedForAFewAtATime() {
        List<String> questions =
                IntStream.range(0, 45).mapToObj(n -> "question-" + n).toList();
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, bundle("")))) {
            assertThat(perform(server, new Request.Listen(questions))).isInstanceOf(Response.Page.class);

            assertThat(server.asked()).hasSize(3);
            assertThat(server.asked()).allMatch(asked -> asked.line().length() < 2_000);
            assertThat(questions)
                    .allMatch(q -> server.asked().stream()
                            .anyMatch(asked -> asked.line().matches(".*%2F" + q + "(%2C.*|&.*)")));
        }
    }

    private static String untimed(String bundle) {
        return bundle.replaceFirst("\"meta\":\\{[^}]*},", "");
    }

    @Test
    void aServerThatKeepsToNoOrderMovesNothingAndIsNamed() {
        int[] page = {0};
        try (ScriptedServer server = new ScriptedServer(a ->
                json(200, bundle("?page=" + page[0]++, task(page[0] % 2 == 0 ? 1_000 - page[0] : page[0]))))) {
            Response.Page found = (Response.Page) perform(server, new Request.Poll(Optional.empty()));

            assertThat(found.whole()).isFalse();
            assertThat(found.until()).isEmpty();
            assertThat(issues(found)).containsExactly("search-does-not-advance");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"severity\":\"warning\",\"code\":\"incomplete\"",
                "\"severity\":\"error\",\"code\":\"processing\"",
                "\"severity\":\"fatal\",\"code\":\"security\""
            })
    void whereTheServerSaysThatSomethingIsMissingNothingIsPassedOver(String issue) {
        Response.Page found = found(issue);

        assertThat(found.resources()).extracting(Response.Found::id).containsExactly("t1");
        assertThat(found.until()).isEmpty();
        assertThat(issues(found)).containsExactlyInAnyOrder("search-incomplete", "search-does-not-advance");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"severity\":\"warning\",\"code\":\"not-supported\"", "\"severity\":\"information\""})
    void whatAServerRemarksBesidesStopsNothing(String issue) {
        assertThat(found(issue).whole()).isTrue();
        assertThat(found(issue).until()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"resourceType\":\"Task\",\"id\":\"t2\"}", "{\"resourceType\":\"Task\",\"id\":\"a/b\"}", "[]"})
    void whatCameInNoShapeToBeReadAgainIsNamedAndTheRestIsRead(String odd) {
        Response.Page found = page(bundle("", task(1), odd));

        assertThat(found.resources()).extracting(Response.Found::id).containsExactly("t1");
        assertThat(found.whole()).isTrue();
        assertThat(issues(found)).containsExactly("entry-not-read");
    }

    @Test
    void tasksThatNameUsByAnIdentifierAreAskedForByIt() {
        try (ScriptedServer server = new ScriptedServer(asked -> json(
                200, asked.line().contains("owner:identifier=urn%3Anpi%7C7") ? bundle("", task(3)) : bundle("")))) {
            Response.Page found = (Response.Page) identified(server);

            assertThat(found.resources()).extracting(Response.Found::id).containsExactly("t3");
            assertThat(found.issues()).isEmpty();
        }
    }

    @Test
    void aServerThatDoesNotSearchByIdentifierIsNamedAndTheRestIsRead() {
        try (ScriptedServer server = new ScriptedServer(asked -> asked.line().contains("owner:identifier")
                ? json(400, "{\"resourceType\":\"OperationOutcome\"}")
                : json(200, bundle("", task(1))))) {
            Response.Page found = (Response.Page) identified(server);

            assertThat(found.resources()).extracting(Response.Found::id).containsExactly("t1");
            assertThat(found.until()).isPresent();
            assertThat(issues(found)).containsExactly("search-by-identifier-refused");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 425, 429, 503, 500})
    void aServerThatDoesNotAnswerByIdentifierNowIsAskedAgain(int status) {
        try (ScriptedServer server = new ScriptedServer(asked -> asked.line().contains("owner:identifier")
                ? json(status, "{\"resourceType\":\"OperationOutcome\"}")
                : json(200, bundle("", task(1))))) {
            assertThat(identified(server)).isNotInstanceOf(Response.Page.class);
        }
    }

    @Test
    void whereAPartnerAsksToStopByATaskThoseThatNameNobodyAreAskedForByTheirCode() {
        try (ScriptedServer server = new ScriptedServer(
                asked -> json(200, asked.line().contains("code=") ? bundle("", task(3)) : bundle("", task(1))))) {
            Response.Page found = (Response.Page) ordered(server);

            assertThat(found.resources()).extracting(Response.Found::id).containsExactly("t1", "t3");
            assertThat(server.asked())
                    .filteredOn(asked ->
                            asked.line().contains("code=http%3A%2F%2Fhl7.org%2Ffhir%2FCodeSystem%2Ftask-code%7Cabort"))
                    .hasSize(1);
            assertThat(perform(server, new Request.Poll(Optional.empty()))).isInstanceOf(Response.Page.class);
            assertThat(server.asked())
                    .filteredOn(asked -> asked.line().contains("code="))
                    .hasSize(1);
        }
        try (ScriptedServer server = new ScriptedServer(
                asked -> asked.line().contains("code=") ? json(400, "{}") : json(200, bundle("", task(1))))) {
            assertThat(issues((Response.Page) ordered(server))).containsExactly("search-by-code-refused");
        }
    }

    private static Response ordered(ScriptedServer server) {
        Endpoint endpoint = new Endpoint(
                URI.create(server.origin() + "/fhir"),
                PartnerProfiles.clinicalOrderWorkflow(),
                Two.SENDER,
                Two.RECEIVER,
                "Organization/receiver");
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5), Optional::empty)) {
            return wire.perform(new Request.Poll(Optional.empty()));
        }
    }

    @Test
    void aTaskThatChangesBetweenTwoSearchesIsThereOnceAsItIsNow() {
        String later = task(1).replaceFirst("\"versionId\":\"[^\"]*\"", "\"versionId\":\"77\"");
        try (ScriptedServer server =
                new ScriptedServer(asked -> json(200, bundle("", asked.line().contains("owner=") ? task(1) : later)))) {
            Response.Page found = (Response.Page) perform(server, new Request.Poll(Optional.empty()));

            assertThat(found.resources()).extracting(Response.Found::version).containsExactly("77");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026", "later", "2026-13-01T00:00:00Z"})
    void aTimeThatIsNoneIsNotAskedFrom(String stamp) {
        Response.Page found = page(bundle("", task(4)).replace("\"2026-03-02T15:00:00Z\"},", "\"" + stamp + "\"},"));

        assertThat(found.until()).hasValue(stored(4).toString());
    }

    private static Response identified(ScriptedServer server) {
        Endpoint endpoint = new Endpoint(
                URI.create(server.origin() + "/fhir"),
                PartnerProfiles.plainR4(),
                Two.SENDER,
                Two.RECEIVER,
                "Organization/receiver",
                List.of(new SeenIdentifier("urn:npi", "7")));
        try (Wire wire = new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5))) {
            return wire.perform(new Request.Poll(Optional.empty()));
        }
    }

    private static Response.Page found(String issue) {
        return page(bundle("", task(1), "{\"resourceType\":\"OperationOutcome\",\"issue\":[{" + issue + "}]}"));
    }

    private static Response.Page page(String bundle) {
        try (ScriptedServer server = new ScriptedServer(asked -> json(200, bundle))) {
            return (Response.Page) perform(server, new Request.Poll(Optional.empty()));
        }
    }

    @Test
    void whatIsSmallAndManyIsReadAPageOrTwoAtATime() {
        Limits limits = new Limits(200_000, 64, 1_000, 20_000, 2_000);
        String notes = "{\"note\":[" + "{},".repeat(900) + "{}],";
        try (ScriptedServer server = server(90, n -> notes + task(n).substring(1))) {
            Response.Page found =
                    (Response.Page) perform(server, new Request.Poll(Optional.empty()), limits, Duration.ofSeconds(5));

            assertThat(found.whole()).isFalse();
            assertThat(found.resources()).hasSizeBetween(2, 8);
            assertThat(found.until()).isPresent();
        }
    }

    @Test
    void whatEndsWhereItBeganHasNotComeAnyFurther() {
        int[] page = {0};
        String since = stored(7).toString();
        try (ScriptedServer server = new ScriptedServer(a -> {
            String same = task(7).replace("\"t7\"", "\"t" + page[0] + "\"");
            return json(200, bundle("?page=" + page[0]++, same));
        })) {
            Response.Page found = (Response.Page) perform(server, new Request.Poll(Optional.of(since)));

            assertThat(found.until()).isEmpty();
            assertThat(found.resources()).hasSize(200);
        }
    }

    @Test
    void aSearchThatGoesOnIsNamedAsThat() {
        Response.Page found = new Response.Page(List.of(), Optional.of(stored(1).toString()), false);

        assertThat(issues(found)).containsExactly("search-goes-on");
        assertThat(issues(new Response.Page(List.of(), Optional.empty()))).isEmpty();
    }

    @Test
    void manyLargeTasksAreReadFewerAtATime() {
        Limits limits = new Limits(20_000, 64, 1_000, 20_000);
        String words = "{\"description\":\"" + "x".repeat(2_500) + "\",";
        try (ScriptedServer server = new ScriptedServer(asked -> {
            Matcher count = COUNT.matcher(asked.line());
            int tasks = count.find() ? Integer.parseInt(count.group(1)) : 0;
            return json(
                    200,
                    bundle(
                            "",
                            IntStream.range(0, tasks)
                                    .mapToObj(n -> words + task(n).substring(1))
                                    .toArray(String[]::new)));
        })) {
            Response found = perform(server, new Request.Poll(Optional.empty()), limits, Duration.ofSeconds(5));

            assertThat(found).isInstanceOf(Response.Page.class);
            assertThat(((Response.Page) found).resources()).hasSizeBetween(1, 5);
        }
    }

    private static List<String> issues(Response.Page page) {
        Site site = new Site(Two.receivers(TwoSites.SDOH), Two.START);
        return site.exchange.absorb(site.record, site.links, page, Salt.of(new byte[32]), Two.START).issues().stream()
                .map(i -> i.code().value())
                .toList();
    }
}
