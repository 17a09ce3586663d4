package care.baton.json;

import care.baton.evidence.Component;
import care.baton.evidence.Described;
import care.baton.evidence.Kind;
import care.baton.evidence.Unread;
import care.baton.evidence.Wire;
import care.baton.party.Sensitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns records into values that can be written, with what a later release had written beside them. */
final class Rendering {

    private final List<Unread> unread;

    private Rendering(List<Unread> unread) {
        this.unread = unread;
    }

    static Wire.Fields record(Object value, Path at, boolean typed, List<Unread> unread) {
        return new Rendering(unread).object(value, at, typed);
    }

    private Wire.Fields object(Object value, Path at, boolean typed) {
        Described described = Described.of(value.getClass());
        List<Wire.Field> fields = new ArrayList<>();
        if (typed) {
            fields.add(new Wire.Field(Form.TYPE, new Wire.Text(described.name())));
        }
        for (Component part : described.components()) {
            component(part, value, at).ifPresent(wire -> fields.add(new Wire.Field(part.name(), wire)));
        }
        if (!unread.isEmpty()) {
            String here = at.text();
            unread.stream()
                    .filter(one -> one.path().equals(here))
                    .forEach(one -> fields.add(new Wire.Field(one.name(), one.value())));
        }
        return new Wire.Fields(fields);
    }

    private Optional<Wire> component(Component part, Object owner, Path at) {
        Object value = part.read(owner);
        Path place = at.to(part.name());
        if (value instanceof Optional<?> maybe) {
            return maybe.map(inside -> value(inside, part.kind().element(), place));
        }
        if (value instanceof List<?> many) {
            return many.isEmpty()
                    ? Optional.empty()
                    : Optional.of(items(many, part.kind().element(), place));
        }
        return Optional.of(value(value, part.kind(), place));
    }

    private Wire items(List<?> many, Kind kind, Path at) {
        List<Wire> items = new ArrayList<>(many.size());
        for (int i = 0; i < many.size(); i++) {
            items.add(value(many.get(i), kind, at.to(i)));
        }
        return new Wire.Items(items);
    }

    private Wire value(Object value, Kind kind, Path at) {
        return switch (kind.shape()) {
            case INT, LONG -> new Wire.Whole(((Number) value).longValue());
            case BOOLEAN -> new Wire.Truth((Boolean) value);
            case WORDS -> new Wire.Words((Sensitive) value);
            case RECORD -> object(value, at, false);
            case FAMILY -> object(value, at, true);
            default -> new Wire.Text(kind.text(value));
        };
    }
}
