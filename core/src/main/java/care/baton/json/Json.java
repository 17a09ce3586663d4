package care.baton.json;

import care.baton.evidence.Component;
import care.baton.evidence.ContentErased;
import care.baton.evidence.Described;
import care.baton.evidence.Entry;
import care.baton.evidence.Event;
import care.baton.evidence.Kind;
import care.baton.evidence.Wire;
import care.baton.handoff.Recorded;
import care.baton.outcome.Copy;
import care.baton.outcome.Reason;
import care.baton.record.RecordEvents;
import com.fasterxml.jackson.core.JsonFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes records, events and definitions as JSON and reads them back. Writing the same thing gives the same text on
 * every machine. Reading never throws: what is wrong comes back as refusals, each with its place. A text can only ever
 * become one of the kinds that were named here; no name in a text is taken for a class. Immutable and safe to share
 * between threads.
 */
public final class Json {

    private static final Path ENTRY = Path.root("entry");
    private static final Path ENTRIES = Path.root("entries");
    private static final Path EVENTS = Path.root("events");
    private static final Path DEFINITION = Path.root("definition");

    private final List<Described> kinds;
    private final Set<String> names;
    private final Limits limits;
    private final JsonFactory factory;

    private Json(List<Described> kinds, Limits limits) {
        this.kinds = kinds;
        this.names = EntryForm.names(kinds);
        this.limits = limits;
        this.factory = Parser.factory(limits);
    }

    /**
     * For these kinds of events. The erasure of content is always among them.
     *
     * @param events event records, or sealed families of them
     * @return what reads and writes them, within {@link Limits#USUAL}
     * @throws IllegalArgumentException if one is neither, cannot be recorded, or bears the name of another
     */
    public static Json of(List<Class<? extends Event>> events) {
        List<Described> kinds = new ArrayList<>();
        kinds.add(Described.of(ContentErased.class));
        for (Class<? extends Event> event : Copy.of(events, "events")) {
            List<Described> cases = event.isRecord() ? List.of(Described.of(event)) : Described.family(event);
            cases.stream().filter(one -> !kinds.contains(one)).forEach(kinds::add);
        }
        for (Described kind : kinds) {
            kind.reaches();
            if (kinds.stream().filter(one -> one.name().equals(kind.name())).count() > 1) {
                throw new IllegalArgumentException("events: two kinds named " + kind.name());
            }
        }
        return new Json(Copy.of(kinds, "kinds"), Limits.USUAL);
    }

    /**
     * For everything that a coordination record, or a handoff without one, can hold.
     *
     * @return what reads and writes it, within {@link Limits#USUAL}
     */
    public static Json ofRecords() {
        return of(RecordEvents.KINDS);
    }

    /**
     * The same, within other limits.
     *
     * @param limits how much is looked at
     * @return what reads and writes within them
     */
    public Json within(Limits limits) {
        return new Json(kinds, Objects.requireNonNull(limits, "limits"));
    }

    /**
     * The kinds of events that can be read.
     *
     * @return their descriptions
     */
    public List<Described> kinds() {
        return kinds;
    }

    /**
     * An entry as JSON, its salt and its words among it: for the custodian's own store.
     *
     * @param entry the entry
     * @return one line of JSON
     */
    public String write(Entry entry) {
        Objects.requireNonNull(entry, "entry");
        return Writer.text(EntryForm.write(entry));
    }

    /**
     * Entries as JSON, in order: for the custodian's own store.
     *
     * @param entries the entries
     * @return a JSON array on one line
     */
    public String writeEntries(List<Entry> entries) {
        return Writer.text(new Wire.Items(
                Copy.of(entries, "entries").stream().map(EntryForm::write).toList()));
    }

    /**
     * Bare events as JSON, without who, when or chain.
     *
     * @param events the events
     * @return a JSON array on one line
     */
    public String writeEvents(List<? extends Event> events) {
        List<Wire> items = new ArrayList<>();
        Copy.of(events, "events").forEach(event -> items.add(Rendering.record(event, EVENTS, true, List.of())));
        return Writer.text(new Wire.Items(items));
    }

    /**
     * What a handoff without a record has behind it, as JSON: for the host's own store.
     *
     * @param recorded the events with who, when and what was asked, in order
     * @return a JSON array on one line
     */
    public String writeRecorded(List<Recorded> recorded) {
        return Writer.text(new Wire.Items(
                Copy.of(recorded, "recorded").stream().map(RecordedForm::write).toList()));
    }

    /**
     * A definition, a command or any other record as JSON.
     *
     * @param definition a public record of the component types that can be recorded
     * @return a JSON object on one line
     * @throws IllegalArgumentException if it has a component of another type
     */
    public static String write(Record definition) {
        Objects.requireNonNull(definition, "definition");
        return Writer.text(Rendering.record(definition, DEFINITION, false, List.of()));
    }

