package care.baton.evidence;

import care.baton.party.Digest;
import care.baton.party.Sensitive;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which a record becomes bytes before it is fingerprinted. Every value is tagged and
 * carries its length, fields stand in the order of their names, and what is absent is left out, so
 * that two different values never give the same bytes and a later release can add optional fields.
 * Words about a person enter as their salted fingerprint only.
 */
public final class Canonical {

    private static final byte[] TYPE = "type".getBytes(StandardCharsets.US_ASCII);
    private static final String ACT = "act";

    private static final Digest NO_SALT = Digest.fromBytes(new byte[Digest.LENGTH]);

    private static final Salt SHARED = Salt.of(NO_SALT.bytes());

    private final Bytes out;
    private final Place place;
    private final Gathered gathered;
    private final boolean display;
    private final @Nullable Salt salt;
    private int present;
    private int removed;

    private Canonical(Sheet sheet, boolean display, @Nullable Salt salt, List<Unread> unread) {
        this.out = sheet.fresh();
        this.place = sheet.place();
        this.display = display;
        this.salt = salt;
        this.gathered = Gathered.of(unread);
    }

    /**
     * The fingerprint of a definition: of what decides in it. Labels and hints, marked {@link Display}, do
     * not count.
     *
     * @param definition a public record without words about a person
     * @return its fingerprint
     * @throws IllegalArgumentException if it cannot be recorded, or holds words about a person
     */
    public static Digest digest(Record definition) {
        Objects.requireNonNull(definition, "definition");
        Canonical canonical = new Canonical(new Sheet(), false, null, List.of());
        canonical.root("definition", definition);
        if (canonical.present + canonical.removed > 0) {
            throw new IllegalArgumentException("definition: no words about a person");
        }
        return canonical.digest();
    }

    /**
     * The fingerprint of what two parties speak about, so that each can tell whether it changed. Both must be able to
     * work it out from what they have read, so it has no salt: it shows nobody what was said, but whoever can read it
     * may try a guess of the whole, every field of it at once, and see whether the guess was right. That goes for the
     * fingerprint that stays in a record after the words themselves were erased. A key would not help: all that both
     * parties know of an offer stands in the same record.
     *
     * @param value a public record
     * @return its fingerprint
     * @throws IllegalArgumentException if it cannot be recorded
     */
    public static Digest fingerprint(Record value) {
        Objects.requireNonNull(value, "value");
        Canonical canonical = new Canonical(new Sheet(), false, SHARED, List.of());
        canonical.root("value", value);
        return canonical.digest();
    }

    static Digest command(Record asked, Salt salt, Sheet sheet) {
        Canonical canonical = new Canonical(sheet, true, salt, List.of());
        canonical.root("command", asked);
        return canonical.digest();
    }

    /** Its bytes stand on the sheet until the next is written there. */
    static Canonical content(Event event, Optional<Salt> salt, List<Unread> unread, Sheet sheet) {
        Canonical canonical = new Canonical(sheet, true, salt.orElse(null), unread);
        canonical.root("event", event);
        return canonical;
    }

    static Canonical link(Digest before, Digest content, Entry entry, Sheet sheet) {
        Canonical canonical = new Canonical(sheet, true, entry.salt().orElse(null), entry.unread());
        Bytes out = canonical.out;
        out.digest(before);
        out.eight(entry.sequence());
        out.four(entry.carried());
        out.digest(content);
        out.one(entry.command().isPresent() ? 1 : 0);
        if (entry.command().isPresent()) {
            out.digest(entry.command().get().content());
            out.digest(entry.command().get().saltDigest());
        }
        canonical.root(ACT, entry.act());
        return canonical;
    }

    Digest digest() {
        return out.digest(0);
    }

    byte[] bytes() {
        return out.copy();
    }

    /** How many words stood there, to be read. */
    int present() {
        return present;
    }

    /** How many words had been erased. */
    int removed() {
        return removed;
    }

    /** The fingerprint that words have at a place, erased or not. */
    static Digest words(Sensitive words, Salt salt, Place place) {
        return words.removed().orElseGet(() -> {
            Bytes out = new Bytes();
            salted(out, words, salt, place);
            return out.digest(0);
        });
    }

    private void root(String root, Object value) {
        place.enter(root);
        object(value, Described.of(value.getClass()), !root.equals(ACT));
        place.leave();
        gathered.putStrays(root, this);
    }

