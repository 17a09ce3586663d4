package care.baton.json;

import care.baton.evidence.Wire;
import care.baton.outcome.Reason;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads a text into values without knowing yet what they mean. Nothing that is in the text is ever told. */
final class Parser {

    /** Stands for a name that this release does not know, and that nobody vouches for. */
    private static final String UNKNOWN = "-";

    private static final Wire BROKEN = new Wire.Fields(List.of());

    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_NUMBER = 100;

    private final Limits limits;
    private final Faults faults;
    private final Predicate<String> shown;
    private final JsonFactory factory;

    /** Of the names in a text, only those that may be shown are ever told. */
    Parser(JsonFactory factory, Limits limits, Faults faults, Predicate<String> shown) {
        this.factory = factory;
        this.limits = limits;
        this.faults = faults;
        this.shown = shown;
    }

    /** Jackson, told to stop where we do; it can be shared. */
    static JsonFactory factory(Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(limits.depth() + 1)
                        .maxStringLength(limits.characters())
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }

    Optional<Wire> parse(@Nullable String text, Path root) {
        if (text == null) {
            faults.add(Reason.JSON_MALFORMED, root);
            return Optional.empty();
        }
        if (text.length() > limits.characters()) {
            faults.add(Reason.TOO_LARGE, root);
            return Optional.empty();
        }
        try (JsonParser parser = factory.createParser(text)) {
            Wire read = value(parser, parser.nextToken(), root, 0);
            if (!faults.any() && parser.nextToken() != null) {
                faults.add(Reason.JSON_MALFORMED, place(root, parser.currentTokenLocation()));
            }
            return faults.any() ? Optional.empty() : Optional.of(read);
        } catch (TooDeep deep) {
            faults.add(Reason.TOO_DEEP, root);
        } catch (JsonProcessingException broken) {
            faults.add(Reason.JSON_MALFORMED, place(root, broken.getLocation()));
        } catch (IOException impossible) {
            faults.add(Reason.JSON_MALFORMED, root);
        }
        return Optional.empty();
    }

    /** Where in the text it stops being JSON: line and column from 1. */
    private static Path place(Path root, @Nullable JsonLocation where) {
        return where == null || where.getLineNr() < 1 || where.getColumnNr() < 1
                ? root
                : root.to("line").to(where.getLineNr()).to("column").to(where.getColumnNr());
    }

    private Wire value(JsonParser parser, @Nullable JsonToken token, Path at, int depth) throws IOException {
        if (token == null) {
            faults.add(Reason.JSON_MALFORMED, place(at, parser.currentLocation()));
            return BROKEN;
        }
        return switch (token) {
            case VALUE_STRING -> new Wire.Text(parser.getText());
            case VALUE_TRUE -> new Wire.Truth(true);
            case VALUE_FALSE -> new Wire.Truth(false);
            case VALUE_NUMBER_INT -> whole(parser, at);
            case START_ARRAY -> items(parser, at, deeper(depth));
            case START_OBJECT -> object(parser, at, deeper(depth));
            default -> malformed(at);
        };
    }

    private Wire whole(JsonParser parser, Path at) throws IOException {
        JsonParser.NumberType type = parser.getNumberType();
        boolean fits = type == JsonParser.NumberType.INT || type == JsonParser.NumberType.LONG;
        return fits && !parser.getText().equals("-0") ? new Wire.Whole(parser.getLongValue()) : malformed(at);
    }

    private Wire items(JsonParser parser, Path at, int depth) throws IOException {
        List<Wire> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            items.add(value(parser, token, at.to(items.size()), depth));
        }
        return new Wire.Items(items);
    }

    private Wire object(JsonParser parser, Path at, int depth) throws IOException {
        List<Wire.Field> fields = new ArrayList<>();
        Set<String> met = new TreeSet<>();
        boolean words = false;
        Wire found = BROKEN;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (!met.add(name)) {
                faults.add(Reason.FIELD_REPEATED, shown.test(name) ? at.to(name) : at);
            }
            JsonToken token = parser.nextToken();
            if (name.equals(Form.WORDS) || name.equals(Form.ERASED)) {
                words = true;
                found = words(name.equals(Form.WORDS), parser, token, at);
            } else if (Form.isName(name)) {
                Path inside = at.to(shown.test(name) ? name : UNKNOWN);
                fields.add(new Wire.Field(name, value(parser, token, inside, depth)));
            } else if (shown.test(name)) {
                faults.add(Reason.FIELD_UNKNOWN, at.to(name));
                value(parser, token, at.to(name), depth);
            } else {
                faults.add(Reason.VALUE_MALFORMED, at);
                value(parser, token, at, depth);
            }
        }
        if (words && met.size() != 1) {
            faults.add(Reason.VALUE_MALFORMED, at);
        }
        return words ? found : new Wire.Fields(fields);
    }

    private Wire words(boolean said, JsonParser parser, @Nullable JsonToken token, Path at) throws IOException {
        if (said && token == JsonToken.VALUE_NULL) {
            return new Wire.Words(Sensitive.none());
        }
        if (token != JsonToken.VALUE_STRING) {
            parser.skipChildren();
            return malformed(at);
        }
        try {
            String text = parser.getText();
            return new Wire.Words(said ? Sensitive.of(text) : Sensitive.removed(Form.digest(text)));
        } catch (IllegalArgumentException malformed) {
            return malformed(at);
        }
    }

    private Wire malformed(Path at) {
        faults.add(Reason.VALUE_MALFORMED, at);
        return BROKEN;
    }

    private int deeper(int depth) throws TooDeep {
        if (depth == limits.depth()) {
            throw new TooDeep();
        }
        return depth + 1;
    }

    private static final class TooDeep extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
