package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import care.baton.evidence.Salt;
import care.baton.fhir.exchange.Absorbed;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.LinkJson;
import care.baton.fhir.exchange.LinkKey;
import care.baton.fhir.exchange.Links;
import care.baton.fhir.exchange.Planned;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Response;
import care.baton.fhir.exchange.Response.Found;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.fhir.server.Mounted;
import care.baton.fhir.server.Query;
import care.baton.fhir.server.Records;
import care.baton.fhir.server.TaskDesk;
import care.baton.fhir.task.Holding;
import care.baton.fhir.task.SeenTask;
import care.baton.fhir.task.TaskReading;
import care.baton.outcome.Code;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.record.CoordinationRecord;
import care.baton.record.Rulebook;
import care.baton.time.ServiceCalendar;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever leaves something out is told which, where it is given. */
class NamedFieldTest {

    private static final FhirJson TASK =
            FhirJson.read("{\"resourceType\":\"Task\",\"id\":\"t1\"}").value().orElseThrow();
    private static final Found FOUND = new Found("Task", "t1", "1", TASK);
    private static final LinkKey KEY = new LinkKey("Task", "handoff-1", "offer-1");
    private static final CoordinationRecord RECORD = CoordinationRecord.of(RecordId.of("record-1"));
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Salt SALT = Salt.of(new byte[32]);
    private static final TaskDesk DESK = new TaskDesk(
            new Endpoint(
                    URI.create("http://server.example/fhir"),
                    PartnerProfiles.plainR4(),
                    Holder.of(OrganizationId.of("partner"), Code.of("intake")),
                    Holder.of(OrganizationId.of("own"), Code.of("discharge")),
                    "Organization/12"),
            rules(),
            Limits.standard());

    private static Rulebook rules() {
        return new Rulebook(
                List.of(),
                new ServiceCalendar(
                        ZoneId.of("America/New_York"),
                        List.of(DayOfWeek.values()),
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        List.of()));
    }

