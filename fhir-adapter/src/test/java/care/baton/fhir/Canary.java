package care.baton.fhir;

import care.baton.evidence.Entry;
import care.baton.fhir.exchange.Endpoint;
import care.baton.fhir.partner.PartnerProfiles;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.outcome.Refusal;
import care.baton.party.Digest;
import care.baton.party.Holder;
import care.baton.party.OrganizationId;
import care.baton.party.RecordId;
import care.baton.party.Sensitive;
import care.baton.record.CoordinationRecord;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Values of any type with one word in every text of theirs. */
final class Canary {

    /** The word, in any case, and nothing that is printed has it. */
    static final String MARK = "canaryjanedoe";

    /** Letters alone: it passes wherever a name may stand. */
    static final String PLAIN = "CanaryJaneDoe";

    /** What passes hardly anywhere. */
    static final List<String> ODD = List.of(
            "CanaryJaneDoe born 1950, frail",
            "CanaryJaneDoe\r\n\u0000",
            "{\"resourceType\":\"CanaryJaneDoe\",\"CanaryJaneDoe\":[\"CanaryJaneDoe\"]}",
            "{\"CanaryJaneDoe\":",
            "CanaryJaneDoe".repeat(10_000));

    private Canary() {}

    static Object[] arguments(Executable way, String word) {
        Type[] types = way.getGenericParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = of(types[i], word);
        }
        return arguments;
    }

    /** A value of that type; null where there is none to be had. */
    static Object of(Type type, String word) {
        if (type instanceof ParameterizedType p) {
            Class<?> raw = (Class<?>) p.getRawType();
            if (raw == Class.class) {
                return null;
            }
            Object first = of(p.getActualTypeArguments()[0], word);
            if (raw == Optional.class) {
                return Optional.ofNullable(first);
            }
            if (List.class.isAssignableFrom(raw)) {
                return first == null ? List.of() : List.of(first);
            }
            if (Set.class.isAssignableFrom(raw)) {
                return first == null ? Set.of() : Set.of(first);
            }
            return raw == Map.class ? Map.of() : of(raw, word);
        }
        return type instanceof Class<?> c ? one(c, word) : null;
    }

    private static Object one(Class<?> type, String word) {
        if (type == String.class || type == Object.class || type == CharSequence.class) {
            return word;
        }
        if (type == int.class || type == Integer.class) {
            return 1;
        }
        if (type == long.class || type == Long.class) {
            return 1L;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == byte[].class) {
            return word.getBytes(StandardCharsets.UTF_8);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (JsonNode.class.isAssignableFrom(type)) {
            return json(word);
        }
        Map<Class<?>, Object> known = Map.of(
                FhirJson.class, FhirJson.of(json(word)),
                Sensitive.class, Sensitive.of(word),
                Code.class, Code.of("code"),
                Digest.class, Digest.of(),
                Instant.class, Instant.EPOCH,
                Duration.class, Duration.ofSeconds(1),
                URI.class, URI.create("https://" + MARK + ".invalid/" + MARK),
                CoordinationRecord.class, CoordinationRecord.of(RecordId.of(MARK)),
                Refusal.class, Refusal.of(Reason.values()[0], "path", List.of()));
        if (type == Entry.class) {
            return null;
        }
        if (type == MappingIssue.class) {
            return MappingIssue.error("code", "Task.status");
        }
        if (type == Endpoint.class) {
            return new Endpoint(
                    URI.create("https://" + MARK + ".invalid/fhir"),
                    PartnerProfiles.plainR4(),
                    (Holder) made(Holder.class, PLAIN),
                    Holder.of(OrganizationId.of("own"), Code.of("own")),
                    "Organization/" + PLAIN);
        }
        Object found = known.get(type);
        return found != null ? found : made(type, word);
    }

    private static ObjectNode json(String word) {
        ObjectNode task = JsonNodeFactory.instance.objectNode().put("resourceType", "Task");
        task.put("id", word).put("description", word).put("status", word).put(word.length() > 20 ? "x" : word, word);
        task.putObject("for").put("reference", word);
        task.putArray("extension").addObject().put("url", word).put("valueString", word);
        return task;
    }

    /** By its largest public constructor, else by a factory of its own, else one of its kinds. */
    private static Object made(Class<?> type, String word) {
        if (type.isSealed()) {
            for (Class<?> kind : type.getPermittedSubclasses()) {
                Object one = of(kind, word);
                if (one != null) {
                    return one;
                }
            }
        }
        for (String text : List.of(word, PLAIN)) {
            for (Constructor<?> way : type.getConstructors()) {
                try {
                    return way.newInstance(arguments(way, text));
                } catch (ReflectiveOperationException | IllegalArgumentException no) {
                    // The next way is tried.
                }
            }
            for (Method way : type.getMethods()) {
                boolean factory = Modifier.isStatic(way.getModifiers())
                        && way.getReturnType() == type
                        && !List.of(way.getParameterTypes()).contains(type);
                try {
                    if (factory) {
                        return way.invoke(null, arguments(way, text));
                    }
                } catch (ReflectiveOperationException | IllegalArgumentException no) {
                    // The next way is tried.
                }
            }
        }
        return null;
    }
}
