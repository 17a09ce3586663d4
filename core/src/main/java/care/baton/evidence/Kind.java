package care.baton.evidence;

import care.baton.party.Digest;
import care.baton.party.Sensitive;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a component of a record may be: one closed list, so that everything that is recorded can be
 * written, read back, fingerprinted and erased in one way.
 */
public final class Kind {

    /** The forms a component may have. */
    public enum Shape {
        /** Plain text that says nothing about a person. */
        TEXT,
        /** A whole number of 32 bits. */
        INT,
        /** A whole number of 64 bits. */
        LONG,
        /** Yes or no. */
        BOOLEAN,
        /** An instant, in ISO 8601 with {@code Z}. */
        INSTANT,
        /** A length of time, in ISO 8601. */
        DURATION,
        /** A date, in ISO 8601. */
        DATE,
        /** A time of day, in ISO 8601. */
        TIME,
        /** A time zone, by its name. */
        ZONE,
        /** One of an enum's constants, in lower case with hyphens. */
        CHOICE,
        /** A fingerprint, in hexadecimal. */
        DIGEST,
        /** Words about a person. */
        WORDS,
        /** A record of one text, such as an identifier or a code, written as that text. */
        WORD,
        /** A record. */
        RECORD,
        /** One of the records of a sealed family, written with its {@code type}. */
        FAMILY,
        /** Something that may be absent. */
        OPTIONAL,
        /** Several of one kind, in order. */
        LIST
    }

    private static final Map<Class<?>, Shape> PLAIN = plain();

    private final Shape shape;
    private final Class<?> type;
    private final @Nullable Kind element;
    private final Map<String, Object> choices;
    private final Map<Object, String> words;

    private Kind(Shape shape, Class<?> type, @Nullable Kind element, Map<String, Object> choices) {
        this.shape = shape;
        this.type = type;
        this.element = element;
        this.choices = choices;
        this.words = new LinkedHashMap<>();
        choices.forEach((word, constant) -> words.put(constant, word));
    }

    static Kind of(Type declared, String where) {
        if (declared instanceof Class<?> type) {
            return ofClass(type, where);
        }
        if (declared instanceof ParameterizedType many && many.getActualTypeArguments().length == 1) {
            Kind element = of(many.getActualTypeArguments()[0], where);
            boolean single = element.shape != Shape.OPTIONAL && element.shape != Shape.LIST;
            if (many.getRawType() == Optional.class && single) {
                return new Kind(Shape.OPTIONAL, Optional.class, element, Map.of());
            }
            if (many.getRawType() == List.class && single) {
                return new Kind(Shape.LIST, List.class, element, Map.of());
            }
        }
        throw new IllegalArgumentException(where + ": " + declared.getTypeName() + " cannot be recorded");
    }

