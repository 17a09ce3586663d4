package care.baton.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document within limits, before any FHIR parser sees it. One pass, one reason when
 * it says no, and never a word of the document in that reason.
 */
final class JsonDocument {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST_NUMBER = 100;
    private static final int LARGEST_SCALE = 100;

    /** Without limits of its own: those that count are checked here, token by token. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Limits limits;
    private final Deque<ContainerNode<?>> open = new ArrayDeque<>();
    private final Deque<String> names = new ArrayDeque<>();
    private @Nullable ContainerNode<?> root;
    private int values;

    private JsonDocument(Limits limits) {
        this.limits = limits;
    }

    static Mapped<FhirJson> read(byte[] bytes, Limits limits) {
        if (bytes.length > limits.bytes()) {
            return rejected("too-large");
        }
        try {
            ContainerNode<?> root = new JsonDocument(limits).parse(decode(bytes));
            return root instanceof ObjectNode object
                    ? new Mapped.Complete<>(FhirJson.owning(object))
                    : rejected("not-a-resource");
        } catch (Rejected no) {
            return rejected(no.code);
        } catch (IOException | RuntimeException no) {
            return rejected("not-json");
        }
    }

    private static Mapped<FhirJson> rejected(String code) {
        return new Mapped.Unreadable<>(List.of(MappingIssue.error(code, "")));
    }

    private static String decode(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private ContainerNode<?> parse(String text) throws IOException, Rejected {
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (root != null && open.isEmpty()) {
                    throw new Rejected("not-json");
                }
                take(token, parser);
            }
        }
        if (root == null || !open.isEmpty()) {
            throw new Rejected("not-json");
        }
        return root;
    }

    private void take(JsonToken token, JsonParser parser) throws IOException, Rejected {
        switch (token) {
            case START_OBJECT -> begin(NODES.objectNode());
            case START_ARRAY -> begin(NODES.arrayNode());
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> name(parser.currentName());
            case VALUE_STRING -> add(NODES.textNode(checked(parser.getText())));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(number(parser.getText()));
            case VALUE_TRUE -> add(NODES.booleanNode(true));
            case VALUE_FALSE -> add(NODES.booleanNode(false));
            case VALUE_NULL -> add(NODES.nullNode());
            default -> throw new Rejected("not-json");
        }
    }

    private void begin(ContainerNode<?> container) throws Rejected {
        if (open.size() >= limits.depth()) {
            throw new Rejected("too-deep");
        }
        if (root == null) {
            values++;
            root = container;
        } else {
            add(container);
        }
        open.push(container);
    }

    private void name(String name) throws Rejected {
        if (name.isEmpty()) {
            throw new Rejected("empty-key");
        }
        checked(name);
        if (open.peek() instanceof ObjectNode object && object.has(name)) {
            throw new Rejected("duplicate-key");
        }
        names.push(name);
    }

    private void add(JsonNode value) throws Rejected {
        ContainerNode<?> parent = open.peek();
        if (parent == null) {
            throw new Rejected("not-a-resource");
        }
        if (parent.size() >= limits.entries()) {
            throw new Rejected("too-many-entries");
        }
        if (++values > limits.values()) {
            throw new Rejected("too-many-values");
        }
        if (parent instanceof ObjectNode object) {
            object.set(names.pop(), value);
        } else if (parent instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private String checked(String text) throws Rejected {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair && Character.isSurrogate(c)) {
                throw new Rejected("not-json");
            }
            length += pair ? 4 : c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            i += pair ? 1 : 0;
        }
        if (length > limits.stringBytes()) {
            throw new Rejected("string-too-long");
        }
        return text;
    }

    private static JsonNode number(String text) throws Rejected {
        if (text.length() > LONGEST_NUMBER) {
            throw new Rejected("number-too-long");
        }
        BigDecimal value = decimal(text);
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw new Rejected("number-too-long");
        }
        return text.indexOf('.') < 0 && text.indexOf('e') < 0 && text.indexOf('E') < 0
                ? NODES.numberNode(value.toBigIntegerExact())
                : NODES.numberNode(value);
    }

    private static BigDecimal decimal(String text) throws Rejected {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException tooLarge) {
            throw new Rejected("number-too-long");
        }
    }

    /** Why the document is turned away. Never leaves this class. */
    private static final class Rejected extends Exception {

        private static final long serialVersionUID = 1L;

        private final String code;

        private Rejected(String code) {
            super(code, null, false, false);
            this.code = code;
        }
    }
}