    static Stream<Arguments> calls() {
        Mounted mounted = new Mounted(request -> Optional.empty(), (Records) Proxy.newProxyInstance(
                NamedFieldTest.class.getClassLoader(), new Class<?>[] {Records.class}, (a, b, c) -> {
                    throw new AssertionError("nobody is asked");
                }));
        RawDocument raw = new RawDocument(new byte[0]);
        return Stream.of(
                row("status", () -> new ForeignEdit(null, List.of(), List.of(), List.of())),
                row("notes", () -> new ForeignEdit(Optional.empty(), null, List.of(), List.of())),
                row("extensions", () -> new ForeignEdit(Optional.empty(), List.of(), null, List.of())),
                row("dropped", () -> new ForeignEdit(Optional.empty(), List.of(), List.of(), null)),
                row("questions", () -> new Request.Listen(null)),
                row("now", () -> new Request.Poll(Optional.empty(), (Instant) null)),
                row("resources", () -> new Response.Page(null, Optional.empty(), true, List.of())),
                row("issues", () -> new Response.Page(List.of(), Optional.empty(), true, null)),
                row("between", () -> new Response.Stands(KEY, 1, FOUND, null, false)),
                row("requests", () -> new Planned(Links.none(), null, List.of())),
                row("entries", () -> new Absorbed(RECORD, null, Links.none(), List.of(), List.of(), List.of(), 0)),
                row("stored", () -> Links.of(null)),
                row("stored: an element is absent", () -> Links.of(Collections.singletonList(null))),
                row("ids", () -> query(null, List.of(), List.of())),
                row("identifiers", () -> query(List.of(), null, List.of())),
                row("statuses", () -> query(List.of(), List.of(), null)),
                row("found", () -> query(List.of(), List.of(), List.of()).matches(null)),
                row("raw", () -> new TaskReading.NeedsAttention(null, Optional.empty(), List.of(), null)),
                row("issues", () -> new TaskReading.NeedsAttention(raw, Optional.empty(), null, Holding.SAYS_NOTHING)),
                row("seen", () -> new TaskReading.KnownMove(raw, null, null, List.of(), List.of(), null)),
                row("task", () -> SeenTask.of(null, Optional.empty())),
                row("focus", () -> SeenTask.of(TASK, null)),
                row("server", () -> mounted.tasks(null)),
                row("server", () -> mounted.whatTheyPointTo(null)),
                row("salt", () -> DESK.lay(RECORD, Links.none(), null, NOW)),
                row("now", () -> DESK.lay(RECORD, Links.none(), SALT, null)),
                row("link", () -> DESK.shown(null)),
                row("type", () -> DESK.shown(Links.none(), null, "t1")),
                row("edit", () -> DESK.answer(RECORD, Links.none(), null, SALT, NOW)),
                row("code", () -> PartnerProfiles.plainR4().toBuilder().code(null)),
                row("move", () -> PartnerProfiles.plainR4().toBuilder().move(null)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("calls")
    void whatIsAbsentIsCalledByItsName(String name, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(NullPointerException.class).hasMessage(name);
    }

    /** A text that a store does not have is a text that is wrong, as an entry is. */
    @Test
    void aLinkThatIsNotThereIsReadAsOneThatIsMalformed() {
        assertThat(LinkJson.read(null).issues()).containsExactly(MappingIssue.error("value-malformed", ""));
    }

    @Test
    void whateverIsMadeOfNothingNamesSomethingThatIsMissing() {
        Set<String> unnamed = new TreeSet<>();
        int calls = 0;
        for (Class<?> type : Adapter.classes()) {
            if (isPublic(type)) {
                for (Executable what : makers(type).toList()) {
                    calls++;
                    thrown(what)
                            .filter(fault -> !(fault instanceof NullPointerException)
                                    || !String.valueOf(fault.getMessage()).matches("[a-z][A-Za-z]*"))
                            .ifPresent(fault -> unnamed.add(what + ": " + fault));
                }
            }
        }
        assertThat(unnamed).isEmpty();
        assertThat(calls).isGreaterThan(80);
    }

    private static Stream<Executable> makers(Class<?> type) {
        Stream<Method> methods = Stream.of(type.getDeclaredMethods())
                .filter(one -> Modifier.isStatic(one.getModifiers())
                        && Modifier.isPublic(one.getModifiers())
                        && !one.isSynthetic());
        return Stream.<Executable>concat(
                        type.isEnum() ? Stream.<Constructor<?>>of() : Stream.of(type.getConstructors()),
                        type.isEnum() ? methods.filter(one -> !one.getName().equals("valueOf")) : methods)
                .filter(one -> Stream.of(one.getParameterTypes()).anyMatch(p -> !p.isPrimitive()))
                .filter(one -> one.getDeclaringClass() != LinkJson.class
                        || !one.getName().equals("read"));
    }

    private static Optional<Throwable> thrown(Executable what) throws AssertionError {
        Object[] nothing = Stream.of(what.getParameterTypes())
                .map(type -> type == boolean.class
                        ? Boolean.TRUE
                        : type == int.class ? (Object) 1 : type == long.class ? (Object) 1L : null)
                .toArray();
        try {
            if (what instanceof Constructor<?> constructor) {
                constructor.newInstance(nothing);
            } else {
                ((Method) what).invoke(null, nothing);
            }
            return Optional.of(new IllegalStateException("taken"));
        } catch (InvocationTargetException told) {
            return Optional.of(told.getCause());
        } catch (ReflectiveOperationException fault) {
            throw new AssertionError(fault);
        }
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers())
                && (type.getDeclaringClass() == null
                        || isPublic(type.getDeclaringClass())
                        || type.getDeclaringClass().isInterface());
    }

    private static Query query(List<String> ids, List<Query.Token> identifiers, List<String> statuses) {
        return new Query(
                ids, identifiers, Optional.empty(), Optional.empty(), statuses, Optional.empty(), Optional.empty());
    }

    private static Arguments row(String name, ThrowingCallable call) {
        return Arguments.of(name, call);
    }
}
