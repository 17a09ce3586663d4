package care.baton.json;

import care.baton.evidence.CommandMark;
import care.baton.evidence.Described;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Salt;
import care.baton.evidence.Wire;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.party.Digest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The envelope of an entry. It has the fields below and no others; what is inside act and event may grow. */
final class EntryForm {

    private static final Path ACT = Path.root("act");
    private static final Path EVENT = Path.root("event");

    private static final List<String> NAMES =
            List.of("sequence", "act", "event", "carried", "salt", "command", "content", "saltDigest", "chain");

    private final Path at;
    private final Faults faults;
    private final Map<String, Wire> fields = new LinkedHashMap<>();

    private EntryForm(Path at, Faults faults, Wire.Fields wire) {
        this.at = at;
        this.faults = faults;
        wire.fields().forEach(field -> fields.put(field.name(), field.value()));
    }

    /** The names that may be shown: those of the envelope, and of all that it can hold. */
    static Set<String> names(List<Described> kinds) {
        Set<String> names = new LinkedHashSet<>(NAMES);
        names.add(Form.TYPE);
        Stream.concat(Stream.of(Described.of(Act.class)), kinds.stream())
                .flatMap(kind -> kind.reaches().stream())
                .flatMap(kind -> kind.components().stream())
                .forEach(part -> names.add(part.name()));
        return names;
    }

    static Wire write(Entry entry) {
        List<Wire.Field> fields = new ArrayList<>();
        fields.add(new Wire.Field("sequence", new Wire.Whole(entry.sequence())));
        fields.add(new Wire.Field("act", Rendering.record(entry.act(), ACT, false, entry.unread())));
        fields.add(new Wire.Field("event", Rendering.record(entry.event(), EVENT, true, entry.unread())));
        if (entry.carried() != 0) {
            fields.add(new Wire.Field("carried", new Wire.Whole(entry.carried())));
        }
        entry.salt().ifPresent(salt -> fields.add(text("salt", salt.hex())));
        entry.command().ifPresent(mark -> {
            List<Wire.Field> inside = new ArrayList<>();
            inside.add(text("content", mark.content().hex()));
            inside.add(text("saltDigest", mark.saltDigest().hex()));
            mark.salt().ifPresent(salt -> inside.add(text("salt", salt.hex())));
            fields.add(new Wire.Field("command", new Wire.Fields(inside)));
        });
        fields.add(text("chain", entry.chain().hex()));
        return new Wire.Fields(fields);
    }

    static Optional<Entry> read(Wire wire, Path at, List<Described> kinds, Faults faults) {
        if (!(wire instanceof Wire.Fields fields)) {
            faults.add(Reason.VALUE_MALFORMED, at);
            return Optional.empty();
        }
        return new EntryForm(at, faults, fields).entry(kinds);
    }

    private Optional<Entry> entry(List<Described> kinds) {
        Binding binding = Binding.kept(at, faults);
        Optional<Long> sequence = whole("sequence", true);
        Optional<Act> act =
                take("act", true).map(wire -> (Act) binding.record(wire, Described.of(Act.class), ACT, false));
        Optional<Event> event =
                take("event", true).map(wire -> (Event) binding.oneOf(wire, kinds, Reason.EVENT_KIND_UNKNOWN, EVENT));
        Optional<Long> carried = whole("carried", false);
        Optional<Salt> salt = hex("salt", false, Form::salt);
        Optional<CommandMark> mark = take("command", false).flatMap(this::mark);
        Optional<Digest> chain = hex("chain", true, Form::digest);
        fields.forEach((name, value) -> faults.add(Reason.FIELD_UNKNOWN, at));
        if (faults.any()) {
            return Optional.empty();
        }
        return Optional.of(new Entry(
                sequence.orElseThrow(),
                act.orElseThrow(),
                event.orElseThrow(),
                binding.unread(),
                carried.orElse(0L).intValue(),
                salt,
                mark,
                chain.orElseThrow()));
    }

    private Optional<CommandMark> mark(Wire wire) {
        Path inside = at.to("command");
        if (!(wire instanceof Wire.Fields fields)) {
            faults.add(Reason.VALUE_MALFORMED, inside);
            return Optional.empty();
        }
        EntryForm form = new EntryForm(inside, faults, fields);
        Optional<Digest> content = form.hex("content", true, Form::digest);
        Optional<Digest> saltDigest = form.hex("saltDigest", true, Form::digest);
        Optional<Salt> salt = form.hex("salt", false, Form::salt);
        form.fields.forEach((name, value) -> faults.add(Reason.FIELD_UNKNOWN, inside));
        return content.flatMap(one -> saltDigest.map(two -> new CommandMark(one, two, salt)));
    }

    private Optional<Wire> take(String name, boolean needed) {
        @Nullable Wire wire = fields.remove(name);
        if (wire == null && needed) {
            faults.add(Reason.FIELD_MISSING, at.to(name));
        }
        return Optional.ofNullable(wire);
    }

    private Optional<Long> whole(String name, boolean needed) {
        return take(name, needed).flatMap(wire -> {
            if (wire instanceof Wire.Whole whole && whole.value() == (int) whole.value() && whole.value() > 0) {
                return Optional.of(whole.value());
            }
            faults.add(Reason.VALUE_MALFORMED, at.to(name));
            return Optional.empty();
        });
    }

    private <T> Optional<T> hex(String name, boolean needed, Function<String, T> form) {
        return take(name, needed).flatMap(wire -> {
            try {
                if (wire instanceof Wire.Text text) {
                    return Optional.of(form.apply(text.value()));
                }
            } catch (IllegalArgumentException malformed) {
                // told below, without what it says
            }
            faults.add(Reason.VALUE_MALFORMED, at.to(name));
            return Optional.empty();
        });
    }

    private static Wire.Field text(String name, String value) {
        return new Wire.Field(name, new Wire.Text(value));
    }
}
