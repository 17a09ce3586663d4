package care.baton.evidence;

import care.baton.party.Sensitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the words about a person out of an entry and leaves the fingerprints they had. */
final class Words {

    private final Salt salt;
    private final Place place = new Place();

    private Words(Salt salt) {
        this.salt = salt;
    }

    static Entry erased(Entry entry) {
        if (entry.salt().isEmpty()) {
            return entry;
        }
        Words words = new Words(entry.salt().get());
        words.place.enter("event");
        Event event = (Event) words.record(entry.event());
        words.place.leave();
        List<Unread> unread = new ArrayList<>();
        for (Unread one : entry.unread()) {
            words.enter(one.path());
            words.enter(one.name());
            unread.add(new Unread(one.path(), one.name(), words.wire(one.value())));
            words.place.leave();
            words.place.leave();
        }
        return new Entry(
                entry.sequence(),
                entry.act(),
                event,
                unread,
                entry.carried(),
                Optional.empty(),
                entry.command(),
                entry.chain());
    }

    private Object record(Object owner) {
        Described described = Described.of(owner.getClass());
        List<Component> parts = described.components();
        Object[] values = new Object[parts.size()];
        boolean changed = false;
        for (int i = 0; i < values.length; i++) {
            Object before = parts.get(i).read(owner);
            place.enter(parts.get(i).nameBytes());
            values[i] = value(before, parts.get(i).kind());
            place.leave();
            changed |= values[i] != before;
        }
        return changed ? described.make(values) : owner;
    }

    private Object value(Object value, Kind kind) {
        return switch (kind.shape()) {
            case WORDS -> words((Sensitive) value);
            case RECORD, FAMILY -> record(value);
            case OPTIONAL -> maybe((Optional<?>) value, kind.element());
            case LIST -> items((List<?>) value, kind.element());
            default -> value;
        };
    }

    private Object maybe(Optional<?> before, Kind kind) {
        if (before.isEmpty()) {
            return before;
        }
        Object after = value(before.get(), kind);
        return after == before.get() ? before : Optional.of(after);
    }

    private Object items(List<?> before, Kind kind) {
        List<Object> after = new ArrayList<>(before.size());
        boolean changed = false;
        for (int i = 0; i < before.size(); i++) {
            place.enter(i);
            after.add(value(before.get(i), kind));
            place.leave();
            changed |= after.get(i) != before.get(i);
        }
        return changed ? List.copyOf(after) : before;
    }

    private Wire wire(Wire value) {
        if (value instanceof Wire.Words words) {
            return new Wire.Words(words(words.value()));
        }
        if (value instanceof Wire.Items items) {
            List<Wire> after = new ArrayList<>();
            for (int i = 0; i < items.items().size(); i++) {
                place.enter(i);
                after.add(wire(items.items().get(i)));
                place.leave();
            }
            return new Wire.Items(after);
        }
        if (value instanceof Wire.Fields fields) {
            List<Wire.Field> after = new ArrayList<>();
            for (Wire.Field field : fields.fields()) {
                enter(field.name());
                after.add(new Wire.Field(field.name(), wire(field.value())));
                place.leave();
            }
            return new Wire.Fields(after);
        }
        return value;
    }

    private Sensitive words(Sensitive words) {
        return Sensitive.removed(Canonical.words(words, salt, place));
    }

    private void enter(String name) {
        place.enter(name.getBytes(StandardCharsets.UTF_8));
    }
}
