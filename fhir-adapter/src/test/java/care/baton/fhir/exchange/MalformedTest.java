package care.baton.fhir.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Salt;
import care.baton.fhir.FhirJson;
import care.baton.fhir.Limits;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.task.SeenIdentifier;
import care.baton.party.Holder;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What makes no sense is refused where it is given, by its name. */
class MalformedTest {

    private static final Endpoint ENDPOINT = Two.senders(TwoSites.SDOH);
    private static final FhirJson TASK =
            FhirJson.read("{\"resourceType\":\"Task\",\"id\":\"t1\"}").value().orElseThrow();

    private static final Map<String, Object> GIVEN = Map.ofEntries(
            Map.entry("base", ENDPOINT.base()),
            Map.entry("profile", ENDPOINT.profile()),
            Map.entry("partner", ENDPOINT.partner()),
            Map.entry("own", ENDPOINT.own()),
            Map.entry("ownReference", ENDPOINT.ownReference()),
            Map.entry("ownIdentifiers", List.of()),
            Map.entry("endpoint", ENDPOINT),
            Map.entry("rules", Two.rules()),
            Map.entry("limits", Limits.standard()),
            Map.entry("patience", Duration.ofSeconds(1)),
            Map.entry("token", (Supplier<Optional<String>>) Optional::empty),
            Map.entry("record", new Site(ENDPOINT, Two.START).record),
            Map.entry("links", Links.none()),
            Map.entry("now", Two.START),
            Map.entry("response", new Response.Page(List.of(), Optional.empty(), true)),
            Map.entry("page", new Response.Page(List.of(), Optional.empty(), true)),
            Map.entry("salt", Salt.of(new byte[32])),
            Map.entry("run", Two.RUN),
            Map.entry("handoff", Two.HANDOFF),
            Map.entry("ask", TwoSites.asked("ServiceRequest/s1").ask()),
            Map.entry("found", new Found("Task", "t1", "1", TASK)),
            Map.entry("request", new Request.Poll(Optional.empty())));

    /** What is called with these arguments, in this order. */
    private record Called(Executable what, Optional<Object> on, List<String> arguments) {}

    @Test
    void aPartnerIsNotOurselves() {
        Holder own = ENDPOINT.own();
        Holder other = Holder.of(own.organization(), ENDPOINT.partner().role());

        assertThatThrownBy(() -> new Endpoint(ENDPOINT.base(), ENDPOINT.profile(), other, own, "Organization/sender"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("partner")
                .hasMessageNotContaining("Organization/sender");
    }

    @Test
    void ourNameOnTheServerIsNotBlank() {
        assertThatThrownBy(() ->
                        new Endpoint(ENDPOINT.base(), ENDPOINT.profile(), ENDPOINT.partner(), ENDPOINT.own(), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ownReference");
    }

    @Test
    void aServerIsReachedByAnAddressOfTheWebAndNothingBeside() {
        URI secure = URI.create("https://server.example/fhir");
        assertThat(at(secure).base()).isEqualTo(secure);

        for (String other : List.of(
                "ftp://server.example/fhir",
                "/fhir",
                "http:/fhir",
                "http://server.example/fhir?a=1",
                "http://server.example/fhir#a",
                "http://user@server.example/fhir")) {
            assertThatThrownBy(() -> at(URI.create(other)))
                    .as(other)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("base");
        }
    }

    private static Endpoint at(URI base) {
        return new Endpoint(base, ENDPOINT.profile(), ENDPOINT.partner(), ENDPOINT.own(), "Organization/1");
    }

    @Test
    void anIdentifierOfOursIsNotAbsent() {
        List<SeenIdentifier> gap = Collections.singletonList(null);

        assertThatThrownBy(() -> new Endpoint(
                        ENDPOINT.base(), ENDPOINT.profile(), ENDPOINT.partner(), ENDPOINT.own(), "Organization/1", gap))
                .isInstanceOf(NullPointerException.class)
                .hasMessageStartingWith("ownIdentifiers");
    }

    @Test
    void whatIsAbsentIsNamed() throws ReflectiveOperationException {
        List<String> faults = new ArrayList<>();
        Exchange exchange = new Exchange(ENDPOINT, Two.rules());
        try (Wire wire = new Wire(ENDPOINT, Limits.standard(), Duration.ofSeconds(1))) {
            for (Called called : List.of(
                    made(Endpoint.class, "base", "profile", "partner", "own", "ownReference", "ownIdentifiers"),
                    made(Endpoint.class, "base", "profile", "partner", "own", "ownReference"),
                    made(Exchange.class, "endpoint", "rules"),
                    made(Wire.class, "endpoint", "limits", "patience"),
                    made(Wire.class, "endpoint", "limits", "patience", "token"),
                    verb(exchange, "plan", "record", "links", "now"),
                    verb(exchange, "absorb", "record", "links", "response", "salt", "now"),
                    verb(exchange, "listen", "record", "links"),
                    verb(exchange, "offered", "page", "links"),
                    verb(exchange, "doubtful", "page", "links"),
                    verb(exchange, "take", "record", "links", "run", "handoff", "ask", "found", "salt", "now"),
                    verb(wire, "perform", "request"))) {
                faults.addAll(faults(called));
            }
        }
        assertThat(faults).isEmpty();
    }

    private static Called made(Class<?> type, String... arguments) {
        return Arrays.stream(type.getConstructors())
                .filter(one -> one.getParameterCount() == arguments.length)
                .map(one -> new Called(one, Optional.empty(), List.of(arguments)))
                .findFirst()
                .orElseThrow();
    }

    private static Called verb(Object on, String name, String... arguments) {
        return Arrays.stream(on.getClass().getMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                .map(one -> new Called(one, Optional.of(on), List.of(arguments)))
                .findFirst()
                .orElseThrow();
    }

    /** Each argument left out once, the others as they should be. */
    private static List<String> faults(Called called) throws ReflectiveOperationException {
        List<String> faults = new ArrayList<>();
        for (String absent : called.arguments()) {
            Object[] arguments = called.arguments().stream()
                    .map(name -> name.equals(absent) ? null : GIVEN.get(name))
                    .toArray();
            try {
                if (called.what() instanceof Constructor<?> constructor) {
                    constructor.newInstance(arguments);
                } else if (called.what() instanceof Method method) {
                    method.invoke(called.on().orElseThrow(), arguments);
                }
                faults.add(called.what() + " takes no " + absent);
            } catch (InvocationTargetException thrown) {
                Throwable cause = thrown.getCause();
                if (!(cause instanceof NullPointerException) || !absent.equals(cause.getMessage())) {
                    faults.add(called.what() + " answers for no " + absent + ": " + cause);
                }
            }
        }
        return faults;
    }
}
