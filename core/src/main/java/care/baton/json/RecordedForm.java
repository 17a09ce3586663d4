package care.baton.json;

import care.baton.evidence.Described;
import care.baton.evidence.Event;
import care.baton.evidence.Wire;
import care.baton.handoff.Recorded;
import care.baton.outcome.Reason;
import care.baton.party.Act;
import care.baton.party.Digest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One event of a handoff without a record: who and when, what was asked, what happened, and nothing else. */
final class RecordedForm {

    private static final String ACT = "act";
    private static final String ASKED = "asked";
    private static final String EVENT = "event";

    private RecordedForm() {}

    static Wire write(Recorded recorded) {
        return new Wire.Fields(List.of(
                new Wire.Field(ACT, Rendering.record(recorded.act(), Path.root(ACT), false, List.of())),
                new Wire.Field(ASKED, new Wire.Text(recorded.asked().hex())),
                new Wire.Field(EVENT, Rendering.record(recorded.event(), Path.root(EVENT), true, List.of()))));
    }

    static Optional<Recorded> read(Wire wire, Path at, List<Described> kinds, Faults faults) {
        if (!(wire instanceof Wire.Fields fields)) {
            faults.add(Reason.VALUE_MALFORMED, at);
            return Optional.empty();
        }
        Map<String, Wire> byName = new LinkedHashMap<>();
        fields.fields().forEach(field -> byName.put(field.name(), field.value()));
        Binding binding = Binding.strict(faults, name -> false);
        Optional<Act> act = take(byName, ACT, at, faults)
                .map(inside -> (Act) binding.record(inside, Described.of(Act.class), at.to(ACT), false));
        Optional<Digest> asked =
                take(byName, ASKED, at, faults).flatMap(inside -> digest(inside, at.to(ASKED), faults));
        Optional<Event> event = take(byName, EVENT, at, faults)
                .map(inside -> (Event) binding.oneOf(inside, kinds, Reason.EVENT_KIND_UNKNOWN, at.to(EVENT)));
        byName.forEach((name, value) -> faults.add(Reason.FIELD_UNKNOWN, at));
        return act.flatMap(who -> asked.flatMap(what -> event.map(done -> new Recorded(who, what, done))));
    }

    private static Optional<Wire> take(Map<String, Wire> fields, String name, Path at, Faults faults) {
        @Nullable Wire wire = fields.remove(name);
        if (wire == null) {
            faults.add(Reason.FIELD_MISSING, at.to(name));
        }
        return Optional.ofNullable(wire);
    }

    private static Optional<Digest> digest(Wire wire, Path at, Faults faults) {
        try {
            if (wire instanceof Wire.Text text) {
                return Optional.of(Form.digest(text.value()));
            }
        } catch (IllegalArgumentException malformed) {
            // told below, without what it says
        }
        faults.add(Reason.VALUE_MALFORMED, at);
        return Optional.empty();
    }
}
