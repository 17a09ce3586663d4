package care.baton.json;

import care.baton.evidence.Wire;
import care.baton.party.Sensitive;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes values as one line of JSON, always the same for the same values. */
final class Writer {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String DIGITS = "0123456789abcdef";

    private final JsonGenerator out;

    private Writer(JsonGenerator out) {
        this.out = out;
    }

    static String text(Wire value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            new Writer(generator).value(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("a string cannot fail", impossible);
        }
        return text.toString();
    }

    private void value(Wire value) throws IOException {
        if (value instanceof Wire.Text text) {
            string(text.value());
        } else if (value instanceof Wire.Whole whole) {
            out.writeNumber(whole.value());
        } else if (value instanceof Wire.Truth truth) {
            out.writeBoolean(truth.value());
        } else if (value instanceof Wire.Words words) {
            words(words.value());
        } else if (value instanceof Wire.Items items) {
            out.writeStartArray();
            for (Wire item : items.items()) {
                value(item);
            }
            out.writeEndArray();
        } else if (value instanceof Wire.Fields fields) {
            out.writeStartObject();
            for (Wire.Field field : fields.fields()) {
                out.writeFieldName(field.name());
                value(field.value());
            }
            out.writeEndObject();
        }
    }

    private void words(Sensitive words) throws IOException {
        out.writeStartObject();
        if (words.removed().isPresent()) {
            out.writeStringField(Form.ERASED, words.removed().get().hex());
        } else {
            out.writeFieldName(Form.WORDS);
            if (words.isNone()) {
                out.writeNull();
            } else {
                string(words.text().orElseThrow());
            }
        }
        out.writeEndObject();
    }

    /** Half of a surrogate pair is written as an escape: in UTF-8 it would be lost. */
    private void string(String text) throws IOException {
        boolean broken = text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF);
        if (!broken) {
            out.writeString(text);
            return;
        }
        StringBuilder escaped = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append("\\u");
            for (int shift = 12; shift >= 0; shift -= 4) {
                escaped.append(DIGITS.charAt((c >> shift) & 0xF));
            }
        }
        out.writeRawValue(escaped.append('"').toString());
    }
}