    private void object(Object value, Described described, boolean typed) {
        out.one('o');
        int start = out.size();
        out.four(0);
        Component[] parts = described.byName();
        List<Unread> extra = gathered.at(place);
        int next = 0;
        int count = extra.size();
        for (int i = 0; i <= parts.length; i++) {
            if (typed && i == described.beforeType()) {
                next = extras(extra, next, "type");
                name(TYPE);
                out.one('t');
                out.sized(described.nameBytes(), described.nameBytes().length);
                count++;
            }
            if (i < parts.length) {
                next = extras(extra, next, parts[i].name());
                count += component(parts[i], value);
            }
        }
        extras(extra, next, null);
        out.four(start, count);
    }

    private int extras(List<Unread> extra, int from, @Nullable String until) {
        int next = from;
        while (next < extra.size() && (until == null || extra.get(next).name().compareTo(until) < 0)) {
            Unread unread = extra.get(next++);
            byte[] name = unread.name().getBytes(StandardCharsets.UTF_8);
            name(name);
            place.enter(name);
            wire(unread.value());
            place.leave();
        }
        return next;
    }

    private int component(Component part, Object owner) {
        if (part.isDisplay() && !display) {
            return 0;
        }
        Object value = part.read(owner);
        Kind kind = part.kind();
        if (value instanceof Optional<?> maybe) {
            if (maybe.isEmpty()) {
                return 0;
            }
            value = maybe.get();
            kind = kind.element();
        } else if (value instanceof List<?> many && many.isEmpty()) {
            return 0;
        }
        name(part.nameBytes());
        place.enter(part.nameBytes());
        if (value instanceof List<?> many) {
            items(many, kind.element());
        } else {
            value(value, kind);
        }
        place.leave();
        return 1;
    }

    private void items(List<?> many, Kind kind) {
        out.one('l');
        out.four(many.size());
        for (int i = 0; i < many.size(); i++) {
            place.enter(i);
            value(many.get(i), kind);
            place.leave();
        }
    }

    private void value(Object value, Kind kind) {
        switch (kind.shape()) {
            case INT, LONG -> whole(((Number) value).longValue());
            case BOOLEAN -> out.one((Boolean) value ? '1' : '0');
            case INSTANT -> {
                out.one('t');
                out.instant((Instant) value);
            }
            case WORDS -> words((Sensitive) value);
            case RECORD -> object(value, kind.described(), false);
            case FAMILY -> object(value, Described.of(value.getClass()), true);
            default -> text(kind.text(value));
        }
    }

    private void wire(Wire value) {
        if (value instanceof Wire.Text text) {
            text(text.value());
        } else if (value instanceof Wire.Whole whole) {
            whole(whole.value());
        } else if (value instanceof Wire.Truth truth) {
            out.one(truth.value() ? '1' : '0');
        } else if (value instanceof Wire.Words words) {
            words(words.value());
        } else if (value instanceof Wire.Items items) {
            out.one('l');
            out.four(items.items().size());
            for (int i = 0; i < items.items().size(); i++) {
                place.enter(i);
                wire(items.items().get(i));
                place.leave();
            }
        } else if (value instanceof Wire.Fields fields) {
            List<Unread> sorted = Gathered.sorted(fields);
            out.one('o');
            out.four(sorted.size());
            extras(sorted, 0, null);
        }
    }

    void stray(Unread unread) {
        out.one('u');
        out.text(unread.path());
        out.text(unread.name());
        place.enter(unread.path().getBytes(StandardCharsets.UTF_8));
        place.enter(unread.name().getBytes(StandardCharsets.UTF_8));
        wire(unread.value());
        place.leave();
        place.leave();
    }

    private void name(byte[] name) {
        out.sized(name, name.length);
    }

    private void text(String text) {
        out.one('t');
        out.text(text);
    }

    private void whole(long number) {
        out.one('n');
        out.eight(number);
    }

    private void words(Sensitive words) {
        out.one('s');
        if (words.removed().isPresent()) {
            removed++;
            out.digest(words.removed().get());
            return;
        }
        present++;
        if (salt == null) {
            out.digest(NO_SALT);
        } else {
            int start = out.size();
            salted(out, words, salt, place);
            out.fold(start);
        }
    }

    private static void salted(Bytes out, Sensitive words, Salt salt, Place place) {
        salt.putInto(out);
        place.putInto(out);
        out.one(words.text().isPresent() ? 1 : 0);
        if (words.text().isPresent()) {
            out.utf8(words.text().get());
        }
    }
}
