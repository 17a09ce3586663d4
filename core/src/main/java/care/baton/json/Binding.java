package care.baton.json;

import care.baton.evidence.Component;
import care.baton.evidence.Described;
import care.baton.evidence.Kind;
import care.baton.evidence.Unread;
import care.baton.evidence.Wire;
import care.baton.outcome.Code;
import care.baton.outcome.Reason;
import care.baton.pathway.UnsoundPathwayException;
import care.baton.risk.UnsoundRulesException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Turns values that were read into records. Goes on after a fault, so that all of them are told at once; what is
 * wrong is null.
 */
final class Binding {

    private final @Nullable Path prefix;
    private final Faults faults;
    private final boolean kept;
    private final Predicate<String> shown;
    private final List<Unread> unread = new ArrayList<>();

    private Binding(@Nullable Path prefix, Faults faults, boolean kept, Predicate<String> shown) {
        this.prefix = prefix;
        this.faults = faults;
        this.kept = kept;
        this.shown = shown;
    }

    /** What is kept in a ledger is exact and keeps unknown fields. */
    static Binding kept(Path prefix, Faults faults) {
        return new Binding(prefix, faults, true, name -> false);
    }

    /** Elsewhere the form is forgiving, and an unknown field is refused; it is named where names may be shown. */
    static Binding strict(Faults faults, Predicate<String> shown) {
        return new Binding(null, faults, false, shown);
    }

    List<Unread> unread() {
        return unread;
    }

    /** One of several kinds of record, told apart by its type. */
    @Nullable
    Object oneOf(Wire wire, List<Described> cases, Reason unknown, Path at) {
        if (!(wire instanceof Wire.Fields fields)) {
            return fault(Reason.VALUE_MALFORMED, at);
        }
        Path typeAt = at.to(Form.TYPE);
        Optional<Wire> type = fields.fields().stream()
                .filter(field -> field.name().equals(Form.TYPE))
                .map(Wire.Field::value)
                .findFirst();
        if (type.isEmpty()) {
            return fault(Reason.FIELD_MISSING, typeAt);
        }
        if (!(type.get() instanceof Wire.Text name)) {
            return fault(Reason.VALUE_MALFORMED, typeAt);
        }
        for (Described described : cases) {
            if (described.name().equals(name.value())) {
                return record(wire, described, at, true);
            }
        }
        return unknown == Reason.FIELD_UNKNOWN_KIND
                ? fault(unknown, typeAt, words(cases.stream().map(Described::name)))
                : fault(unknown, typeAt);
    }

    @Nullable
    Object record(Wire wire, Described described, Path at, boolean typed) {
        if (!(wire instanceof Wire.Fields fields)) {
            return fault(Reason.VALUE_MALFORMED, at);
        }
        Map<String, Wire> byName = new LinkedHashMap<>();
        fields.fields().forEach(field -> byName.put(field.name(), field.value()));
        if (typed) {
            byName.remove(Form.TYPE);
        }
        List<Component> parts = described.components();
        List<Object> values = new ArrayList<>();
        for (Component part : parts) {
            Object value = component(byName.remove(part.name()), part.kind(), at.to(part.name()));
            if (value != null) {
                values.add(value);
            }
        }
        byName.forEach((name, value) -> unknown(name, value, at));
        return values.size() == parts.size() ? make(described, values, at) : null;
    }

    private @Nullable Object make(Described described, List<Object> values, Path at) {
        try {
            return described.make(values.toArray());
        } catch (UnsoundPathwayException unsound) {
            unsound.faults().forEach(one -> fault(one.code(), at.inside(one.path()), one.names()));
            return null;
        } catch (UnsoundRulesException unsound) {
            unsound.faults().forEach(one -> fault(one.code(), at.inside(one.path()), one.names()));
            return null;
        } catch (RuntimeException refused) {
            return fault(Reason.VALUE_MALFORMED, at(described, refused, at));
        }
    }

    /** A record says first which of its components it refuses; only a name that it has is shown. */
    private static Path at(Described described, RuntimeException refused, Path at) {
        String said = Objects.requireNonNullElse(refused.getMessage(), "");
        return described.components().stream()
                .map(Component::name)
                .filter(name -> said.startsWith(name + ": "))
                .findFirst()
                .map(at::to)
                .orElse(at);
    }

    private void unknown(String name, Wire value, Path at) {
        if (kept) {
            unread.add(new Unread(at.text(), name, value));
        } else {
            fault(Reason.FIELD_UNKNOWN, shown.test(name) ? at.to(name) : at);
        }
    }

    private @Nullable Object component(@Nullable Wire wire, Kind kind, Path at) {
        return switch (kind.shape()) {
            case OPTIONAL -> wire == null ? Optional.empty() : present(value(wire, kind.element(), at));
            case LIST -> wire == null ? List.of() : items(wire, kind.element(), at);
            default -> wire == null ? fault(Reason.FIELD_MISSING, at) : value(wire, kind, at);
        };
    }

    private static @Nullable Object present(@Nullable Object value) {
        return value == null ? null : Optional.of(value);
    }

    private @Nullable Object items(Wire wire, Kind kind, Path at) {
        if (!(wire instanceof Wire.Items items)) {
            return fault(Reason.VALUE_MALFORMED, at);
        }
        List<Object> values = new ArrayList<>(items.items().size());
        for (int i = 0; i < items.items().size(); i++) {
            Object value = value(items.items().get(i), kind, at.to(i));
            if (value != null) {
                values.add(value);
            }
        }
        return values.size() == items.items().size() ? List.copyOf(values) : null;
    }

    private @Nullable Object value(Wire wire, Kind kind, Path at) {
        return switch (kind.shape()) {
            case RECORD -> record(wire, kind.records().get(0), at, false);
            case FAMILY -> oneOf(wire, kind.records(), Reason.FIELD_UNKNOWN_KIND, at);
            case INT ->
                wire instanceof Wire.Whole whole && whole.value() == (int) whole.value()
                        ? (Object) (int) whole.value()
                        : fault(Reason.VALUE_MALFORMED, at);
            case LONG -> wire instanceof Wire.Whole whole ? (Object) whole.value() : fault(Reason.VALUE_MALFORMED, at);
            case BOOLEAN ->
                wire instanceof Wire.Truth truth ? (Object) truth.value() : fault(Reason.VALUE_MALFORMED, at);
            case WORDS -> wire instanceof Wire.Words words ? words.value() : fault(Reason.VALUE_MALFORMED, at);
            default ->
                wire instanceof Wire.Text text ? text(text.value(), kind, at) : fault(Reason.VALUE_MALFORMED, at);
        };
    }

    private @Nullable Object text(String text, Kind kind, Path at) {
        if (kind.shape() == Kind.Shape.CHOICE && kind.constant(text).isEmpty()) {
            return fault(Reason.FIELD_UNKNOWN_KIND, at, words(kind.choices().stream()));
        }
        try {
            Object value = kind.parse(text);
            if (!kept || kind.text(value).equals(text)) {
                return value;
            }
        } catch (RuntimeException malformed) {
            // told below, without what it says
        }
        return fault(Reason.VALUE_MALFORMED, at);
    }

    private static List<Code> words(Stream<String> all) {
        return all.map(Code::of).toList();
    }

    private @Nullable Object fault(Reason reason, Path at) {
        return fault(reason, at, List.of());
    }

    private @Nullable Object fault(Reason reason, Path at, List<Code> instead) {
        faults.add(reason, prefix == null ? at : prefix.to(at.text()), instead);
        return null;
    }
}