    private static Kind ofClass(Class<?> type, String where) {
        Shape plain = PLAIN.get(type);
        if (plain != null) {
            return new Kind(plain, type, null, Map.of());
        }
        if (type.isEnum()) {
            Map<String, Object> choices = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                choices.put(WireName.ofConstant((Enum<?>) constant), constant);
            }
            return new Kind(Shape.CHOICE, type, null, choices);
        }
        if (type.isRecord()) {
            boolean word =
                    type.getRecordComponents().length == 1 && type.getRecordComponents()[0].getType() == String.class;
            return new Kind(word ? Shape.WORD : Shape.RECORD, type, null, Map.of());
        }
        if (type.isInterface() && type.isSealed()) {
            return new Kind(Shape.FAMILY, type, null, Map.of());
        }
        throw new IllegalArgumentException(where + ": " + type.getName() + " cannot be recorded");
    }

    /**
     * The form.
     *
     * @return which of the closed list it is
     */
    public Shape shape() {
        return shape;
    }

    /**
     * The Java type: the record, the enum, the sealed interface, or the plain type.
     *
     * @return the type as declared
     */
    public Class<?> type() {
        return type;
    }

    /**
     * What may be absent, or what there are several of.
     *
     * @return the kind inside
     * @throws IllegalStateException if this is neither optional nor a list
     */
    public Kind element() {
        if (element == null) {
            throw new IllegalStateException("neither optional nor a list");
        }
        return element;
    }

    /**
     * The text of a value that travels as text.
     *
     * @param value a value of this kind
     * @return its one text
     * @throws IllegalArgumentException if this kind does not travel as text, or the value is not of this kind
     */
    public String text(Object value) {
        return switch (shape) {
            case TEXT, INSTANT, DURATION, DATE, TIME, ZONE -> value.toString();
            case DIGEST -> ((Digest) value).hex();
            case WORD -> (String) described().components().get(0).read(value);
            case CHOICE -> {
                String word = words.get(value);
                if (word == null) {
                    throw new IllegalArgumentException("not a constant of " + type.getName());
                }
                yield word;
            }
            default -> throw new IllegalArgumentException("not written as text");
        };
    }

    /**
     * The value that a text stands for.
     *
     * @param text the text
     * @return the value
     * @throws IllegalArgumentException if the text stands for none, or this kind does not travel as text; the message
     *     does not hold the text
     */
    public Object parse(String text) {
        try {
            return parsed(text);
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException(shape + ": malformed");
        }
    }

    private Object parsed(String text) {
        return switch (shape) {
            case TEXT -> text;
            case INSTANT -> Instant.parse(text);
            case DURATION -> Duration.parse(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> LocalTime.parse(text);
            case ZONE -> ZoneId.of(text);
            case DIGEST -> Digest.fromHex(text);
            case WORD -> described().make(text);
            case CHOICE ->
                constant(text).orElseThrow(() -> new IllegalArgumentException("not a constant of " + type.getName()));
            default -> throw new IllegalArgumentException("not written as text");
        };
    }

    /**
     * The constant that a word stands for.
     *
     * @param word the name in lower case with hyphens
     * @return the constant; empty when the enum has none of that name
     */
    public Optional<Object> constant(String word) {
        return Optional.ofNullable(choices.get(word));
    }

    /**
     * The words of an enum.
     *
     * @return each constant's name in lower case with hyphens, in the order in which they are declared; empty for any
     *     other kind
     */
    public List<String> choices() {
        return List.copyOf(choices.keySet());
    }

    /**
     * The records this can hold by itself: the record, or the cases of the sealed family.
     *
     * @return their descriptions, in the order in which they are declared
     */
    public List<Described> records() {
        return switch (shape) {
            case OPTIONAL, LIST -> Objects.requireNonNull(element).records();
            case RECORD, WORD -> List.of(Described.of(type));
            case FAMILY -> Described.family(type);
            default -> List.of();
        };
    }

    Described described() {
        return Described.of(type);
    }

    boolean isDisplay() {
        return switch (shape) {
            case OPTIONAL, LIST -> Objects.requireNonNull(element).isDisplay();
            case WORD -> type.getRecordComponents()[0].isAnnotationPresent(Display.class);
            default -> false;
        };
    }

    private static Map<Class<?>, Shape> plain() {
        Map<Class<?>, Shape> plain = new LinkedHashMap<>();
        plain.put(String.class, Shape.TEXT);
        plain.put(int.class, Shape.INT);
        plain.put(Integer.class, Shape.INT);
        plain.put(long.class, Shape.LONG);
        plain.put(Long.class, Shape.LONG);
        plain.put(boolean.class, Shape.BOOLEAN);
        plain.put(Boolean.class, Shape.BOOLEAN);
        plain.put(Instant.class, Shape.INSTANT);
        plain.put(Duration.class, Shape.DURATION);
        plain.put(LocalDate.class, Shape.DATE);
        plain.put(LocalTime.class, Shape.TIME);
        plain.put(ZoneId.class, Shape.ZONE);
        plain.put(Digest.class, Shape.DIGEST);
        plain.put(Sensitive.class, Shape.WORDS);
        return plain;
    }
}