    /**
     * Reads an entry. Whether it is as it was written only {@link care.baton.evidence.Ledger#verify()} says.
     *
     * <p>Refuses with {@link Reason#TOO_LARGE}, {@link Reason#TOO_DEEP} and {@link Reason#JSON_MALFORMED} when the text
     * is not looked at further, the last with line and column, such as {@code entry/line/1/column/20}, or for no text at
     * all; with {@link Reason#FIELD_MISSING}, {@link Reason#FIELD_REPEATED}, {@link Reason#FIELD_UNKNOWN},
     * {@link Reason#FIELD_UNKNOWN_KIND}, {@link Reason#VALUE_MALFORMED} and {@link Reason#EVENT_KIND_UNKNOWN} for each
     * field.
     *
     * @param text the JSON
     * @return the entry, or everything that is wrong
     */
    public Reading<Entry> readEntry(@Nullable String text) {
        return read(text, ENTRY, names::contains, (wire, faults) -> EntryForm.read(wire, ENTRY, kinds, faults));
    }

    /**
     * Reads entries in order; refuses as {@link #readEntry}.
     *
     * @param text the JSON array
     * @return the entries, or everything that is wrong
     */
    public Reading<List<Entry>> readEntries(@Nullable String text) {
        return read(
                text,
                ENTRIES,
                names::contains,
                (wire, faults) -> each(wire, ENTRIES, faults, (item, at) -> EntryForm.read(item, at, kinds, faults)));
    }

    /**
     * Reads bare events; refuses as {@link #readEntry}, and an unknown field with {@link Reason#FIELD_UNKNOWN}: there
     * is no entry to keep it in.
     *
     * @param text the JSON array
     * @return the events, or everything that is wrong
     */
    public Reading<List<Event>> readEvents(@Nullable String text) {
        return read(
                text,
                EVENTS,
                names::contains,
                (wire, faults) -> each(
                        wire,
                        EVENTS,
                        faults,
                        (item, at) -> Optional.ofNullable((Event) Binding.strict(faults, name -> false)
                                .oneOf(item, kinds, Reason.EVENT_KIND_UNKNOWN, at))));
    }

    /**
     * Reads what a handoff without a record has behind it; refuses as {@link #readEvents}.
     *
     * @param text the JSON array
     * @return the events with who, when and what was asked, or everything that is wrong
     */
    public Reading<List<Recorded>> readRecorded(@Nullable String text) {
        return read(
                text,
                EVENTS,
                names::contains,
                (wire, faults) -> each(wire, EVENTS, faults, (item, at) -> RecordedForm.read(item, at, kinds, faults)));
    }

    /**
     * Reads a definition, a command or any other record, within {@link Limits#DEFINITION}, or {@link Limits#USUAL}
     * where words about a person can stand in it. A field that this release does not
     * know is refused: it might decide something. It is named, unless the kind of record can hold words about a person. A
     * pathway that could not be run is refused with every fault in it,
     * each with its place.
     *
     * @param type the record class
     * @param text the JSON object
     * @param <T> the record
     * @return the record, or everything that is wrong
     * @throws IllegalArgumentException if the class cannot be recorded
     */
    public static <T extends Record> Reading<T> readDefinition(Class<T> type, @Nullable String text) {
        Objects.requireNonNull(type, "type");
        Described described = Described.of(type);
        boolean aboutPersons = described.reaches().stream().anyMatch(Json::holdsWords);
        Json json = new Json(List.of(described), aboutPersons ? Limits.USUAL : Limits.DEFINITION);
        Predicate<String> shown = aboutPersons ? json.names::contains : Form::isShowable;
        return json.read(text, DEFINITION, shown, (wire, faults) -> {
            Binding binding = Binding.strict(faults, shown);
            return Optional.ofNullable(binding.record(wire, described, DEFINITION, false))
                    .map(type::cast);
        });
    }

    /** Whether words about a person stand in it; else every name in its text may be shown. */
    private static boolean holdsWords(Described described) {
        return described.components().stream()
                .map(Component::kind)
                .map(kind ->
                        kind.shape() == Kind.Shape.OPTIONAL || kind.shape() == Kind.Shape.LIST ? kind.element() : kind)
                .anyMatch(kind -> kind.shape() == Kind.Shape.WORDS);
    }

    private <T> Reading<T> read(
            @Nullable String text, Path root, Predicate<String> shown, BiFunction<Wire, Faults, Optional<T>> form) {
        Faults faults = new Faults();
        Optional<T> value =
                new Parser(factory, limits, faults, shown).parse(text, root).flatMap(wire -> form.apply(wire, faults));
        return value.isPresent() && !faults.any() ? new Reading.Complete<>(value.get()) : faults.unreadable();
    }

    private static <T> Optional<List<T>> each(
            Wire wire, Path root, Faults faults, BiFunction<Wire, Path, Optional<T>> form) {
        if (!(wire instanceof Wire.Items items)) {
            faults.add(Reason.VALUE_MALFORMED, root);
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < items.items().size(); i++) {
            form.apply(items.items().get(i), root.to(i)).ifPresent(values::add);
        }
        return Optional.of(values);
    }
}
