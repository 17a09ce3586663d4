package care.baton.fhir.exchange;

import static care.baton.fhir.exchange.ScriptedServer.json;
import static care.baton.fhir.exchange.WireTest.CREATE;
import static care.baton.fhir.exchange.WireTest.FIND;
import static care.baton.fhir.exchange.WireTest.KEY;
import static care.baton.fhir.exchange.WireTest.POLL;
import static care.baton.fhir.exchange.WireTest.READ;
import static care.baton.fhir.exchange.WireTest.SECRET;
import static care.baton.fhir.exchange.WireTest.TASK;
import static care.baton.fhir.exchange.WireTest.UPDATE;
import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.Limits;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.handoff.Answer;
import care.baton.handoff.Kinds;
import care.baton.outcome.Code;
import care.baton.trace.Promise;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a token that can be sent nothing leaves, and everybody knows that it has not. */
class TokenTest extends TwoSites {

    private static final Code MALFORMED = Code.of("token-malformed");
    private static final Code NOT_AVAILABLE = Code.of("token-not-available");

    private static Wire wire(ScriptedServer server, Supplier<Optional<String>> token) {
        Endpoint endpoint = new Endpoint(
                URI.create(server.origin() + "/fhir"),
                PartnerProfiles.plainR4(),
                Two.SENDER,
                Two.RECEIVER,
                "Organization/r");
        return new Wire(endpoint, Limits.standard(), Duration.ofSeconds(5), token);
    }

    @Promise(21)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer " + SECRET,
                "a " + SECRET,
                "",
                SECRET + "\n",
                SECRET + "\r\nX-Other: b",
                SECRET + "\u00e4"
            })
    void aTokenThatCannotBeSentIsNamedAndNothingLeaves(String token) {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK));
                Wire wire = wire(server, () -> Optional.of(token))) {
            assertThat(wire.perform(UPDATE)).isEqualTo(new Response.NotSent(KEY, 3, MALFORMED));
            assertThat(wire.perform(CREATE)).isEqualTo(new Response.NotSent(KEY, 3, MALFORMED));
            for (Request request : List.of(READ, FIND, POLL)) {
                assertThat(WireTest.reason(wire.perform(request))).isEqualTo("token-malformed");
            }
            assertThat(wire.probe().issues()).extracting(i -> i.code()).containsExactly(MALFORMED);
            assertThat(wire.perform(UPDATE).toString()).doesNotContain(SECRET);
            assertThat(server.asked()).isEmpty();
        }
    }

    @Promise(21)
    @Test
    void aTokenThatIsNotGivenIsNamedAndNothingLeaves() {
        List<Supplier<Optional<String>>> none = List.of(() -> null, () -> {
            throw new IllegalStateException(SECRET);
        });
        for (Supplier<Optional<String>> token : none) {
            try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK));
                    Wire wire = wire(server, token)) {
                assertThat(wire.perform(UPDATE)).isEqualTo(new Response.NotSent(KEY, 3, NOT_AVAILABLE));
                assertThat(WireTest.reason(wire.perform(READ))).isEqualTo("token-not-available");
                assertThat(wire.perform(UPDATE).toString()).doesNotContain(SECRET);
                assertThat(server.asked()).isEmpty();
            }
        }
    }

    @Test
    void nothingIsSentOnceTheWireIsClosedAndThatIsSaid() {
        try (ScriptedServer server = new ScriptedServer(a -> json(200, TASK))) {
            Wire wire = wire(server, Optional::empty);
            wire.close();

            assertThat(wire.perform(UPDATE)).isEqualTo(new Response.NotSent(KEY, 3, Code.of("wire-closed")));
            assertThat(WireTest.reason(wire.perform(READ))).isEqualTo("wire-closed");
            assertThat(server.asked()).isEmpty();
        }
    }

    /** The first request has the token, and the next has none any more. */
    private static Response losingIt(Request request, int status, String body) {
        Iterator<Optional<String>> tokens = List.of(Optional.of(WireTest.TOKEN)).iterator();
        try (ScriptedServer server = new ScriptedServer(a -> json(status, body));
                Wire wire = wire(server, tokens::next)) {
            return wire.perform(request);
        }
    }

    @Test
    void aCreateThatLeftAndCouldNotBeLookedForAfterwardsIsNotCalledUnsent() {
        assertThat(losingIt(CREATE, 412, "")).isEqualTo(new Response.Rejected(Optional.of(KEY), 3, NOT_AVAILABLE));
    }

    @Test
    void aHistoryThatWasNotAskedForIsNoGap() {
        assertThat(losingIt(new Request.Read(KEY, 3, "t1", Optional.of("2")), 200, TASK))
                .isEqualTo(new Response.Rejected(Optional.of(KEY), 3, NOT_AVAILABLE));
    }

    @Test
    void nobodyTakesAnAnswerThatDidNotLeaveForOneThatMayStandThere() {
        with(PartnerProfiles.plainR4());
        offer();
        answer(new Answer.Accept());
        LinkKey key = LinkKey.task("handoff-1", 1);
        List<Request> owed = receiver.plans(now);
        while (!(owed.get(0) instanceof Request.Update)) {
            owed.forEach(request -> receiver.absorbs(server.perform(request), now));
            owed = receiver.plans(now);
        }
        receiver.absorbs(unsent(owed.get(0)), now);

        Link link = receiver.links.get(key).orElseThrow();
        assertThat(link.tried()).isZero();
        assertThat(link.again()).isZero();
        assertThat(receiver.issues).contains("token-malformed");
        receiver.settles(server, now);
        assertThat(status()).isEqualTo("accepted");
    }

    @Test
    void anOfferThatDoesNotLeaveIsTriedLaterAndLaterAndLookedIntoAndGoesOutInTheEnd() {
        with(PartnerProfiles.plainR4());
        assertThat(sender.says(asked("ServiceRequest/s1"), now)).isEmpty();
        List<Instant> tried = new ArrayList<>();

        for (Instant until = now.plus(Duration.ofHours(12)); now.isBefore(until); now = now.plusSeconds(20)) {
            for (Request request : sender.plans(now)) {
                assertThat(request).isInstanceOf(Request.Create.class);
                tried.add(now);
                sender.absorbs(unsent(request), now);
            }
        }

        assertThat(tried.size()).isBetween(4, 15);
        assertThat(sender.record.chart().obligations().openOf(Two.HANDOFF.value(), Kinds.LOOK_INTO))
                .extracting(look -> look.key().subject())
                .containsExactly("offer-1-task-unreachable");
        now = now.plus(Duration.ofDays(1));
        sender.settles(server, now);
        assertThat(server.tasks()).hasSize(1);
    }

    private static Response unsent(Request request) {
        if (request instanceof Request.Create r) {
            return new Response.NotSent(r.key(), r.number(), MALFORMED);
        }
        Request.Update r = (Request.Update) request;
        return new Response.NotSent(r.key(), r.number(), MALFORMED);
    }
}
