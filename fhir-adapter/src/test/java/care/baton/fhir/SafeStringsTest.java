package care.baton.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.exchange.Request;
import care.baton.fhir.exchange.Wire;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.trace.Promise;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A word that must never be printed is put into every text of every public type. It comes back in what is meant to hold
 * it, and in nothing that ends in a log: no description, message, cause, issue or name of a thread.
 */
@Promise(43)
class SafeStringsTest {

    /** Every public type, nested ones too. */
    static List<Class<?>> types() {
        return Adapter.classes().stream().filter(SafeStringsTest::isPublic).toList();
    }

    private static boolean isPublic(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        boolean member = Modifier.isPublic(type.getModifiers()) || (outer != null && outer.isInterface());
        return member && !type.isAnonymousClass() && (outer == null || isPublic(outer));
    }

    @Test
    void thereAreTypesToLookAt() {
        assertThat(types()).hasSizeGreaterThan(80).contains(Mapped.Partial.class, Wire.class, Endpoint.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothingIsPrintedOfWhatIsPutIn(Class<?> type) throws Exception {
        for (Constructor<?> way : type.getConstructors()) {
            tryAll(way, arguments -> way.newInstance(arguments));
        }
        for (Method way : type.getMethods()) {
            boolean javas = type.isEnum() && way.getName().equals("valueOf");
            if (Modifier.isStatic(way.getModifiers()) && way.getParameterCount() > 0 && !javas) {
                tryAll(way, arguments -> way.invoke(null, arguments));
            }
        }
    }

    private interface Call {
        Object with(Object[] arguments) throws ReflectiveOperationException;
    }

    /**
     * Once with words that pass for anything, then with words that pass for nothing, one place at a time. The path of an
     * issue is printed: it is made of element names, and what is none is refused.
     */
    private static void tryAll(Executable way, Call call) throws Exception {
        if (Modifier.isAbstract(way.getDeclaringClass().getModifiers()) && way instanceof Constructor<?>) {
            return;
        }
        boolean path = way.getDeclaringClass() == MappingIssue.class;
        if (!path) {
            look(way, call, Canary.arguments(way, Canary.PLAIN));
        }
        for (String odd : Canary.ODD) {
            Object[] all = Canary.arguments(way, odd);
            look(way, call, all);
            for (int i = 0; i < all.length && !path; i++) {
                Object[] one = Canary.arguments(way, Canary.PLAIN);
                one[i] = all[i];
                look(way, call, one);
            }
        }
    }

    private static void look(Executable way, Call call, Object[] arguments) throws Exception {
        try {
            Object made = call.with(arguments);
            if (made != null && !(made instanceof String)) {
                assertThat(made.toString().toLowerCase(Locale.ROOT))
                        .as("%s", way)
                        .doesNotContain(Canary.MARK);
                accessors(made);
            }
            if (made instanceof AutoCloseable open) {
                open.close();
            }
        } catch (InvocationTargetException thrown) {
            for (Throwable one = thrown.getCause(); one != null; one = one.getCause()) {
                assertThat(String.valueOf(one.getMessage()).toLowerCase(Locale.ROOT))
                        .as("%s: %s", way, one.getClass())
                        .doesNotContain(Canary.MARK);
            }
        }
    }

    /** What a value hands out is as silent as the value. */
    private static void accessors(Object made) throws Exception {
        if (!made.getClass().getName().startsWith("care.baton.fhir")) {
            return;
        }
        for (Method method : made.getClass().getMethods()) {
            boolean plain = method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && isPublic(method.getDeclaringClass());
            if (plain && method.getReturnType().getName().startsWith("care.baton")) {
                Object part = method.invoke(made);
                assertThat(String.valueOf(part).toLowerCase(Locale.ROOT))
                        .as("%s", method)
                        .doesNotContain(Canary.MARK);
            }
        }
    }

    @Test
    void noThreadIsNamedAfterAPartner() {
        Endpoint endpoint = (Endpoint) Canary.of(Endpoint.class, Canary.PLAIN);
        Endpoint named = new Endpoint(
                URI.create("http://" + Canary.MARK + ".invalid/fhir"),
                PartnerProfiles.plainR4(),
                endpoint.partner(),
                endpoint.own(),
                endpoint.ownReference());
        Set<String> names = new TreeSet<>();
        try (Wire wire = new Wire(named, Limits.standard(), Duration.ofSeconds(1))) {
            wire.perform(new Request.Poll(Optional.of(Canary.PLAIN)));
            Thread.getAllStackTraces()
                    .keySet()
                    .forEach(thread -> names.add(thread.getName().toLowerCase(Locale.ROOT)));
        }
        assertThat(names).contains("baton-wire-deadline").noneMatch(name -> name.contains(Canary.MARK));
    }
}
